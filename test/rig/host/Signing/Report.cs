namespace Rig.Signing;

sealed record SignatureRequest(string Base64)
{
    public string[] Roots { get; set; } = [];
    public string[] TimestampRoots { get; set; } = [];
    public DateTime? Time { get; set; }
}

// What .NET and this host find in a signed script. Problems is empty where nothing is wrong; algorithms are object
// identifiers, digests hexadecimal, certificates named by their SHA-1 thumbprints.
sealed record SignatureReport(
    IReadOnlyList<string> Problems,
    string Encoding,
    int Trailing,
    int Version,
    string ContentType,
    string DataType,
    string FileType,
    string Hash,
    string Digest,
    string BodyDigest,
    IReadOnlyList<Signer> Signers,
    IReadOnlyList<Certificate> Certificates);

sealed record Signer(
    string? Subject,
    int Version,
    string Identifier,
    string Hash,
    string Algorithm,
    IReadOnlyList<string> SignedAttributes,
    IReadOnlyList<string> UnsignedAttributes,
    IReadOnlyList<string> Chain,
    IReadOnlyList<Timestamp> Timestamps);

sealed record Timestamp(string Kind, IReadOnlyList<string> Problems)
{
    public DateTime? Time { get; init; }
    public string? Hash { get; init; }
    public string? Signer { get; init; }
    public IReadOnlyList<string> Chain { get; init; } = [];
}

sealed record Certificate(string Thumbprint, string Subject, string Issuer, DateTime NotBefore, DateTime NotAfter);
