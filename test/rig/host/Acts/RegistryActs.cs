using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Win32;

namespace Rig.Acts;

static class RegistryActs
{
    public static JsonNode? Perform(string operation, JsonElement act)
    {
        (RegistryKey hive, string path) = Hive.Parse(act.Text("key"));
        using (hive)
        {
            if (operation == "registry.deleteKey")
            {
                hive.DeleteSubKeyTree(path, throwOnMissingSubKey: false);
                return null;
            }
            bool creates = operation is "registry.set" or "registry.setRaw" or "registry.createKey";
            using RegistryKey? key = creates
                ? hive.CreateSubKey(path)
                : hive.OpenSubKey(path, writable: operation == "registry.delete");
            return Perform(operation, key, act);
        }
    }

    private static JsonNode? Perform(string operation, RegistryKey? key, JsonElement act)
    {
        switch (operation)
        {
            case "registry.createKey": return null;
            case "registry.get": return Values.Read(key, act.Text("name"));
            case "registry.getRaw": return RawValue.Read(key, act.Text("name"));
            case "registry.set": Values.Write(key!, act.Text("name"), act.Text("kind"), act.GetProperty("value")); return null;
            case "registry.setRaw": RawValue.Write(key!, act); return null;
            case "registry.delete": key?.DeleteValue(act.Text("name"), throwOnMissingValue: false); return null;
            case "registry.list": return List(key);
            default: throw new ArgumentException($"Unknown operation {operation}.");
        }
    }

    private static JsonObject List(RegistryKey? key) => new()
    {
        ["exists"] = key is not null,
        ["values"] = Names(key?.GetValueNames()),
        ["subkeys"] = Names(key?.GetSubKeyNames()),
    };

    private static JsonArray Names(string[]? names) =>
        [.. (names ?? []).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)];
}
