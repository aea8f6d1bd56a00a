using System.Text.RegularExpressions;

namespace StandIns;

// netsh interface ipv4|ipv6: lists of "low-high", with a star behind what an administrator excluded.
static partial class Netsh
{
    public static (int Code, string Text) Run(string[] args)
    {
        (string family, string verb, string subject) = (args[1], args[2], args[3]);
        Language words = Language.Of(State.Text("language", "en"));
        return (verb, subject) switch
        {
            ("show", "dynamicportrange") => (0, words.DynamicPorts(State.Text("dynamicPorts", "49152 16384").Split(' '))),
            (_, not "excludedportrange") => (1, words.NoCommand),
            ("show", _) => (0, words.Exclusions(Lines(family).Select(Show))),
            ("add", _) => Change(family, words, Range(args), (lines, range) => [.. lines, range]),
            _ => Change(family, words, Range(args), (lines, range) => [.. lines.Where(line => line != range)]),
        };
    }

    private static (int, string) Change(string family, Language words, string range, Func<string[], string, string[]> change)
    {
        string[] lines = Lines(family);
        bool adds = !lines.Contains(range);
        string[] after = change(lines, range);
        if (after.SequenceEqual(lines) || (adds && lines.Any(line => Overlap(line, range))))
        {
            return (1, words.NotFound);
        }
        if (adds && Netstat.OpenPorts().Any(port => Overlap($"{port}-{port}", range)))
        {
            return (1, words.InUse);
        }
        State.Set(Name(family), after.OrderBy(Low).ToArray());
        return (0, words.Done);
    }

    // Of the two commands it is reported that they change one and the same list.
    private static string Name(string family) => State.Text("shared", "no") == "yes" ? "ipv4" : family;

    private static string[] Lines(string family) => State.List(Name(family));

    private static string Range(string[] args)
    {
        int low = int.Parse(args.Single(arg => arg.StartsWith("startport=")).Split('=')[1]);
        int count = int.Parse(args.Single(arg => arg.StartsWith("numberofports=")).Split('=')[1]);
        return $"{low}-{low + count - 1}*";
    }

    private static string Show(string line) =>
        string.Format("{0,10}  {1,10}     {2}", Low(line), High(line), line.EndsWith('*') ? "*" : "");

    private static bool Overlap(string one, string other) => Low(one) <= High(other) && Low(other) <= High(one);

    private static int Low(string line) => int.Parse(Digits().Matches(line)[0].Value);

    private static int High(string line) => int.Parse(Digits().Matches(line)[1].Value);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
