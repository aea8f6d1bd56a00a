using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Rig.Cmdlets;

namespace Rig.Running;

static class Session
{
    // The engine's core and three cmdlets whose modules cannot be had outside Windows.
    public static Runspace Open(PSHost host, PSLanguageMode mode = PSLanguageMode.FullLanguage)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }
        state.LanguageMode = mode;
        state.Commands.Add(new SessionStateCmdletEntry("Write-Verbose", typeof(WriteVerboseCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Warning", typeof(WriteWarningCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("New-Object", typeof(NewObjectCommand), null));
        // No module of the machine under the test may answer for a command that is missing.
        state.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", "None", null));
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        return runspace;
    }
}
