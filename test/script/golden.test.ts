import { expect, it } from "vitest";
import type { Choice } from "../../src/plan/choice.ts";
import { scriptFor } from "./script.ts";

const choices: Record<string, Choice> = {
  "sbs-2003-standard": { products: ["sbs-2003-standard"] },
  "whole-article": { products: ["all"], action: "Test", reboot: "IfNeeded", rebootExitCode: 0, locale: "nl" },
  today: { products: ["nps", "wds", "wireguard"], backend: "os-exclusions" },
  "own-ports": {
    products: ["ias"],
    ports: ["5000-5010=Backup agent (nightly)", "1647", "7000=x"],
    os: "windows-server-2003",
    newline: "lf",
  },
};

it.each(Object.entries(choices))("the whole script for %s", async (name, choice) => {
  const text = Buffer.from(scriptFor(choice)).toString("latin1");
  await expect(text).toMatchFileSnapshot(`golden/${name}.golden`);
});
