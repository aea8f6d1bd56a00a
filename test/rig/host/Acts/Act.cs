using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rig.Acts;

static class Act
{
    // One registry or file operation, asked for by itself or done in the middle of a run.
    public static JsonNode? Perform(JsonElement act)
    {
        string operation = act.Text("op");
        return operation.Split('.')[0] switch
        {
            "registry" => RegistryActs.Perform(operation, act),
            "file" => FileActs.Perform(operation, act),
            _ => throw new ArgumentException($"Unknown operation {operation}."),
        };
    }
}
