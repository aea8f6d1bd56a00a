import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { localAuthority, signs } from "../signing/timestamp/local-authority.ts";
import { emptyFolder, page, portkeep, scriptOf } from "./console.ts";
import { answering } from "./init/somebody.ts";
import { fingerprint, root, signedBy, signer, timestampAuthority } from "./signed.ts";

const commands = [
  "products",
  "render",
  "explain",
  "read",
  "sign",
  "verify",
  "package",
  "build",
  "catalog",
  "init",
  "completion",
];
const pages = [[], ...commands.map((command) => [command])];

const password = "example";
const pfx = await makePfx(signer, password);

/** Gives a folder with all that the examples name, and what stands in for their names of other things. */
async function folderOfExamples(command: string) {
  const folder = emptyFolder();
  const file = (name: string) => join(folder, name);
  const unsigned = scriptOf({ products: ["ias"] });
  const script = ["verify", "package"].includes(command) ? await signedBy(signer, unsigned) : unsigned;
  const [, program = ""] = /```js\n(.*?)```/s.exec(page("signing-commands.md")) ?? [];
  const key = file("key.pem");
  const files: [names: string[], content: string | Uint8Array][] = [
    [["reserve-ports.ps1", "poorten-reserveren.ps1"], script],
    [["reserve-ports.vbs", "poorten-reserveren.vbs"], scriptOf({ products: ["sbs-2000"], format: "vbs" })],
    [["signer.pfx", "sleutel.pfx"], pfx],
    [["key.pem", "sleutel.pem"], signer.keyPem],
    [["chain.pem", "keten.pem"], signer.chainPem],
    [["company-root.cer", "bedrijfswortel.cer"], root.certificatePem],
    [["sites.csv", "locaties.csv"], "site,products\nShop-1,ias\n"],
    [["sites.jsonl", "locaties.jsonl"], '{"site":"Shop-1","products":["ias"]}\n'],
    [["sites.yaml", "locaties.yaml"], "- site: Shop-1\n  products: [ias]\n"],
    [["signer.mjs"], program.replace('"key.pem"', JSON.stringify(key))],
  ];
  for (const [names, content] of files) {
    for (const name of names) writeFileSync(file(name), content, { mode: 0o600 });
  }
  const { url } = await localAuthority(signs(timestampAuthority));
  const inPlace = (word: string) =>
    word
      .replace("http://tsa.example.com", url)
      .replace("3f0c...e1", fingerprint(signer))
      .replace("signer.mjs", `"${file("signer.mjs")}"`);
  return { folder, script, inPlace };
}

describe.each(["en", "nl"])("in %s", (locale) => {
  const ask = (argv: readonly string[]) => portkeep([...argv, "--locale", locale]);

  test.each(pages.map((page) => [page]))("the help of %j", async (page) => {
    const { code, stdout, stderr } = await ask([...page, "--help"]);
    expect(stdout).toMatchSnapshot();
    expect(stdout).toMatch(/^(Examples|Voorbeelden):\n {2}portkeep /);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  // catalog makes hundreds of scripts for each; catalog.test.ts runs it once.
  const quick = commands.filter((command) => command !== "catalog");

  test.each(quick)("the examples of %s work", async (command) => {
    const { stdout } = await ask([command, "--help"]);
    const examples = stdout.split("\n\n")[0]?.split("\n").slice(1) ?? [];
    expect(examples.length).toBeGreaterThan(1);
    const { folder, script, inPlace } = await folderOfExamples(command);
    for (const example of examples) {
      // As a shell would: quotes hold words together, and neither a comment nor a redirection is an argument.
      const words = (
        example.split(/ {2,}(?=\w)| [<>] /).find((part) => part.startsWith("portkeep")) ?? ""
      ).match(/(?:[^\s"]|"[^"]*")+/g);
      const argv = (words ?? []).slice(1).map((word) => inPlace(word.replaceAll('"', "")));
      expect(argv[0]).toBe(command);
      // Where init asks: to add to the list that is there, one site, and no other.
      const { converse } = answering("", "Shop-2", "ias", "");
      const surroundings = { ask: async () => password, converse };
      expect(await portkeep(argv, folder, script, surroundings)).toMatchObject({ code: 0 });
    }
  });
});

test("without arguments, and with -h, the help is the one that --help gives", async () => {
  const wanted = await portkeep(["--help"]);
  expect(await portkeep([])).toEqual(wanted);
  expect(await portkeep(["-h"])).toEqual(wanted);
  expect(await portkeep(["--locale", "nl"])).toEqual(await portkeep(["--help", "--locale", "nl"]));
});

test("the help lists every command", async () => {
  const { stdout } = await portkeep(["--help"]);
  const listed = [...(stdout.split("Commands:")[1] ?? "").matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  expect(listed).toEqual([...commands, "help"]);
});

describe("help is a command too", () => {
  test.each(["en", "nl"])("alone, or with its own name, it gives the whole help: %s", async (locale) => {
    const wanted = await portkeep(["--help", "--locale", locale]);
    expect(await portkeep(["help", "--locale", locale])).toEqual(wanted);
    expect(await portkeep(["help", "help", "--locale", locale])).toEqual(wanted);
  });

  test.each(commands)("with the name of a command its own: %s", async (command) => {
    const wanted = await portkeep([command, "--help"]);
    expect(await portkeep(["help", command])).toEqual(wanted);
    expect(await portkeep(["--locale", "nl", "help", command])).toEqual(
      await portkeep(["--locale", "nl", command, "--help"]),
    );
  });
});

test("the Dutch help has an option for each English one", async () => {
  const terms = (text: string) => [...text.matchAll(/^ {2}(-[^ ]*(?: -[^ ]*)*)/gm)].map(([, term]) => term);
  for (const page of pages) {
    const [english, dutch] = await Promise.all([
      portkeep([...page, "--help"]),
      portkeep([...page, "--help", "--locale=nl"]),
    ]);
    expect(terms(dutch.stdout)).toEqual(terms(english.stdout));
    expect(dutch.stdout).not.toMatch(/Usage|Options|Commands|\b(choices|default|show|print)\b/);
  }
});

test("--version is that of the package", async () => {
  const { code, stdout } = await portkeep(["--version"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${packageJson.version}\n` });
});
