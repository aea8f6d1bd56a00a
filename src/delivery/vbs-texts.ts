import type { Package } from "./package.ts";

/** What cards and READMEs say of the signature of a VBScript. */
export const noSignature = "Windows 2000 asks for no signature, so a VBScript has none.";

/** Gives what to do instead of judging a signature. */
export function hashText({ name }: Package): string {
  return `Compare its SHA-256 before it goes to a server: \`certutil -hashfile ${name}.vbs SHA256\` on Windows 7 and later,
\`sha256sum -c SHA256SUMS\` on Linux. Windows 2000 has no program for that. From then on keep it where only
administrators can write.`;
}
