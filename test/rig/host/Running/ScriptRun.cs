using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Rig.Running;

// One `powershell -NoProfile -NonInteractive -File script arguments`, in a runspace of its own.
sealed class ScriptRun(long id, Channel channel)
{
    public RunResult Run(RunRequest request)
    {
        long start = Stopwatch.GetTimestamp();
        StringWriter stdout = new();
        StringWriter stderr = new();
        RecordingHost host = new(new RecordingUi(stdout, stderr, request.Confirm));
        Stepper? stepper = request.Steps ? new Stepper(id, request, channel) : null;
        bool failed = false;
        using (new Surroundings(request, stdout, stderr))
        {
            PSLanguageMode mode = Enum.Parse<PSLanguageMode>(request.LanguageMode ?? "FullLanguage");
            using Runspace runspace = Session.Open(host, mode);
            stepper?.Attach(runspace);
            try
            {
                Invoke(runspace, request);
            }
            catch (RuntimeException error)
            {
                failed = true;
                stderr.WriteLine(error.Message + Environment.NewLine + error.ErrorRecord.InvocationInfo?.PositionMessage);
            }
        }
        int exitCode = failed ? 1 : host.ExitCode ?? 0;
        double durationMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new RunResult(
            exitCode, stdout.ToString(), stderr.ToString(), durationMs, request.Stops ? stepper?.Stops : null);
    }

    private static void Invoke(Runspace runspace, RunRequest request)
    {
        Command script = new(request.Script, isScript: false, useLocalScope: false);
        foreach (CommandParameter parameter in Arguments.Collect(request.Arguments))
        {
            script.Parameters.Add(parameter);
        }
        script.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        using Pipeline pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add(script);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        ExitReachesHost(runspace);
        pipeline.Invoke();
    }

    // As ConsoleHost does for -File: otherwise `exit` in a script file only sets $LASTEXITCODE.
    private static void ExitReachesHost(Runspace runspace)
    {
        const BindingFlags Hidden =
            BindingFlags.Instance | BindingFlags.NonPublic;
        object context = typeof(Runspace).GetProperty("ExecutionContext", Hidden)!.GetValue(runspace)!;
        context.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Hidden)!.SetValue(context, true);
    }
}
