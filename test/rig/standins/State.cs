using Microsoft.Win32;

namespace StandIns;

// What the stand-ins keep, and what a test tells them, in one registry key.
static class State
{
    private const string Path = @"SOFTWARE\portkeep-stand-ins";

    public static string[] List(string name) => Value(name) as string[] ?? [];

    public static string Text(string name, string otherwise) => Value(name) as string ?? otherwise;

    public static void Set(string name, object value)
    {
        using RegistryKey key = Registry.LocalMachine.CreateSubKey(Path);
        key.SetValue(name, value);
    }

    public static void Log(string line) => Set("log", (string[])[.. List("log"), line]);

    private static object? Value(string name)
    {
        using RegistryKey? key = Registry.LocalMachine.OpenSubKey(Path);
        return key?.GetValue(name);
    }
}
