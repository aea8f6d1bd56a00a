using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Win32;
using Microsoft.Win32.SafeHandles;

namespace Rig.Acts;

// A value's bytes and type as they are: what .NET cannot write, other programs do.
static partial class RawValue
{
    public static void Write(RegistryKey key, JsonElement act)
    {
        byte[] data = act.GetProperty("base64").GetBytesFromBase64();
        // Windows looks behind the data and takes a null there as the missing terminator.
        byte[] guarded = [.. data, 0xFF, 0xFF, 0xFF, 0xFF];
        Check(RegSetValueEx(key.Handle, act.Text("name"), 0, act.GetProperty("type").GetUInt32(), guarded, data.Length));
    }

    public static JsonObject Read(RegistryKey? key, string name)
    {
        if (key is null || !key.GetValueNames().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new JsonObject { ["exists"] = false };
        }
        int size = 0;
        Check(RegQueryValueEx(key.Handle, name, 0, out _, null, ref size));
        byte[] data = new byte[size];
        Check(RegQueryValueEx(key.Handle, name, 0, out uint type, data, ref size));
        return new JsonObject { ["exists"] = true, ["type"] = type, ["base64"] = Convert.ToBase64String(data) };
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("advapi32", EntryPoint = "RegSetValueExW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int RegSetValueEx(
        SafeRegistryHandle key, string name, int reserved, uint type, byte[] data, int size);

    [LibraryImport("advapi32", EntryPoint = "RegQueryValueExW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int RegQueryValueEx(
        SafeRegistryHandle key, string name, nint reserved, out uint type, byte[]? data, ref int size);
}
