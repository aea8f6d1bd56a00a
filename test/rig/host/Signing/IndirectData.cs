using System.Formats.Asn1;

namespace Rig.Signing;

// SpcIndirectData: what kind of file is signed, and its digest.
sealed record IndirectData(string DataType, string FileType, string Hash, byte[] Digest)
{
    public static IndirectData Read(byte[] content)
    {
        AsnReader indirect = new AsnReader(content, AsnEncodingRules.DER).ReadSequence();
        AsnReader data = indirect.ReadSequence();
        string dataType = data.ReadObjectIdentifier();
        AsnReader information = data.ReadSequence();
        information.ReadInteger();
        Guid fileType = new(information.ReadOctetString());
        AsnReader digestInfo = indirect.ReadSequence();
        string hash = digestInfo.ReadSequence().ReadObjectIdentifier();
        byte[] digest = digestInfo.ReadOctetString();
        digestInfo.ThrowIfNotEmpty();
        indirect.ThrowIfNotEmpty();
        return new(dataType, fileType.ToString(), hash, digest);
    }
}
