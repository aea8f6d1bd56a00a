using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Rig.Running;

// Writes to the two streams what powershell.exe would write to its own; answers prompts only if told how.
sealed class RecordingUi(TextWriter stdout, TextWriter stderr, string? confirm) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new PlainRawUi();

    public override void Write(string value) => stdout.Write(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => stdout.WriteLine(value);
    public override void WriteVerboseLine(string message) => stdout.WriteLine("VERBOSE: " + message);
    public override void WriteWarningLine(string message) => stdout.WriteLine("WARNING: " + message);
    public override void WriteDebugLine(string message) => stdout.WriteLine("DEBUG: " + message);
    public override void WriteErrorLine(string value) => stderr.WriteLine(value);
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        string wanted = confirm ?? throw NonInteractive();
        stdout.WriteLine($"{caption}\n{message}");
        for (int i = 0; i < choices.Count; i++)
        {
            if (choices[i].Label.Replace("&", "").Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        throw new InvalidOperationException($"The prompt has no answer '{wanted}': {message}");
    }

    public override string ReadLine() => throw NonInteractive();
    public override SecureString ReadLineAsSecureString() => throw NonInteractive();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw NonInteractive();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw NonInteractive();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowed, PSCredentialUIOptions options) => throw NonInteractive();

    private static PSInvalidOperationException NonInteractive() =>
        new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
}
