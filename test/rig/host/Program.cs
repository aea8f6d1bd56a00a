using System.Text.Json;
using Rig;

// Each line of standard input is a request; each gets one line back, with its id.
Channel channel = new(Console.OpenStandardInput(), new BufferedStream(Console.OpenStandardOutput()));
Dispatch dispatch = new(channel);
while (channel.Read() is { } line)
{
    using JsonDocument request = JsonDocument.Parse(line);
    long id = request.RootElement.GetProperty("id").GetInt64();
    try
    {
        channel.Write(new Reply(id) { Result = dispatch.Perform(id, request.RootElement) });
    }
    catch (Exception error)
    {
        channel.Write(new Reply(id) { Error = error.GetBaseException().Message });
    }
}
