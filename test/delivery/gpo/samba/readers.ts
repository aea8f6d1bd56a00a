import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { installSamba } from "./tools.ts";

// Debian's own, which its packages are for; another one may come first on the path.
const python = "/usr/bin/python3";

/** Gives what Samba reads in a scripts.ini or Registry.pol file, as its XML, and the file as it writes it again. */
export async function readBySamba(
  kind: "ini" | "pol",
  bytes: Uint8Array,
): Promise<{ xml: string; written: Buffer }> {
  await installSamba();
  const folder = mkdtempSync(join(tmpdir(), "portkeep-samba-"));
  try {
    const file = (name: string) => join(folder, name);
    writeFileSync(file("given"), bytes);
    const script = join(import.meta.dirname, "gp_parse.py");
    await execa(python, [script, kind, ...["given", "xml", "written"].map(file)]);
    return { xml: readFileSync(file("xml"), "utf8"), written: readFileSync(file("written")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives a security descriptor in the language of such descriptors, as Samba reads it. */
export async function describeBySamba(descriptor: Uint8Array): Promise<string> {
  await installSamba();
  const code = `import sys
from samba.dcerpc.security import descriptor, dom_sid
from samba.ndr import ndr_unpack
print(ndr_unpack(descriptor, sys.stdin.buffer.read()).as_sddl(dom_sid("S-1-5-21-1-2-3")))`;
  return (await execa(python, ["-c", code], { input: descriptor })).stdout;
}
