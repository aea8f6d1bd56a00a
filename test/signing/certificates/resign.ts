import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import type { Issued } from "../pki.ts";

let count = 0;

/** Gives a certificate signed anew by `parent`, as these options of `openssl x509` have it. */
export function resigned(issued: Issued, parent: Issued, options: string[]): Promise<Issued> {
  const extensions = ["-extfile", besides(issued, "openssl.cnf"), "-extensions", "extensions"];
  return renewed(issued, [
    "-CA",
    parent.certificateFile,
    "-CAkey",
    parent.keyFile,
    ...extensions,
    ...options,
  ]);
}

/** Gives a certificate of version 1, without extensions, that is signed by its own key. */
export function ofVersion1(issued: Issued): Promise<Issued> {
  return renewed(issued, ["-signkey", issued.keyFile]);
}

async function renewed(issued: Issued, options: string[]): Promise<Issued> {
  count += 1;
  const certificateFile = `${issued.certificateFile}.${count}`;
  const request = ["-req", "-in", besides(issued, "request.pem"), "-days", "9000"];
  await execa("openssl", ["x509", ...request, ...options, "-out", certificateFile]);
  return { ...issued, certificateFile, certificatePem: readFileSync(certificateFile, "utf8") };
}

// What the certificate was first made from.
function besides({ certificateFile }: Issued, name: string): string {
  return join(dirname(certificateFile), name);
}
