import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { samples } from "../oracles/samples.ts";
import { pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { openShell } from "./shell.ts";

await installTools();
const { root, signers } = await pki();
const shell = await openShell();
afterAll(() => shell.close());

const page = readFileSync(join(import.meta.dirname, "../../../docs/signing-commands.md"), "utf8");
const tried = page.split("## Tried\n")[1]?.split("\n## ")[0] ?? "";
const [, program = ""] = /```js\n(.*?)```/s.exec(page) ?? [];
// Those for a token need the token of external/recipes.test.ts, which runs their commands.
const lines = [...tried.matchAll(/```sh\n(.*?)```/gs)]
  .map(([, line = ""]) => line.trim())
  .filter((line) => !line.includes("pkcs11-tool"));

test("the page has three command lines that need no token", () => {
  expect(lines).toHaveLength(3);
});

test.each(lines)("typed as it stands on the page, it signs: %s", async (line) => {
  const folder = shell.folder();
  copyFileSync(signers.rsa2048.keyFile, join(folder, "key.pem"));
  copyFileSync(signers.rsa2048.chainFile, join(folder, "chain.pem"));
  writeFileSync(join(folder, "signer.mjs"), program);
  writeFileSync(join(folder, "script.ps1"), samples["ASCII with CRLF"]);
  const { exitCode, stderr } = await shell.type(line, folder);
  expect(stderr).toContain("Signed by CN=Test Signer rsa2048");
  expect(exitCode).toBe(0);
  const judged = await verifyByOsslsigncode(readFileSync(join(folder, "script.ps1")), { root });
  expect(judged).toMatchObject({ ok: true });
});
