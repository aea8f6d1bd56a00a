using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rig;

// The raw standard streams: Console.Out belongs to the script that is being run.
sealed class Channel(Stream input, Stream output)
{
    private readonly StreamReader reader = new(input, new UTF8Encoding(false));

    private readonly JsonWriterOptions format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Read() => reader.ReadLine();

    // Blocks until the client kills this process, or has itself ended.
    public void WaitForEnd()
    {
        while (Read() is not null)
        {
        }
        Environment.Exit(1);
    }

    public void Write(Reply reply)
    {
        // A program that a script started may have left a line on this stream unfinished.
        output.WriteByte((byte)'\n');
        using (Utf8JsonWriter writer = new(output, format))
        {
            JsonSerializer.Serialize(writer, reply, Wire.Default.Reply);
        }
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
