using System.Management.Automation.Language;

namespace Rig.Linting;

// syntax: statements, casts and calls.
static class Constructs
{
    public static IEnumerable<Finding> Check(Source source) =>
        source.All<Ast>()
            .Select(node => (node, later: Later(node)))
            .Where(pair => pair.later is not null)
            .Select(pair => source.Later(pair.node.Extent, pair.later!.Value.What, pair.later.Value.Version))
            .Concat(Requirements(source));

    private static (string What, string Version)? Later(Ast node) => node switch
    {
        InvokeMemberExpressionAst { GenericTypeArguments: not null } => ("a method's type argument", "7.3"),
        InvokeMemberExpressionAst { Static: true, Member: StringConstantExpressionAst { Value: var name } }
            when Is(name, "new") => ("::new()", "5.0"),
        InvokeMemberExpressionAst { Static: false, Member: StringConstantExpressionAst { Value: var name } }
            when Is(name, "ForEach") || Is(name, "Where") => ("this method of every object", "4.0"),
        ConvertExpressionAst { Child: HashtableAst, Type.TypeName.FullName: var type }
            when !Is(type, "hashtable") && !Is(type, "System.Collections.Hashtable") => ("a hashtable as an object", "3.0"),
        UsingExpressionAst => ("$using:", "3.0"),
        TypeDefinitionAst => ("a class or enum", "5.0"),
        UsingStatementAst => ("using", "5.0"),
        ConfigurationDefinitionAst or DynamicKeywordStatementAst => ("a configuration", "4.0"),
        ScriptBlockAst { CleanBlock: not null } => ("a clean block", "7.3"),
        CommandAst command when IsSimplified(command) => ("a filter without a script block", "3.0"),
        _ => null,
    };

    // `Where-Object Name -eq x`, `ForEach-Object Name`.
    private static bool IsSimplified(CommandAst command) =>
        command.GetCommandName()?.ToLowerInvariant() is "where-object" or "where" or "?" or "foreach-object" or "foreach" or "%"
        && command.CommandElements.Skip(1).Any(element => element switch
        {
            CommandParameterAst parameter => !IsBlockParameter(parameter.ParameterName),
            StringConstantExpressionAst or ExpandableStringExpressionAst => true,
            _ => false,
        });

    private static bool IsBlockParameter(string name) =>
        new[] { "FilterScript", "Process", "Begin", "End", "InputObject" }
            .Any(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Finding> Requirements(Source source)
    {
        ScriptRequirements? needs = source.Tree.ScriptRequirements;
        if (needs is not null && (needs.IsElevationRequired || needs.RequiredModules.Count > 0
            || needs.RequiredPSEditions.Count > 0 || needs.RequiredPSVersion?.Major > 2))
        {
            Token place = source.Tokens.First(token =>
                token.Kind == TokenKind.Comment && token.Text.StartsWith("#requires", StringComparison.OrdinalIgnoreCase));
            yield return source.Later(place.Extent, "this requirement", "3.0");
        }
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
