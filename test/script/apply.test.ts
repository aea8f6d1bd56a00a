import { expect, test } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine, parametersKey, readList, run, storeFiles } from "./machine.ts";

const wanted = ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4500"];

test("a rendered script, applied twice: the second run writes nothing", async () => {
  await freshMachine(["3343-3343"]);

  const first = await run();
  expect(first).toMatchObject({ exitCode: 3010, stderr: "" });
  expect(first.result).toMatchObject({ state: "changed", added: wanted, kept: ["3343-3343"] });
  const after = ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "3343-3343", "4500-4500"];
  expect(await readList()).toEqual(after);

  const { registry } = await sharedHost("windows");
  const before = { store: storeFiles(), raw: await registry.getRaw(parametersKey, "ReservedPorts") };
  const second = await run();
  expect(second).toMatchObject({ exitCode: 3010, stderr: "" });
  expect(second.result).toMatchObject({ state: "compliant", added: [], backup: "", value: after });
  expect({ store: storeFiles(), raw: await registry.getRaw(parametersKey, "ReservedPorts") }).toEqual(before);
});
