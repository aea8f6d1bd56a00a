import { packages } from "./packages.ts";
import { type SignedScript, signedIn } from "./signed-in.ts";

/** Gives scripts that Windows' own tools signed; await it at the top level of a test file. */
export async function windowsSignedScripts(): Promise<SignedScript[]> {
  const { scripts } = await packages();
  return signedIn(scripts).filter(
    // Packages hold the same script for several systems.
    ({ bytes }, index, all) => all.findIndex((script) => script.bytes.equals(bytes)) === index,
  );
}
