using Microsoft.Win32;

namespace Rig.Acts;

static class Hive
{
    // `HKLM\SYSTEM\x` as a hive of the 64-bit view and the path below it.
    public static (RegistryKey Hive, string Path) Parse(string key)
    {
        string[] parts = key.Split('\\', 2);
        RegistryHive hive = parts[0].ToUpperInvariant() switch
        {
            "HKLM" or "HKEY_LOCAL_MACHINE" => RegistryHive.LocalMachine,
            "HKCU" or "HKEY_CURRENT_USER" => RegistryHive.CurrentUser,
            "HKU" or "HKEY_USERS" => RegistryHive.Users,
            _ => throw new ArgumentException($"Unknown hive in {key}."),
        };
        return (RegistryKey.OpenBaseKey(hive, RegistryView.Registry64), parts[1]);
    }
}
