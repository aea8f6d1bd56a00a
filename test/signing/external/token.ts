import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import type { Issued } from "../certificates.ts";

const program = "softhsm2-util";

/** The token's PIN, and the variables under which programs find the token and it. */
export interface Token {
  pin: string;
  env: { SOFTHSM2_CONF: string; HSM_PIN: string };
}

/** Makes a SoftHSM token of the label `release` in a folder, with these keys, whose ids are 01, 02 and so on. */
export async function makeToken(folder: string, keys: readonly Issued[]): Promise<Token> {
  const pin = "918273";
  const configuration = join(folder, "softhsm2.conf");
  mkdirSync(join(folder, "tokens"));
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(folder, "tokens")}\nobjectstore.backend = file\n`,
  );
  const env = { SOFTHSM2_CONF: configuration, HSM_PIN: pin };
  const softhsm = (...options: string[]) => execa(program, options, { env });
  await softhsm("--init-token", "--free", "--label", "release", "--pin", pin, "--so-pin", pin);
  for (const [index, { keyFile }] of keys.entries()) {
    const id = String(index + 1).padStart(2, "0");
    await softhsm(
      "--import",
      keyFile,
      "--token",
      "release",
      "--label",
      `key-${id}`,
      "--id",
      id,
      "--pin",
      pin,
    );
  }
  return { pin, env };
}
