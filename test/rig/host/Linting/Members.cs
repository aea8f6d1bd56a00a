using System.Management.Automation.Language;
using System.Reflection;

namespace Rig.Linting;

// member: types and members against .NET Framework 2.0.
static class Members
{
    // What PowerShell itself adds to objects.
    private static readonly HashSet<string> added = new(StringComparer.OrdinalIgnoreCase)
    {
        "PSObject", "PSBase", "PSTypeNames", "PSAdapted", "PSExtended", "System.Array.Count",
        "System.IO.FileInfo.BaseName", "System.IO.FileInfo.VersionInfo", "System.IO.FileInfo.Mode",
        "System.IO.DirectoryInfo.BaseName", "System.IO.DirectoryInfo.Mode",
    };

    public static IEnumerable<Finding> Check(Source source)
    {
        Inference inference = new(source);
        HashSet<string> newer = new(source.Request.NewerTypes, StringComparer.OrdinalIgnoreCase);
        return source.All<MemberExpressionAst>().Select(access => Check(source, access, inference, newer))
            .Concat(source.All<CommandAst>().Select(NewObjectCall.Of).OfType<NewObjectCall>()
                .Select(call => Check(source, call, newer)))
            .OfType<Finding>();
    }

    private static Finding? Check(Source source, MemberExpressionAst access, Inference inference, HashSet<string> newer)
    {
        if (access.Member is not StringConstantExpressionAst { Value: var name })
        {
            return null;
        }
        if (access is not { Static: true, Expression: TypeExpressionAst { TypeName: var typeName } })
        {
            return inference.TypeOf(access.Expression) is { } inferred ? Check(source, access, inferred, name) : null;
        }
        if (Types.Simple(typeName).Any(newer.Contains) || Framework.IsEngine(typeName) || name.Equals("new", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        return Framework.Find(typeName) is { } type
            ? Check(source, access, type, name)
            : source.Find("member", access.Extent, "a type that .NET Framework 2.0 lacks");
    }

    private static Finding? Check(Source source, MemberExpressionAst access, Type type, string name)
    {
        if (added.Contains(name) || added.Contains($"{type.FullName}.{name}"))
        {
            return null;
        }
        MemberInfo[] members = [.. Framework.MembersOf(type, name).Where(member => access.Static == IsStatic(member))];
        bool fits = access is InvokeMemberExpressionAst call
            ? members.OfType<MethodInfo>().Any(method => Overloads.Takes(method, call.Arguments?.Count ?? 0))
            : members.Any(member => member is not MethodBase);
        return fits ? null : source.Find("member", access.Extent, $"nothing of this form in {type.FullName} of .NET Framework 2.0");
    }

    private static Finding? Check(Source source, NewObjectCall call, HashSet<string> newer)
    {
        if (call.TypeName is null || newer.Contains(call.TypeName)
            || Types.Parse(call.TypeName) is not { } name || Framework.IsEngine(name))
        {
            return null;
        }
        if (Framework.Find(name) is not { } type)
        {
            return source.Find("member", call.Command.Extent, "a type that .NET Framework 2.0 lacks");
        }
        bool fits = name is ArrayTypeName || call.ArgumentCount is not { } count || type.IsValueType && count == 0
            || type.GetConstructors().Any(constructor => !Newer.Has(constructor) && Overloads.Takes(constructor, count));
        return fits ? null : source.Find("member", call.Command.Extent, $"no constructor of {type.FullName} takes {call.ArgumentCount} arguments");
    }

    private static bool IsStatic(MemberInfo member) => member switch
    {
        MethodBase method => method.IsStatic,
        FieldInfo field => field.IsStatic,
        PropertyInfo property => property.GetAccessors()[0].IsStatic,
        EventInfo @event => @event.AddMethod!.IsStatic,
        _ => true,
    };
}
