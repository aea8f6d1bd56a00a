using System.Management.Automation.Language;
using System.Reflection;

namespace Rig.Linting;

// The .NET type of an expression where the text alone tells it; null otherwise.
sealed class Inference
{
    // By the function a variable is assigned in: a parameter or a loop's variable may hold anything.
    private readonly ILookup<(Ast Scope, string Name), Ast> assigned;

    public Inference(Source source) =>
        assigned = source.All<AssignmentStatementAst>()
            .Where(assignment => assignment.Operator == TokenKind.Equals)
            .Select(assignment => (Target: Variable(assignment.Left), Value: (Ast)assignment.Right))
            .Concat(source.All<AssignmentStatementAst>().Where(assignment => assignment.Operator != TokenKind.Equals)
                .Select(assignment => (Target: Variable(assignment.Left), Value: (Ast)assignment.Left)))
            .Concat(source.All<ForEachStatementAst>().Select(loop => (Target: (VariableExpressionAst?)loop.Variable, Value: (Ast)loop)))
            .Concat(source.All<ParameterAst>().Select(parameter => (Target: (VariableExpressionAst?)parameter.Name, Value: (Ast)parameter)))
            .Where(pair => pair.Target is not null)
            .ToLookup(pair => Key(pair.Target!), pair => pair.Value);

    public Type? TypeOf(Ast? node, int depth = 8) => depth == 0 ? null : node switch
    {
        ConvertExpressionAst { Child: not VariableExpressionAst } cast => Framework.Find(cast.Type.TypeName),
        ParenExpressionAst { Pipeline: PipelineAst pipeline } => TypeOf(pipeline, depth - 1),
        PipelineAst { PipelineElements: [var only] } => TypeOf(only, depth - 1),
        CommandExpressionAst expression => TypeOf(expression.Expression, depth - 1),
        CommandAst when NewObjectCall.Of(node) is { TypeName: { } name } && Types.Parse(name) is { } type => Framework.Find(type),
        VariableExpressionAst variable => OfVariable(variable, depth - 1),
        InvokeMemberExpressionAst call => Common(Candidates(call, depth - 1).OfType<MethodInfo>()
            .Where(method => Overloads.Takes(method, call.Arguments?.Count ?? 0)).Select(method => method.ReturnType)),
        MemberExpressionAst access => Common(Candidates(access, depth - 1).Select(member => member switch
        {
            PropertyInfo property => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => null,
        })),
        _ => null,
    };

    private IEnumerable<MemberInfo> Candidates(MemberExpressionAst access, int depth)
    {
        Type? owner = access is { Static: true, Expression: TypeExpressionAst type }
            ? Framework.Find(type.TypeName)
            : TypeOf(access.Expression, depth);
        return owner is not null && access.Member is StringConstantExpressionAst name
            ? Framework.MembersOf(owner, name.Value)
            : [];
    }

    private Type? OfVariable(VariableExpressionAst variable, int depth) =>
        Common(assigned[Key(variable)].Where(value => value.Extent.Text != "$null").Select(value => TypeOf(value, depth)));

    // What may be null, or unrolled by a pipeline, is not told.
    private static Type? Common(IEnumerable<Type?> types)
    {
        Type?[] distinct = [.. types.Distinct()];
        return distinct is [{ } only] && !only.IsGenericParameter && !only.IsArray && only.FullName is not ("System.Object" or null)
            ? only : null;
    }

    private static VariableExpressionAst? Variable(ExpressionAst left) => left switch
    {
        VariableExpressionAst variable => variable,
        ConvertExpressionAst { Child: VariableExpressionAst variable } => variable,
        _ => null,
    };

    private static (Ast Scope, string Name) Key(VariableExpressionAst variable)
    {
        Ast scope = variable;
        while (scope.Parent is not null && scope is not FunctionDefinitionAst)
        {
            scope = scope.Parent;
        }
        return (scope, variable.VariablePath.UserPath.ToLowerInvariant());
    }
}
