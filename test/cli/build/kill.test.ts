import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { pki } from "../../signing/pki.ts";
import { builtProgram } from "../built-program.ts";
import { emptyFolder } from "../console.ts";
import { killBuilds } from "./killed-builds.ts";

// Programs are started again and again, on machines that may be busy.
vi.setConfig({ testTimeout: 600_000 });

const { signers } = await pki();
const program = await builtProgram();
const kills = process.env.PORTKEEP_FULL ? 50 : 8;

test("a build that is killed, at whatever time, shows nothing half, signs nothing twice, and is completed by the next", async () => {
  const options = { folder: join(emptyFolder(), "fleet"), issued: signers.rsa2048, kills };
  expect(await killBuilds(program, options)).toEqual({
    killed: kills,
    signedAgain: 0,
    half: 0,
    different: [],
  });
});
