using System.Management.Automation.Language;
using System.Reflection;

namespace Rig.Linting;

// .NET Framework's types, from the reference assemblies of 4.0 (the oldest that can be had) less what 2.0 lacks.
static class Framework
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy | BindingFlags.IgnoreCase;

    private static readonly Dictionary<string, Type> types = Load();

    // The type a name means; null where .NET Framework 2.0 has none.
    public static Type? Find(ITypeName name) => name switch
    {
        ArrayTypeName => Find("System.Array"),
        GenericTypeName generic => Find($"{FullName(generic.TypeName).Split('`')[0]}`{generic.GenericArguments.Count}"),
        _ => Find(FullName(name)),
    };

    // All the members of this name that 2.0 has; a type inherits those of the interfaces it extends.
    public static IEnumerable<MemberInfo> MembersOf(Type type, string name) =>
        type.GetMember(name, Members)
            .Concat(type.IsInterface ? type.GetInterfaces().SelectMany(parent => parent.GetMember(name, Members)) : [])
            .Where(member => !Newer.Has(member));

    // The engine's own types are not .NET Framework's; only those of its parser are later than 2.0.
    public static bool IsEngine(ITypeName name) =>
        name.GetReflectionType() is { } type
        && type.Assembly == typeof(Ast).Assembly
        && type.Namespace != typeof(Ast).Namespace;

    private static Type? Find(string fullName) =>
        types.TryGetValue(fullName, out Type? type) && !Newer.Has(type) ? type : null;

    // The engine resolves accelerators and names without `System.`.
    private static string FullName(ITypeName name) =>
        (name is GenericTypeName ? null : name.GetReflectionType()?.FullName) ?? name.FullName;

    private static Dictionary<string, Type> Load()
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "framework"), "*.dll");
        MetadataLoadContext context = new(new PathAssemblyResolver(files), "mscorlib");
        return files.Where(file => !file.EndsWith("System.Core.dll"))
            .SelectMany(file => context.LoadFromAssemblyPath(file).GetExportedTypes())
            .ToDictionary(type => type.FullName!, StringComparer.OrdinalIgnoreCase);
    }
}
