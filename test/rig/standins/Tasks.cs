namespace StandIns;

// schtasks /create and /delete: the tasks that are there, as "name|command". A test runs them when their time has come.
static class Tasks
{
    public static (int Code, string Text) Run(string[] args)
    {
        string name = Option(args, "/tn");
        string[] others = [.. State.List("tasks").Where(task => task.Split('|')[0] != name)];
        if (args[0] == "/create")
        {
            State.Set("tasks", (string[])[.. others, $"{name}|{Option(args, "/tr")}"]);
            return (0, $"SUCCESS: The scheduled task \"{name}\" has successfully been created.\n");
        }
        bool isThere = others.Length < State.List("tasks").Length;
        State.Set("tasks", others);
        return isThere ? (0, $"SUCCESS: The scheduled task \"{name}\" was successfully deleted.\n") : (1, "");
    }

    private static string Option(string[] args, string name) => args[Array.IndexOf(args, name) + 1];
}
