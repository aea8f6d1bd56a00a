import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { serializedCertificate } from "../../../src/delivery/gpo/serialized-certificate.ts";
import { sharedHost } from "../../rig/shared.ts";
import { onWindows } from "../../script/machine.ts";
import { pki } from "../../signing/pki.ts";

const host = await sharedHost("windows");
const { signers } = await pki();

// The store of the machine's own, which has the form of that of its policies.
const store = "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\TrustedPublisher\\Certificates";
const list = `
$store = New-Object System.Security.Cryptography.X509Certificates.X509Store 'TrustedPublisher', 'LocalMachine'
$store.Open('ReadOnly')
foreach ($certificate in $store.Certificates) {
  "$($certificate.Thumbprint) $([Convert]::ToBase64String($certificate.RawData))"
}`;

test.skipIf(onWindows).each(["rsa2048", "p384"] as const)(
  "the certificate store of Windows' cryptography, which is Wine's, reads a certificate (%s)",
  async (kind) => {
    const certificate = new X509Certificate(signers[kind].certificatePem);
    const thumbprint = certificate.fingerprint.replaceAll(":", "");
    const key = `${store}\\${thumbprint}`;
    await host.registry.setRaw(key, "Blob", 3, serializedCertificate(certificate));
    try {
      const { output, stderr } = await host.evaluate(list);
      expect(stderr).toBe("");
      expect(output).toEqual([`${thumbprint} ${certificate.raw.toString("base64")}`]);
    } finally {
      await host.registry.deleteKey(key);
    }
  },
);
