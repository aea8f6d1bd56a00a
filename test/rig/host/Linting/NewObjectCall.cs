using System.Management.Automation.Language;

namespace Rig.Linting;

// A call of New-Object: the type's name and the arguments, where the text tells them.
sealed record NewObjectCall(CommandAst Command, string? TypeName, int? ArgumentCount)
{
    public static NewObjectCall? Of(Ast? node)
    {
        if (node is not CommandAst command
            || !string.Equals(command.GetCommandName(), "New-Object", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        List<Ast> positional = [];
        Dictionary<string, Ast?> named = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is CommandParameterAst parameter)
            {
                named[parameter.ParameterName] = parameter.Argument ?? command.CommandElements.ElementAtOrDefault(++i);
            }
            else
            {
                positional.Add(command.CommandElements[i]);
            }
        }
        Ast? type = named.GetValueOrDefault("TypeName") ?? Take(positional);
        Ast? arguments = named.GetValueOrDefault("ArgumentList") ?? Take(positional);
        return new NewObjectCall(command, (type as StringConstantExpressionAst)?.Value, Count(arguments));
    }

    private static Ast? Take(List<Ast> nodes)
    {
        Ast? first = nodes.FirstOrDefault();
        nodes.RemoveRange(0, Math.Min(1, nodes.Count));
        return first;
    }

    private static int? Count(Ast? arguments) => arguments switch
    {
        null => 0,
        ArrayLiteralAst list => list.Elements.Count,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var inner }] } }
            => Count(inner),
        ConstantExpressionAst or ExpandableStringExpressionAst => 1,
        _ => null,
    };
}
