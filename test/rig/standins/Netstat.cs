namespace StandIns;

// netstat -ano: open ports are "port process" where a test opened them, and those of the DNS Server while it runs.
static class Netstat
{
    public static string Show() =>
        "\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           PID\n"
        + "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       912\n"
        + string.Concat(Open().Select(open =>
            $"  UDP    {"0.0.0.0:" + open.Port,-22} *:*                                    {open.Process}\n"
            + $"  UDP    {"[::]:" + open.Port,-22} *:*                                    {open.Process}\n"));

    public static IEnumerable<int> OpenPorts() => Open().Select(open => open.Port);

    private static IEnumerable<(int Port, int Process)> Open()
    {
        foreach (string line in State.List("open"))
        {
            yield return (int.Parse(line.Split(' ')[0]), int.Parse(line.Split(' ')[1]));
        }
        foreach (string port in DnsServer.Process() is null ? [] : State.List("dnsPorts"))
        {
            yield return (int.Parse(port), DnsServer.Process()!.Id);
        }
    }
}
