using System.Reflection;

namespace Rig.Linting;

// What .NET Framework 4.0 has and 2.0 has not: a list made by hand, of what such a script could meet.
static class Newer
{
    private static readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    static Newer()
    {
        using StreamReader list = new(typeof(Newer).Assembly.GetManifestResourceStream("newer.txt")!);
        while (list.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var type, ..] && type[0] != '#')
            {
                names.UnionWith(words.Length == 1 ? [type] : words.Skip(1).Select(member => $"{type}.{member}"));
            }
        }
    }

    public static bool Has(Type type) =>
        names.Contains(type.FullName!.Split('`')[0]) || names.Contains($"{type.Namespace}.*");

    public static bool Has(MemberInfo member)
    {
        string name = $"{member.DeclaringType!.FullName!.Replace('+', '.').Split('`')[0]}.{member.Name}";
        return names.Contains(name)
            || member is MethodBase method && names.Contains($"{name}/{method.GetParameters().Length}");
    }
}
