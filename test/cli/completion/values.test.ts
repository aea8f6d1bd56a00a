import { expect, test } from "vitest";
import { fittings } from "../../../src/cli/completion/values.ts";
import { portkeep } from "../console.ts";
import { namesInHelp } from "./ask.ts";

test("each name for which something is known to fit stands in the help of a command", async () => {
  const commands = await namesInHelp([], "Commands");
  const pages = await Promise.all(commands.map(async (name) => (await portkeep([name, "--help"])).stdout));
  const words = new Set(pages.join("\n").split(/[\s,]+/));
  expect(Object.keys(fittings).filter((name) => !words.has(name))).toEqual([]);
});
