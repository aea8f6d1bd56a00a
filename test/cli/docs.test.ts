import { expect, test } from "vitest";
import { errors } from "../../src/cli/english/errors.ts";
import { findings } from "../../src/cli/english/findings.ts";
import { verify } from "../../src/cli/english/verify-report.ts";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { goodTable } from "./bad-tables.ts";
import { page, portkeep } from "./console.ts";
import { folderToSign, root, signer } from "./signed.ts";

/** Gives the codes in the first column of the tables in a part of a page. */
function codesIn(text = ""): string[] {
  const cells = [...text.matchAll(/^\| (`[^|]*`) \|/gm)];
  return cells.flatMap(([, cell = ""]) => cell.match(/[\w-]+/g) ?? []).toSorted();
}

test("the page of errors names every code, and no other", () => {
  const [first] = page("errors.md").split("## What `read` finds");
  expect(codesIn(first)).toEqual([...Object.keys(errors), "internal"].toSorted());
});

test("the page of errors names every finding of `read`, and no other", () => {
  const [, second] = page("errors.md").split("## What `read` finds");
  expect(codesIn(second)).toEqual(Object.keys(findings).toSorted());
});

test("the page of signing names every finding of `verify`, and no other", () => {
  const [, table] = page("signing.md").split("| finding | meaning |");
  expect(codesIn(table)).toEqual(Object.keys(verify.findings).toSorted());
});

test("the commands in the README work, one after the other", async () => {
  const [, block = ""] = /## Use\n\n```\n(.*?)```/s.exec(page("../README.md")) ?? [];
  const lines = block.trim().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  const pfx = await makePfx(signer, "secret");
  const folder = folderToSign({ "signer.pfx": pfx, "company-root.cer": root.certificatePem });
  for (const line of lines) {
    const [, command = ""] = /^node dist\/portkeep\.js (.*?)( {2,}#.*)?$/.exec(line) ?? [];
    const words = command.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
    const argv = words.map((word) => word.replaceAll('"', ""));
    const outcome = await portkeep(argv, folder, "", { ask: async () => "secret" });
    expect([command, outcome.code]).toEqual([command, 0]);
  }
});

test("the mistake in the page of tables gets the error that is shown there", async () => {
  const table = goodTable.split("rows:")[0] ?? "";
  const [, shown = ""] = /rows\[0\](\.progam: .*)\n/.exec(page("tables.md")) ?? [];
  const row =
    "  - ports: 7000-7009\n    progam: x\n    products: [camera-server]\n    source: Site handbook\n";
  const { stderr } = await portkeep(["products", "--table", "-"], undefined, `${table}rows:\n${row}`);
  expect(stderr).toContain(`rows[0]${shown}\n`);
});
