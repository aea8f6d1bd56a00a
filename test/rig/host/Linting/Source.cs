using System.Management.Automation.Language;

namespace Rig.Linting;

sealed record Source(ScriptBlockAst Tree, Token[] Tokens, LintRequest Request)
{
    public IEnumerable<T> All<T>() where T : Ast => Tree.FindAll(node => node is T, searchNestedScriptBlocks: true).Cast<T>();

    public Finding Find(string rule, IScriptExtent place, string message) =>
        new(rule, place.StartLineNumber, place.StartColumnNumber, $"{message}: {FirstLine(place.Text)}");

    public Finding Later(IScriptExtent place, string what, string version) =>
        Find("syntax", place, $"{what} came with PowerShell {version}");

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
