import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs openssl with a password in a file, whose name stands for PASSWORD in the options; gives its output. */
export function openssl(options: string[], password = ""): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-key-"));
  const file = join(folder, "password");
  try {
    writeFileSync(file, `${password}\n`);
    const given = options.map((option) => (option === "PASSWORD" ? `file:${file}` : option));
    return execFileSync("openssl", given, { stdio: "pipe" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Options of `openssl pkcs8 -topk8` for each way in which a key can be encrypted and read again. */
export const encryptions: Record<string, string[]> = {
  "AES-128": ["-v2", "aes-128-cbc"],
  "AES-192": ["-v2", "aes-192-cbc"],
  "AES-256": ["-v2", "aes-256-cbc"],
  "3DES": ["-v2", "des3"],
  "AES-256, HMAC with SHA-1": ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1"],
  "AES-256, HMAC with SHA-224": ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA224"],
  "AES-256, HMAC with SHA-384": ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA384"],
  "AES-256, HMAC with SHA-512": ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"],
  "AES-256, scrypt": ["-scrypt"],
  "AES-128, scrypt with other costs": [
    "-v2",
    "aes-128-cbc",
    "-scrypt",
    "-scrypt_N",
    "1024",
    "-scrypt_r",
    "4",
    "-scrypt_p",
    "3",
  ],
  "PKCS#12 with 3DES": ["-v1", "PBE-SHA1-3DES"],
  "PKCS#12 with two-key 3DES": ["-v1", "PBE-SHA1-2DES"],
  "PKCS#12 with RC2-40": ["-v1", "PBE-SHA1-RC2-40", "-provider", "legacy", "-provider", "default"],
  "PKCS#12 with RC2-128": ["-v1", "PBE-SHA1-RC2-128", "-provider", "legacy", "-provider", "default"],
};
