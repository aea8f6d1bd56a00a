using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Rig.Acts;

namespace Rig.Running;

// Walks a run statement by statement: lists them, stops for ever before one, or does something before one.
sealed class Stepper(long id, RunRequest request, Channel channel)
{
    private readonly List<Stop> stops = [];
    private readonly Dictionary<int, int> visits = [];

    public IReadOnlyList<Stop> Stops => stops;

    public void Attach(Runspace runspace)
    {
        runspace.Debugger.SetDebugMode(DebugModes.LocalScript);
        runspace.Debugger.DebuggerStop += (_, stop) =>
        {
            stop.ResumeAction = DebuggerResumeAction.StepInto;
            Visit(stop.InvocationInfo);
        };
        runspace.Debugger.SetDebuggerStepMode(true);
    }

    private void Visit(InvocationInfo place)
    {
        // The debugger also stops at the braces around a function's body.
        if (place.ScriptName != request.Script || place.Line[place.OffsetInLine - 1] is '{' or '}')
        {
            return;
        }
        int line = place.ScriptLineNumber;
        Stop stop = new(stops.Count + 1, line, place.OffsetInLine, place.Line.Trim());
        stops.Add(stop);
        visits[line] = visits.GetValueOrDefault(line) + 1;
        if (stop.N == request.StopAt)
        {
            channel.Write(new Reply(id) { Event = "stopped", Stop = stop });
            channel.WaitForEnd();
        }
        foreach (Injection injection in request.Inject)
        {
            if (injection.Line == line && injection.Occurrence == visits[line])
            {
                Array.ForEach(injection.Do, act => Act.Perform(act));
            }
        }
    }
}
