using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Win32;

namespace Rig.Acts;

static class Values
{
    public static JsonObject Read(RegistryKey? key, string name)
    {
        object? value = key?.GetValue(name, null, RegistryValueOptions.DoNotExpandEnvironmentNames);
        return value is null
            ? new JsonObject { ["exists"] = false }
            : new JsonObject
            {
                ["exists"] = true,
                ["kind"] = key!.GetValueKind(name).ToString(),
                ["value"] = ToJson(value),
            };
    }

    public static void Write(RegistryKey key, string name, string kind, JsonElement value)
    {
        RegistryValueKind type = Enum.Parse<RegistryValueKind>(kind);
        key.SetValue(name, FromJson(type, value), type);
    }

    private static JsonNode ToJson(object value) => value switch
    {
        string text => text,
        string[] list => new JsonArray([.. list.Select(item => (JsonNode)item)]),
        int number => (uint)number,
        long number => number,
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => throw new InvalidOperationException($"Unexpected value of type {value.GetType()}."),
    };

    private static object FromJson(RegistryValueKind kind, JsonElement value) => kind switch
    {
        RegistryValueKind.MultiString => value.EnumerateArray().Select(item => item.GetString()!).ToArray(),
        RegistryValueKind.DWord => unchecked((int)value.GetUInt32()),
        RegistryValueKind.QWord => value.GetInt64(),
        RegistryValueKind.Binary or RegistryValueKind.None => value.GetBytesFromBase64(),
        _ => value.GetString()!,
    };
}
