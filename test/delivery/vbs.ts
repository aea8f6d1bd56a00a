import { readFileSync } from "node:fs";
import type { BundleFile } from "../../src/delivery/package.ts";
import type { Ended } from "../rig/command-line.ts";
import { ownPrefix, toUnix } from "../rig/prefix.ts";
import { placeVbs } from "../script-vbs/place.ts";
import { unsignedPackage } from "./package.ts";
import { writeWindowsFile } from "./windows-powershell.ts";

/** The package of a VBScript, for the same ranges as `wanted` of test/script/script.ts. */
export const vbsPackage = unsignedPackage({
  products: ["ias", "l2tp", "autd", "ipsec"],
  os: "windows-2000-server",
  format: "vbs",
});

/** Lays files out in this worker's Windows; a VBScript with stand-ins for what Wine's VBScript lacks. */
export async function layOut(folder: string, files: readonly BundleFile[]): Promise<void> {
  await ownPrefix();
  for (const { path, bytes } of files) {
    const runnable = path.endsWith(".vbs") ? readFileSync(toUnix(await placeVbs(bytes))) : bytes;
    writeWindowsFile(`${folder}\\${path.replaceAll("/", "\\")}`, runnable);
  }
}

/** Gives the result in the last line of a run's output. */
export function resultOf({ stdout }: Ended): unknown {
  return JSON.parse(stdout.trimEnd().split("\r\n").at(-1) ?? "");
}
