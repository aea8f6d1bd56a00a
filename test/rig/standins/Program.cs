using System.Text;
using StandIns;

// One program for five of Windows': what it does goes by the name it is started under.
string name = Path.GetFileNameWithoutExtension(Environment.ProcessPath!).ToLowerInvariant();
State.Log($"{name} {string.Join(' ', args)}");
if (State.List("fail").FirstOrDefault(fault => $"{name} {string.Join(' ', args)}".Contains(fault.Split('=')[0])) is { } fault)
{
    return int.Parse(fault.Split('=')[1]);
}
(int code, string text) = name switch
{
    "netsh" => Netsh.Run(args),
    "netstat" => (0, Netstat.Show()),
    "sc" => ServiceControl.Run(args),
    "schtasks" => Tasks.Run(args),
    "dns" => DnsServer.Run(),
    _ => throw new InvalidOperationException($"no stand-in for {name}"),
};
// As consoles of the West do: the headings' letters beyond ASCII are one byte each.
using Stream output = Console.OpenStandardOutput();
output.Write(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));
return code;
