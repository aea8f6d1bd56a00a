using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;

namespace Rig.Running;

static class Evaluation
{
    // Runs a piece of PowerShell on given variables; each object it puts out comes back as a string.
    public static EvaluateResult Run(EvaluateRequest request)
    {
        StringWriter stdout = new();
        StringWriter stderr = new();
        RecordingHost host = new(new RecordingUi(stdout, stderr, null));
        using Runspace runspace = Session.Open(host);
        foreach ((string name, JsonElement value) in request.Variables)
        {
            runspace.SessionStateProxy.SetVariable(name, Value(value));
        }
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(request.Code);
        List<PSObject> output = [];
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            stderr.WriteLine(error.Message);
        }
        foreach (ErrorRecord error in shell.Streams.Error)
        {
            stderr.WriteLine(error);
        }
        return new EvaluateResult([.. output.Select(item => item?.ToString() ?? "")], stderr.ToString());
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when IsNested(value) => value.EnumerateArray().Select(Strings).ToArray<object>(),
        JsonValueKind.Array => Strings(value),
        _ => throw new ArgumentException("A variable is a string, a list of strings, or a list of such lists."),
    };

    private static bool IsNested(JsonElement list) =>
        list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Array;

    private static string[] Strings(JsonElement list) =>
        [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
