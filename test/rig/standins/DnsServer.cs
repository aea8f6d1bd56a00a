using System.Diagnostics;

namespace StandIns;

// The DNS Server's process: one that waits to be ended. While it runs, it has the ports that a test gave it.
static class DnsServer
{
    private static EventWaitHandle IsThere() => new(false, EventResetMode.ManualReset, "portkeep-dns-is-there");

    public static (int, string) Run()
    {
        using EventWaitHandle isThere = IsThere();
        isThere.Set();
        Thread.Sleep(Timeout.Infinite);
        return (0, "");
    }

    public static Process? Process() => System.Diagnostics.Process.GetProcessesByName("dns").FirstOrDefault();

    // By the shell, which does not pass on the handles of the caller: they would keep its pipes open.
    public static void Start()
    {
        string path = Path.Combine(Environment.SystemDirectory, "dns.exe");
        using EventWaitHandle isThere = IsThere();
        // Wine now and then loses a process while it starts.
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            using Process process = System.Diagnostics.Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })!;
            while (!process.HasExited)
            {
                if (isThere.WaitOne(50)) return;
            }
        }
    }

    public static void Stop()
    {
        foreach (Process process in System.Diagnostics.Process.GetProcessesByName("dns"))
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
