using System.Management.Automation.Language;

namespace Rig.Linting;

// syntax: operators.
static class Operators
{
    public static IEnumerable<Finding> Check(Source source) =>
        source.All<Ast>()
            .Select(node => (node, later: Later(node)))
            .Where(pair => pair.later is not null)
            .Select(pair => source.Later(pair.node.Extent, pair.later!.Value.What, pair.later.Value.Version));

    private static (string What, string Version)? Later(Ast node) => node switch
    {
        BinaryExpressionAst { Operator: TokenKind.Iin or TokenKind.Cin } => ("-in", "3.0"),
        BinaryExpressionAst { Operator: TokenKind.Inotin or TokenKind.Cnotin } => ("-notin", "3.0"),
        BinaryExpressionAst { Operator: TokenKind.Shl or TokenKind.Shr } => ("a shift operator", "3.0"),
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => ("??", "7.0"),
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => ("??=", "7.0"),
        MemberExpressionAst { NullConditional: true } => ("?.", "7.0"),
        IndexExpressionAst { NullConditional: true } => ("?[]", "7.0"),
        TernaryExpressionAst => ("the ternary operator", "7.0"),
        PipelineChainAst => ("&& or ||", "7.0"),
        PipelineAst { Background: true } => ("a background job by &", "6.0"),
        _ => null,
    };
}
