using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Rig.Linting;

// command and alias.
static class Commands
{
    private static readonly HashSet<string> aliases = new(
        InitialSessionState.CreateDefault2().Commands.OfType<SessionStateAliasEntry>().Select(alias => alias.Name)
            // Those that PowerShell has on Windows only.
            .Concat("ac cat clear compare cp cpp curl diff ls man mount mv ps rm rmdir sleep sort start tee wget write".Split(' ')),
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Check(Source source)
    {
        HashSet<string> known = new(source.Request.AllowedCommands, StringComparer.OrdinalIgnoreCase);
        known.UnionWith(source.All<FunctionDefinitionAst>().Select(function => function.Name.Split(':')[^1]));
        return source.All<CommandAst>().Select(command => Check(source, command, known)).OfType<Finding>()
            .Concat(source.All<VariableExpressionAst>()
                .Where(variable => variable.VariablePath.UserPath.Equals("ExecutionContext", StringComparison.OrdinalIgnoreCase))
                .Select(variable => source.Find("command", variable.Extent, "this can run any command")));
    }

    private static Finding? Check(Source source, CommandAst command, HashSet<string> known)
    {
        string? name = command.GetCommandName();
        return command switch
        {
            { InvocationOperator: TokenKind.Dot } => source.Find("command", command.Extent, "dot-sourced"),
            { CommandElements: [ScriptBlockExpressionAst, ..] } => null,
            _ when name is null => source.Find("command", command.Extent, "which command this is cannot be told"),
            _ when aliases.Contains(name) => source.Find("alias", command.Extent, "an alias"),
            _ when !known.Contains(name) => source.Find("command", command.Extent, "a command that is not allowed"),
            _ => null,
        };
    }
}
