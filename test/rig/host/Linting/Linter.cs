using System.Management.Automation.Language;

namespace Rig.Linting;

// Rules over a script's syntax tree:
//   parse        the engine's own parser refuses it
//   syntax       a construct that Windows PowerShell 2.0 does not know
//   redirection  the error stream is redirected (2>)
//   command      a command that is neither allowed nor a function of the script, or that cannot be told
//   alias        a command called by an alias
//   type         a type that is not allowed, or named without its namespace
//   member       a type or member that .NET Framework 2.0 lacks, or a count of arguments none of its overloads takes
static class Linter
{
    private static readonly Func<Source, IEnumerable<Finding>>[] rules =
    [
        Operators.Check, Constructs.Check, Variables.Check, Literals.Check, Attributes.Check,
        Redirections.Check, Commands.Check, Types.Check, Members.Check,
    ];

    public static IReadOnlyList<Finding> Lint(LintRequest request)
    {
        ScriptBlockAst tree = Parser.ParseInput(request.Script, out Token[] tokens, out ParseError[] errors);
        Source source = new(tree, tokens, request);
        return
        [
            .. errors.Select(error => source.Find("parse", error.Extent, error.Message))
                .Concat(rules.SelectMany(rule => rule(source)))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Column),
        ];
    }
}
