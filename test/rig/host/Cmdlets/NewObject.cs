using System.Management.Automation;

namespace Rig.Cmdlets;

[Cmdlet("New", "Object")]
public sealed class NewObjectCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1)]
    public object[] ArgumentList { get; set; } = [];

    protected override void BeginProcessing()
    {
        if (SessionState.LanguageMode != PSLanguageMode.FullLanguage)
        {
            throw new PSNotSupportedException("Cannot create type. Only core types are supported in this language mode.");
        }
        // The engine's own `new` converts arguments and picks the constructor as the real cmdlet does.
        PSObject constructor = InvokeCommand.InvokeScript("param($type) ([type]$type)::new", TypeName)[0];
        WriteObject(((PSMethod)constructor.BaseObject).Invoke(ArgumentList));
    }
}
