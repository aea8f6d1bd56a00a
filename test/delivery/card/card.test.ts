import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { settingsCard } from "../../../src/delivery/card/card.ts";
import { powerShellRules } from "../../../src/delivery/card/powershell-rules.ts";
import { vbsRules } from "../../../src/delivery/card/vbs-rules.ts";
import { makePackage } from "../../../src/delivery/make-package.ts";
import type { Package } from "../../../src/delivery/package.ts";
import { vbsLogic } from "../../../src/script/vbs/logic.ts";
import { page } from "../../cli/console.ts";
import { issue, pki } from "../../signing/pki.ts";
import { sign, stampedBy } from "../../signing/rig/signing.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const tool = { run: "Run it.", signatures: "Nobody asks.", more: "## More\n\nMore." };
const choice = { products: ["ias", "ipsec"], ports: ["5000-5010=Backup agent", "4499"] };
const given = await signedPackage(choice);
const { intermediate, signers, timestampAuthority } = await pki();

/** Gives the rows of a card's tables, cells apart. */
function rowsOf(from: Package): string[][] {
  const lines = Buffer.from(settingsCard(from, tool).bytes).toString().split("\r\n");
  return lines.filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(" | "));
}

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("it tells the script by its file, hash, version and settings", () => {
  const rows = rowsOf(given);
  expect(rows).toContainEqual(["file", "reserve-ports.ps1"]);
  expect(rows).toContainEqual(["SHA-256", hash(given.script)]);
  expect(rows).toContainEqual(["made by", "portkeep 1.2.3"]);
  expect(rows).toContainEqual(["settings id", given.settingsId]);
  expect(rows).toContainEqual(["without parameters", "Apply"]);
});

test("it tells each range with whoever needs a part of it, and by which source", () => {
  const rows = rowsOf(given);
  const ranges = rows.slice(rows.findIndex(([head]) => head === "range") + 1);
  expect(ranges.slice(0, 5)).toEqual([
    ["1645-1646", "1645-1646", "IAS", "KB 956189", "ias"],
    ["1812-1813", "1812-1813", "IAS", "KB 956189", "ias"],
    ["4499-4500", "4499-4499", "own port", "own choice", ""],
    ["4499-4500", "4500-4500", "IPSEC", "KB 956189", "ipsec"],
    ["5000-5010", "5000-5010", "Backup agent", "own choice", ""],
  ]);
});

describe("of the signature, it tells", () => {
  test("the signer, by SHA-256 and by the thumbprint that Windows shows, and the day on which it ends", () => {
    const der = given.signer?.raw ?? Buffer.of();
    const sha1 = createHash("sha1").update(der).digest("hex").toUpperCase();
    const rows = Object.fromEntries(rowsOf(given));
    expect(rows).toMatchObject({
      signer: "CN=Test Signer rsa2048",
      issuer: "CN=Test Intermediate",
      "its certificate's SHA-256": hash(der),
      hash: "SHA-256",
      timestamp: "none",
      "holds until": "2049-12-31, when its certificate ends",
    });
    expect(rows["its thumbprint, as Windows shows it"]).toContain(sha1);
  });

  test("the time of a timestamp, after which it holds on", async () => {
    const script = await sign(unsignedPackage().script, signers.rsa2048, stampedBy(timestampAuthority));
    const rows = Object.fromEntries(rowsOf(makePackage({ ...given, script, signScript: null })));
    expect(rows.timestamp).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
    expect(rows["holds until"]).toContain("authority is no longer trusted");
  });

  test("the day on which it ends in spite of a timestamp, with a certificate for Lifetime Signing", async () => {
    const ending = await issue(intermediate, {
      key: signers.rsa2048,
      extensions: { extendedKeyUsage: "codeSigning,1.3.6.1.4.1.311.10.3.13" },
    });
    const script = await sign(unsignedPackage().script, ending, stampedBy(timestampAuthority));
    const rows = Object.fromEntries(rowsOf(makePackage({ ...given, script, signScript: null })));
    expect(rows.timestamp).toMatch(/^20/);
    expect(rows["holds until"]).toBe("2049-12-31, when its certificate ends");
  });

  test("that there is none", () => {
    expect(rowsOf(unsignedPackage())).toContainEqual(["signer", "none: the script is not signed"]);
  });
});

test("it says what there is to say of the tool", () => {
  const text = Buffer.from(settingsCard(given, tool).bytes).toString();
  for (const part of ["Run it.", "Nobody asks.", "\r\n## More\r\n"]) expect(text).toContain(part);
});

describe("it knows what the page of the script knows:", () => {
  test("each parameter", () => {
    const names = (text: string) => new Set(text.match(/`-[A-Z]\w+`/g));
    const table = /## Parameters\n(.*?)\n## /s.exec(page("script.md"))?.[1] ?? "";
    expect(names(firstCells(powerShellRules.parameters))).toEqual(names(cellsOf(table).join()));
  });

  test("each exit code", () => {
    const table = /## Exit codes\n(.*?)\n## /s.exec(page("script.md"))?.[1] ?? "";
    const codes = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(9);
    expect(powerShellRules.exitCodes.map(([code]) => code)).toEqual(expect.arrayContaining(codes));
  });
});

describe("of a VBScript, it tells", () => {
  const given = unsignedPackage({ products: ["sbs-2000"], format: "vbs" });
  const text = Buffer.from(settingsCard(given, tool).bytes).toString();

  test("the file, and no signer", () => {
    expect(rowsOf(given)).toContainEqual(["file", "reserve-ports.vbs"]);
    expect(rowsOf(given)).toContainEqual(["signer", "none: the script is not signed"]);
  });

  test("each parameter that its page tells", () => {
    const names = (text: string) => new Set(text.match(/`\/[A-Z]\w+:?`/g));
    const table = /## Use\n(.*?)\n## /s.exec(page("vbs.md"))?.[1] ?? "";
    expect(names(cellsOf(table).join()).size).toBe(4);
    expect(names(firstCells(vbsRules.parameters))).toEqual(names(cellsOf(table).join()));
  });

  test("each exit code that its logic has, and no other", () => {
    const codes = [...vbsLogic.matchAll(/(?:StopRun |Run\("exitCode"\) = )(\d+)/g)].map(([, code]) => code);
    const told = vbsRules.exitCodes.map(([code]) => code);
    expect(told.toSorted()).toEqual([...new Set(codes)].toSorted());
  });

  test("nothing of PowerShell", () => {
    expect(text).not.toMatch(/PowerShell|PORTKEEP_|-WhatIf|3011|1641/);
  });
});

/** Gives the cells of a page's table that a parameter stands in. */
function cellsOf(table: string): string[] {
  return [...table.matchAll(/^\| (`[-/][^|]+) \|/gm)].map(([, cell = ""]) => cell);
}

function firstCells(rows: readonly (readonly string[])[]): string {
  return rows.map(([cell]) => cell).join();
}
