import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { builtProgram } from "../cli/built-program.ts";
import { installNode } from "./nodes.ts";

const program = await builtProgram();
// As in the package: it says that the program is an ES module, which older ones do not see by themselves.
copyFileSync("package.json", join(dirname(program), "../package.json"));

test.each(["14.21.3", "16.20.2", "18.20.8"])(
  "on Node.js %s the program says what it needs",
  async (version) => {
    const { folder } = await installNode(version);
    const { exitCode, stdout, stderr } = await execa(join(folder, "node"), [program, "products"], {
      reject: false,
    });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringMatching(`^error: portkeep needs Node.js 20.19 or later; this is ${version}`),
    });
  },
);
