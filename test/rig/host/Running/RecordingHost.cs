using System.Globalization;
using System.Management.Automation.Host;

namespace Rig.Running;

// The host a script sees: keeps what it writes and the code it exits with.
sealed class RecordingHost(RecordingUi ui) : PSHost
{
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "ConsoleHost";
    public override PSHostUserInterface UI => ui;
    public override Version Version => new(7, 6);

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException();
    public override void ExitNestedPrompt() => throw new NotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}
