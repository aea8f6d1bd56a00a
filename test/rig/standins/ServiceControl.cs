namespace StandIns;

// sc query|start|stop|interrogate DNS, with the codes and the words of Windows, which these programs do not translate.
static class ServiceControl
{
    public static (int Code, string Text) Run(string[] args)
    {
        bool runs = DnsServer.Process() is not null;
        switch (args[0])
        {
            case "start" when runs: return (1056, Failed("StartService", 1056));
            case "stop" or "interrogate" when !runs: return (1062, Failed("ControlService", 1062));
            case "start": DnsServer.Start(); return (0, Status("2  START_PENDING"));
            case "stop": DnsServer.Stop(); return (0, Status("3  STOP_PENDING"));
            default: return (0, Status(runs ? "4  RUNNING" : "1  STOPPED"));
        }
    }

    private static string Status(string state) =>
        $"\nSERVICE_NAME: DNS \n        TYPE               : 10  WIN32_OWN_PROCESS  \n        STATE              : {state} \n"
        + "        WIN32_EXIT_CODE    : 0  (0x0)\n        SERVICE_EXIT_CODE  : 0  (0x0)\n        CHECKPOINT         : 0x0\n"
        + "        WAIT_HINT          : 0x0\n";

    private static string Failed(string call, int code) => $"[SC] {call} FAILED {code}:\n";
}
