using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Rig.Signing;

// Both kinds of timestamp that a signature can carry.
sealed class Timestamps(SignedCms cms, SignatureRequest request)
{
    private const string Rfc3161 = "1.3.6.1.4.1.311.3.3.1";

    public IEnumerable<Timestamp> Read(SignerInfo signer) => ReadTokens(signer).Concat(ReadCounterSignatures(signer));

    private IEnumerable<Timestamp> ReadTokens(SignerInfo signer) =>
        from attribute in signer.UnsignedAttributes.Cast<CryptographicAttributeObject>()
        where attribute.Oid.Value == Rfc3161
        from value in attribute.Values.Cast<AsnEncodedData>()
        select ReadToken(signer, value.RawData);

    private Timestamp ReadToken(SignerInfo signer, byte[] value)
    {
        if (!Rfc3161TimestampToken.TryDecode(value, out Rfc3161TimestampToken? token, out _))
        {
            return new("rfc3161", ["NotAToken"]);
        }
        X509Certificate2Collection others = token.AsSignedCms().Certificates;
        bool valid = token.VerifySignatureForSignerInfo(signer, out X509Certificate2? certificate, others);
        Rfc3161TimestampTokenInfo info = token.TokenInfo;
        return Judge("rfc3161", valid, certificate, others, info.Timestamp.UtcDateTime) with
        {
            Hash = info.HashAlgorithmId.Value,
        };
    }

    private IEnumerable<Timestamp> ReadCounterSignatures(SignerInfo signer) =>
        from counter in signer.CounterSignerInfos.Cast<SignerInfo>()
        select Judge("legacy", IsValid(counter), counter.Certificate, cms.Certificates, SigningTime(counter)) with
        {
            Hash = counter.DigestAlgorithm.Value,
        };

    private Timestamp Judge(
        string kind, bool valid, X509Certificate2? certificate, X509Certificate2Collection others, DateTime? time)
    {
        Chain? chain = certificate is null || time is null
            ? null
            : Chain.Build(certificate, others, request.TimestampRoots, Chain.TimeStamping, time.Value);
        string[] signature = valid ? [] : ["SignatureInvalid"];
        return new(kind, [.. signature, .. chain?.Problems ?? ["NoCertificate"]])
        {
            Time = time,
            Signer = certificate?.Subject,
            Chain = chain?.Thumbprints ?? [],
        };
    }

    private static DateTime? SigningTime(SignerInfo counter) => counter.SignedAttributes
        .Cast<CryptographicAttributeObject>()
        .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
        .OfType<Pkcs9SigningTime>()
        .FirstOrDefault()?.SigningTime.ToUniversalTime();

    private static bool IsValid(SignerInfo counter)
    {
        try
        {
            counter.CheckSignature(true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
