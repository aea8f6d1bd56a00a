import { describe, expect, test } from "vitest";
import { datto } from "../../../src/delivery/datto/bundle.ts";
import { icon } from "../../../src/delivery/datto/icon.ts";
import { variablesOf } from "../../../src/delivery/datto/variables.ts";
import { sharedHost } from "../../rig/shared.ts";
import { installTools } from "../../signing/tools.ts";
import { fileOf, textOf } from "../bundle.ts";
import { expectAccepted } from "../judges.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { unzip } from "../unzip.ts";
import { asRun } from "./agent.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const given = await signedPackage();
const bundle = await datto(given);
const component = fileOf(bundle, "reserve-ports.cpt");
const entries = await unzip(component);

test("the component has its files at the top, in Datto's order, and no folder", () => {
  expect([...entries.keys()]).toEqual(["command.bat", "resource.xml", "icon.png", "reserve-ports.ps1"]);
});

test("nothing in it is compressed, dated or owned, so that the same script gives the same component", async () => {
  expect(fileOf(await datto(await signedPackage()), "reserve-ports.cpt")).toEqual(component);
  // Local headers: no compression, and the first day that the format knows.
  const headers = entriesAt(component).map((at) => component.toString("hex", at + 8, at + 14));
  expect(headers).toEqual(Array.from(entries, () => "000000002100"));
});

test("the script is attached as it was given", () => {
  expect(entries.get("reserve-ports.ps1")).toEqual(Buffer.from(given.script));
});

test("the icon is there, and resource.xml begins without a mark", () => {
  expect(entries.get("icon.png")).toEqual(Buffer.from(icon));
  expect(entries.get("resource.xml")?.toString("latin1", 0, 6)).toBe("<?xml ");
});

describe("command.bat", () => {
  const stored = entries.get("command.bat") ?? Buffer.of();

  test("is as Datto keeps scripts: LF alone, no mark, no newline at the end", () => {
    expect(stored.toString("latin1")).toMatch(/^#[\n -~]+[!-~]$/);
  });

  test("has a good signature as Datto runs it, by three judges", () => expectAccepted(asRun(stored)));
});

test("of a script that is not signed, the launcher is not signed either", async () => {
  const unsigned = await unzip(fileOf(await datto(unsignedPackage()), "reserve-ports.cpt"));
  expect(unsigned.get("command.bat")?.toString()).not.toContain("SIG #");
});

test("the README names every variable and its default", () => {
  const text = textOf(bundle, "README.md");
  for (const { name, value, options } of variablesOf(given)) {
    expect(text).toContain(`| ${name} | ${options?.join(", ") ?? "a number"} | ${value} |`);
  }
});

/** Gives where the local headers of an archive begin. */
function entriesAt(archive: Buffer): number[] {
  const starts: number[] = [];
  for (let at = archive.indexOf("PK\x03\x04"); at >= 0; at = archive.indexOf("PK\x03\x04", at + 1))
    starts.push(at);
  return starts;
}
