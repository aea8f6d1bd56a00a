import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { sharedHost } from "../../rig/shared.ts";
import type { SignatureReport } from "../../rig/wire.ts";
import { windowsSignedScripts } from "./scripts.ts";
import type { SignedScript } from "./signed-in.ts";

export interface Reported extends SignedScript {
  /** What .NET finds, under DigiCert's roots; Microsoft's own are not to be had here. */
  report: SignatureReport;
  text: string;
}

/** Gives the scripts signed on Windows with what .NET says of them. */
export async function windowsSignedReports(): Promise<Reported[]> {
  const host = await sharedHost("linux");
  const roots = rootCertificates.filter((pem) => new X509Certificate(pem).subject.includes("O=DigiCert Inc"));
  return Promise.all(
    (await windowsSignedScripts()).map(async ({ name, bytes }) => {
      const report = await host.signature(bytes, { roots, timestampRoots: roots });
      const text = bytes.toString(report.encoding === "utf-16le-bom" ? "utf16le" : "utf8");
      return { name, bytes, report, text };
    }),
  );
}
