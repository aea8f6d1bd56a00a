using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rig.Acts;

static class FileActs
{
    private static readonly Dictionary<string, FileStream> locks = new(StringComparer.OrdinalIgnoreCase);

    public static JsonNode? Perform(string operation, JsonElement act)
    {
        switch (operation)
        {
            case "file.write": File.WriteAllText(act.Text("path"), act.Text("text")); break;
            case "file.delete": File.Delete(act.Text("path")); break;
            case "file.move": File.Move(act.Text("from"), act.Text("to")); break;
            case "file.lock": Lock(act.Text("path")); break;
            case "file.unlock": Unlock(act.Text("path")); break;
            default: throw new ArgumentException($"Unknown operation {operation}.");
        }
        return null;
    }

    private static void Lock(string path) =>
        locks.Add(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));

    private static void Unlock(string path)
    {
        if (locks.Remove(path, out FileStream? held))
        {
            held.Dispose();
        }
    }
}
