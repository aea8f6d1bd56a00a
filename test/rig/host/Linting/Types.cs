using System.Management.Automation.Language;

namespace Rig.Linting;

// type: every type that the script names, in brackets or as the text that New-Object, -as and -is take.
static class Types
{
    public static IEnumerable<Finding> Check(Source source)
    {
        HashSet<string> allowed = new(StringComparer.OrdinalIgnoreCase);
        allowed.UnionWith(source.Request.AllowedTypes);
        allowed.UnionWith(source.Request.NewerTypes);
        return Named(source)
            .SelectMany(named => Simple(named.Type).Select(name => (named.Place, Name: name)))
            .Where(named => !allowed.Contains(named.Name))
            .Select(named => source.Find("type", named.Place, Message(named.Name)))
            .Concat(source.All<CommandAst>().Select(NewObjectCall.Of).OfType<NewObjectCall>()
                .Where(call => call.TypeName is null)
                .Select(call => source.Find("type", call.Command.Extent, "which type this makes cannot be told")));
    }

    private static IEnumerable<(IScriptExtent Place, ITypeName Type)> Named(Source source)
    {
        foreach (Ast node in source.All<Ast>())
        {
            (Ast Place, string? Text) text = node switch
            {
                CommandAst command => (command, NewObjectCall.Of(command)?.TypeName),
                BinaryExpressionAst { Operator: TokenKind.As or TokenKind.Is or TokenKind.IsNot, Right: StringConstantExpressionAst name } => (name, name.Value),
                BinaryExpressionAst { Operator: TokenKind.As, Left: StringConstantExpressionAst name, Right: TypeExpressionAst right }
                    when IsType(right.TypeName) => (name, name.Value),
                ConvertExpressionAst { Child: StringConstantExpressionAst name } cast when IsType(cast.Type.TypeName) => (name, name.Value),
                _ => (node, null),
            };
            if (text.Text is not null && Parse(text.Text) is { } parsed)
            {
                yield return (text.Place.Extent, parsed);
            }
            if (node is TypeExpressionAst or TypeConstraintAst)
            {
                yield return (node.Extent, node is TypeExpressionAst type ? type.TypeName : ((TypeConstraintAst)node).TypeName);
            }
        }
    }

    // `X[Y[],Z]` names X, Y and Z.
    public static IEnumerable<string> Simple(ITypeName type) => type switch
    {
        ArrayTypeName array => Simple(array.ElementType),
        GenericTypeName generic => Simple(generic.TypeName).Concat(generic.GenericArguments.SelectMany(Simple)),
        _ => [type.FullName],
    };

    public static ITypeName? Parse(string name) =>
        Parser.ParseInput($"[{name}]", out _, out ParseError[] errors).Find(node => node is TypeExpressionAst, false) is TypeExpressionAst type
        && errors.Length == 0 ? type.TypeName : null;

    private static bool IsType(ITypeName type) => type.FullName.ToLowerInvariant() is "type" or "system.type";

    private static string Message(string name) =>
        name.StartsWith("System.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase)
            ? $"{name} is not allowed"
            : $"{name} is not allowed, or not named with its namespace";
}
