using System.Management.Automation.Runspaces;

namespace Rig.Running;

// What `powershell -File script a b c` makes of a, b and c: the rules of its own ConsoleHost.
static class Arguments
{
    public static IEnumerable<CommandParameter> Collect(string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            int colon = argument.IndexOf(':');
            if (argument.Length < 2 || !IsDash(argument[0]))
            {
                yield return new CommandParameter(null, argument);
            }
            else if (colon < 0)
            {
                yield return new CommandParameter(argument);
            }
            else if (colon < argument.Length - 1)
            {
                yield return new CommandParameter(argument[..colon], Switch(argument[(colon + 1)..]));
            }
            else if (i + 1 < arguments.Length)
            {
                yield return new CommandParameter(argument.TrimEnd(':'), arguments[++i]);
            }
        }
    }

    private static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';

    private static object Switch(string value) =>
        bool.TryParse(value.StartsWith('$') ? value[1..] : value, out bool answer) ? answer : value;
}
