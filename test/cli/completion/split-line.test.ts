import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitLine } from "../../../src/cli/completion/split-line.ts";

test.each<[string, string[]]>([
  ["", []],
  ["portkeep", ["portkeep"]],
  ["portkeep ", ["portkeep", ""]],
  ["portkeep  render\t--os", ["portkeep", "render", "--os"]],
  ["sign 'a b", ["sign", "a b"]],
  ["sign 'a ", ["sign", "a "]],
  ['sign "a b', ["sign", "a b"]],
  ['sign "a b" ', ["sign", "a b", ""]],
  ["sign a\\ b", ["sign", "a b"]],
  ["sign a\\ ", ["sign", "a "]],
  ["sign a\\", ["sign", "a"]],
  ['sign "a\\', ["sign", "a\\"]],
  ['--port=5000="Backup agent",60', ["--port=5000=Backup agent,60"]],
  ["sign $(touch x)", ["sign", "$(touch", "x)"]],
  ["sign $HOME `id`", ["sign", "$HOME", "`id`"]],
])("%j is %j", (line, words) => {
  expect(splitLine(line)).toEqual(words);
});

test.runIf(process.platform === "linux")("words with closed quotes are those that bash finds", () => {
  const piece = fc.constantFrom(
    "a",
    "-b",
    " ",
    "  ",
    "''",
    "'x y'",
    '"x y"',
    '"\\"$"',
    '"\\x"',
    "\\ ",
    "\\\\",
    "\\'",
    "é",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const line = pieces.join("");
      const found = execFileSync("bash", ["-c", `printf '%s\\0' x ${line}`]).toString();
      expect(["x", ...splitLine(`${line} `).slice(0, -1)]).toEqual(found.split("\0").slice(0, -1));
    }),
    { numRuns: 100 },
  );
});
