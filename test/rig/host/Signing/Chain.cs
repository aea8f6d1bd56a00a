using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rig.Signing;

// The way from a certificate to a trusted root, and what is wrong with it.
sealed record Chain(IReadOnlyList<string> Problems, IReadOnlyList<string> Thumbprints)
{
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    public static Chain Build(
        X509Certificate2 certificate, X509Certificate2Collection others, string[] roots, string usage, DateTime time)
    {
        using X509Chain chain = new();
        chain.ChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = time,
        };
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(usage));
        chain.ChainPolicy.ExtraStore.AddRange(others);
        foreach (string root in roots)
        {
            chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(root));
        }
        chain.Build(certificate);
        return new(
            [.. chain.ChainStatus.Select(status => status.Status.ToString())],
            [.. chain.ChainElements.Select(element => element.Certificate.Thumbprint)]);
    }
}
