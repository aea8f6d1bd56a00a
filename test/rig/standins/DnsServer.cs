using System.Diagnostics;

namespace StandIns;

// The DNS Server's process: one that waits to be ended. While it runs, it has the ports that a test gave it.
static class DnsServer
{
    public static (int, string) Run()
    {
        Thread.Sleep(Timeout.Infinite);
        return (0, "");
    }

    public static Process? Process() => System.Diagnostics.Process.GetProcessesByName("dns").FirstOrDefault();

    // By the shell, which does not pass on the handles of the caller: they would keep its pipes open.
    public static void Start() =>
        System.Diagnostics.Process.Start(new ProcessStartInfo(Path.Combine(Environment.SystemDirectory, "dns.exe")) { UseShellExecute = true });

    public static void Stop()
    {
        foreach (Process process in System.Diagnostics.Process.GetProcessesByName("dns"))
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
