import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadOwnTable } from "../../../src/cli/table/own-table.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { ownTables, tableChoices } from "../../plan/own-tables.ts";
import { goodTable } from "../bad-tables.ts";
import { captured, emptyFolder, portkeep, scriptOf } from "../console.ts";

function folderWith(table: string | object, name = "own.yaml"): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), typeof table === "string" ? table : JSON.stringify(table));
  return folder;
}

describe("a good table", () => {
  test("is shown with the built-in one", async () => {
    const { code, stdout } = await portkeep(["products", "--table", "own.yaml"], folderWith(goodTable));
    expect(code).toBe(0);
    const plain = await portkeep(["products"]);
    const added = stdout.split("\n").filter((line) => !plain.stdout.includes(line.trim()) || line === "");
    expect(added.join("\n").replace(/\n{2,}/g, "\n\n")).toMatchSnapshot();
    for (const line of plain.stdout.split("\n").filter((text) => /^(ias|autd|all) /.test(text))) {
      expect(stdout.replace(/ +/g, " ")).toContain(line.replace(/ +/g, " "));
    }
  });

  test("is planned, named and explained", async () => {
    const folder = folderWith(goodTable);
    const table = ["--table", "own.yaml"];
    const plan = await portkeep(["render", "--product", "all-of-ours", ...table, "--dry-run"], folder);
    expect(plan.stdout.replace(/-[0-9a-f]{8}\.ps1/, "-ID.ps1").replaceAll("\\", "/")).toMatchSnapshot();
    const explanation = await portkeep(["explain", "7004", ...table], folder);
    expect(explanation.stdout).toMatchSnapshot();
    expect(explanation.stderr).toContain("portkeep render --product camera-server --os");
  });

  test("may be JSON, come from standard input, and have a byte order mark", async () => {
    const own = {
      products: [{ id: "x", name: "X" }],
      rows: [{ ports: "7000-7000", program: "X", products: ["x"], source: "KB 956189" }],
    };
    const render = ["render", "--product", "x", "-o", "-", "--table"];
    const wanted = scriptOf({ products: ["x"], table: own });
    expect((await portkeep([...render, "own.json"], folderWith(own, "own.json"))).bytes).toEqual(wanted);
    expect((await portkeep([...render, "-"], undefined, JSON.stringify(own, null, "\t"))).bytes).toEqual(
      wanted,
    );
    expect((await portkeep([...render, "-"], undefined, `\ufeff${JSON.stringify(own)}`)).bytes).toEqual(
      wanted,
    );
  });

  test("changes no byte of a script that takes nothing from it", async () => {
    const argv = ["render", "--product", "sbs-2003-standard", "-o", "-"];
    const { bytes } = await portkeep([...argv, "--table", "own.yaml"], folderWith(goodTable));
    expect(bytes).toEqual((await portkeep(argv)).bytes);
  });

  test("of the arbitrary kind is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(ownTables, async (table) => {
        const { io } = captured("/", JSON.stringify(table, null, 2));
        expect(await loadOwnTable("-", io)).toEqual(table);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a script made with a table", () => {
  test("gives back the command and the table that make it again", async () => {
    await fc.assert(
      fc.asyncProperty(tableChoices, async (choice) => {
        const script = scriptOf(choice);
        const read = JSON.parse((await portkeep(["read", "-", "--json"], undefined, script)).stdout);
        expect(read).toMatchObject({ same: true, choices: makePlan(choice).recipe });
        const folder = folderWith(read.choices.table ?? {}, "table.json");
        const again = await portkeep([...read.arguments, "-o", "-"], folder);
        expect(again.stderr).not.toContain("error");
        expect(again.bytes).toEqual(script);
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  test("shows the table beside the command", async () => {
    const folder = folderWith(goodTable);
    const { bytes } = await portkeep(
      ["render", "--product", "game,ias", "--table", "own.yaml", "-o", "-"],
      folder,
    );
    const { code, stdout } = await portkeep(["read", "-"], undefined, bytes);
    expect(code).toBe(0);
    const [command, table] = stdout.split("\n\n");
    expect(command).toBe("portkeep render --product game,ias --table table.json");
    expect(JSON.parse((table ?? "").replace("table.json:\n", ""))).toEqual({
      products: [{ id: "game", name: "Game server" }],
      rows: [{ ports: "27015-27015", program: "Game", products: ["game"], source: "KB 956189" }],
    });
  });

  test("whose table was edited into one with a fault is told so", async () => {
    const script = scriptOf({
      products: ["x"],
      table: {
        products: [{ id: "x", name: "X" }],
        rows: [{ ports: "7000-7000", program: "X", products: ["x"], source: "KB 956189" }],
      },
    }).toString();
    for (const [from, to] of [
      ['"source":"KB 956189"', '"source":"KB 1"'],
      ['"7000-7000"', '"1-7000"'],
      ['"program":"X"', '"program":"$(x)"'],
      ['"id":"x"', '"id":"ias"'],
    ] as const) {
      const { code, stdout } = await portkeep(
        ["read", "-", "--json"],
        undefined,
        script.replace(from, () => to),
      );
      expect(code).toBe(1);
      expect(JSON.parse(stdout).findings).toMatchObject([{ code: "recipe-unusable" }]);
    }
  });
});

test("a long row of mistakes is told up to the twentieth", async () => {
  const table = `rows:\n${Array.from({ length: 900 }, (_, i) => `  - ports: ${i}-${i}\n    program: x\n    products: [ias]\n    source: KB 956189\n`).join("")}`;
  const { stderr } = await portkeep(["products", "--table", "own.yaml"], folderWith(table));
  expect(stderr.match(/^error: /gm)).toHaveLength(20);
});

test("an unknown product is told with those of the table", async () => {
  const argv = ["render", "--product", "camera-sever", "--table", "own.yaml"];
  const { stderr } = await portkeep(argv, folderWith(goodTable));
  expect(stderr).toContain("Did you mean camera-server? Choose from ias,");
});
