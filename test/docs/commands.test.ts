import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { builtProgram } from "../cli/built-program.ts";
import { stateVariables } from "../cli/console.ts";
import { folderToSign, root, signedBy, signer, timestampAuthority } from "../cli/signed.ts";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { localAuthority, signs } from "../signing/timestamp/local-authority.ts";
import { blocksOf, pages, pagesWith } from "./pages.ts";

// Those of tokens and services are run by test/signing/end-to-end/recipes, which has them.
const pagesToRun = pagesWith("sh").filter((page) => page !== "signing-commands.md");
const password = "secret";
let program: string;

beforeAll(async () => {
  program = await builtProgram();
  const page = { configFile: "vite.page.config.ts", logLevel: "silent" } as const;
  await build({ ...page, build: { outDir: join(program, "../page"), emptyOutDir: true } });
}, 240_000);

/** Gives a folder with what a reader has: key and root, the lists and tables that the page shows, a signed script. */
async function readersFolder(page: string): Promise<string> {
  const files = {
    "signer.pfx": await makePfx(signer, password),
    "company-root.cer": root.certificatePem,
    "reserve.ps1": await signedBy(signer),
    "sites.csv": blocksOf(page, "csv")[0] ?? "",
    "own.yaml": blocksOf(page, "yaml")[0] ?? "",
  };
  return folderToSign(files);
}

/**
 * Puts commands into a folder: portkeep, and an openssl in front of the machine's own. Where either would ask a person
 * for a password, it comes from a variable.
 */
async function putPrograms(folder: string): Promise<void> {
  mkdirSync(folder);
  const { stdout: openssl } = await execa("sh", ["-c", "command -v openssl"]);
  put(
    join(folder, "portkeep"),
    "*--sign-pfx*",
    "--sign-password-env ANSWER",
    `"${process.execPath}" "${program}"`,
  );
  put(join(folder, "openssl"), "*pkcs12*", "-passout env:ANSWER", openssl);
}

function put(file: string, asking: string, answer: string, command: string): void {
  const lines = ["#!/bin/sh", `case "$*" in ${asking}) set -- "$@" ${answer};; esac`, `exec ${command} "$@"`];
  writeFileSync(file, `${lines.join("\n")}\n`);
  chmodSync(file, 0o755);
}

test.each(pages)("no command on the page %s is in a block that is not run", (page) => {
  expect(blocksOf(page, "").filter((block) => /^portkeep /m.test(block))).toEqual([]);
});

test.runIf(process.platform !== "win32").each(pagesToRun)(
  "the commands on the page %s work in a shell, one after the other",
  async (page) => {
    const cwd = await readersFolder(page);
    const bin = join(cwd, "..bin");
    await putPrograms(bin);
    // A stand-in for the authorities that the pages name.
    const { url } = await localAuthority(signs(timestampAuthority));
    const commands = blocksOf(page, "sh")
      .join("\n")
      .replaceAll(/http:\/\/\w+\.example\.com/g, url);
    const env = {
      ...stateVariables(join(cwd, "..state")),
      ANSWER: password,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
    };
    const { exitCode, all } = await execa("bash", ["-eu", "-c", commands], {
      cwd,
      env,
      all: true,
      reject: false,
      timeout: 200_000,
    });
    expect([exitCode, all]).toEqual([0, expect.any(String)]);
  },
  240_000,
);
