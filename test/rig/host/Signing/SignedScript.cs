using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Rig.Signing;

// The text that a signature is for, the signature's bytes, and how many characters come after its block.
sealed partial record SignedScript(string Encoding, string Body, byte[] Signature, int Trailing)
{
    private static readonly (string Name, byte[] Mark, Encoding Encoding)[] marked =
    [
        ("utf-8-bom", [0xef, 0xbb, 0xbf], new UTF8Encoding(false, true)),
        ("utf-16le-bom", [0xff, 0xfe], new UnicodeEncoding(false, false, true)),
        ("utf-16be-bom", [0xfe, 0xff], new UnicodeEncoding(true, false, true)),
    ];

    public static SignedScript Read(byte[] file)
    {
        (string encoding, string text) = Decode(file);
        Match block = Block().Match(text);
        if (!block.Success)
        {
            throw new ArgumentException("The script has no signature block.");
        }
        byte[] signature = Convert.FromBase64String(block.Groups["base64"].Value.Replace("# ", ""));
        return new(encoding, text[..block.Index], signature, text.Length - block.Index - block.Length);
    }

    // Windows hashes the text as UTF-16, its byte order mark included.
    public byte[] Digest(string oid)
    {
        HashAlgorithmName name = new(new Oid(oid).FriendlyName!.ToUpperInvariant());
        using IncrementalHash hash = IncrementalHash.CreateHash(name);
        hash.AppendData(System.Text.Encoding.Unicode.GetBytes(Body));
        return hash.GetHashAndReset();
    }

    private static (string Encoding, string Text) Decode(byte[] file)
    {
        foreach ((string name, byte[] mark, Encoding encoding) in marked)
        {
            if (file.AsSpan().StartsWith(mark))
            {
                return (name, encoding.GetString(file));
            }
        }
        return (Ascii.IsValid(file) ? "ascii" : "unmarked", new UTF8Encoding(false, true).GetString(file));
    }

    // The last one counts.
    [GeneratedRegex(
        @"\r?\n# SIG # Begin signature block\r?\n(?<base64>(?:# [A-Za-z0-9+/=]+\r?\n)+)# SIG # End signature block(?:\r?\n)?",
        RegexOptions.RightToLeft)]
    private static partial Regex Block();
}
