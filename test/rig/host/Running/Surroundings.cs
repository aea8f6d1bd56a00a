using System.Globalization;

namespace Rig.Running;

// What a run may change about the process and the next run must not see: console, variables, folder, culture.
sealed class Surroundings : IDisposable
{
    private readonly TextWriter stdout = Console.Out;
    private readonly TextWriter stderr = Console.Error;
    private readonly string folder = Environment.CurrentDirectory;
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly Dictionary<string, string> variables = Read();

    public Surroundings(RunRequest request, TextWriter newStdout, TextWriter newStderr)
    {
        Console.SetOut(newStdout);
        Console.SetError(newStderr);
        Console.SetIn(TextReader.Null);
        foreach ((string name, string? value) in request.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
        if (request.Culture is not null)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(request.Culture);
        }
    }

    public void Dispose()
    {
        Console.SetOut(stdout);
        Console.SetError(stderr);
        Environment.CurrentDirectory = folder;
        CultureInfo.CurrentCulture = culture;
        foreach (string name in Read().Keys.Union(variables.Keys))
        {
            Environment.SetEnvironmentVariable(name, variables.GetValueOrDefault(name));
        }
    }

    private static Dictionary<string, string> Read() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
