using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Rig.Signing;

// Judges a signed script by .NET's own CMS and chains. What is wrong is named:
//   trailing   text follows the block
//   version    SignedData is not of version 1, which Windows writes for scripts
//   digest     the signature is for another text
//   signature  CMS does not hold
//   signers    there is not exactly one
//   chain:X    the way to a trusted root, with the usage of code signing, at the timestamp's time or the one given
//   timestamp  a timestamp does not hold or is not by a trusted authority
sealed class Verifier(SignatureRequest request)
{
    public static SignatureReport Verify(SignatureRequest request) => new Verifier(request).Verify();

    private SignatureReport Verify()
    {
        SignedScript script = SignedScript.Read(Convert.FromBase64String(request.Base64));
        SignedCms cms = new();
        cms.Decode(script.Signature);
        IndirectData data = IndirectData.Read(cms.ContentInfo.Content);
        byte[] digest = script.Digest(data.Hash);
        List<string> problems = [];
        problems.AddRange(Named("trailing", script.Trailing > 0));
        problems.AddRange(Named("version", cms.Version != 1));
        problems.AddRange(Named("digest", !digest.AsSpan().SequenceEqual(data.Digest)));
        problems.AddRange(Named("signature", !Holds(cms)));
        problems.AddRange(Named("signers", cms.SignerInfos.Count != 1));
        Signer[] signers = [.. cms.SignerInfos.Cast<SignerInfo>().Select(signer => Judge(cms, signer, problems))];
        return new(
            problems, script.Encoding, script.Trailing, cms.Version, cms.ContentInfo.ContentType.Value!, data.DataType,
            data.FileType, data.Hash, Convert.ToHexStringLower(data.Digest), Convert.ToHexStringLower(digest), signers,
            [.. cms.Certificates.Select(Describe)]);
    }

    private Signer Judge(SignedCms cms, SignerInfo signer, List<string> problems)
    {
        Timestamp[] timestamps = [.. new Timestamps(cms, request).Read(signer)];
        problems.AddRange(timestamps.Where(timestamp => timestamp.Problems.Count > 0).Select(_ => "timestamp"));
        Timestamp? trusted = timestamps.FirstOrDefault(timestamp => timestamp.Problems.Count == 0);
        DateTime time = trusted?.Time ?? request.Time ?? DateTime.UtcNow;
        Chain? chain = signer.Certificate is { } certificate
            ? Chain.Build(certificate, cms.Certificates, request.Roots, Chain.CodeSigning, time)
            : null;
        problems.AddRange((chain?.Problems ?? ["NoCertificate"]).Select(problem => $"chain:{problem}"));
        return new(
            signer.Certificate?.Subject, signer.Version, signer.SignerIdentifier.Type.ToString(),
            signer.DigestAlgorithm.Value!, signer.SignatureAlgorithm.Value!, Oids(signer.SignedAttributes),
            Oids(signer.UnsignedAttributes), chain?.Thumbprints ?? [], timestamps);
    }

    private static IEnumerable<string> Named(string name, bool isWrong) => isWrong ? [name] : [];

    private static bool Holds(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string[] Oids(CryptographicAttributeObjectCollection attributes) =>
        [.. attributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value!)];

    private static Certificate Describe(X509Certificate2 certificate) => new(
        certificate.Thumbprint, certificate.Subject, certificate.Issuer,
        certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
}
