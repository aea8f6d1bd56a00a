import { expect, it } from "vitest";
import { freshMachine } from "./machine.ts";
import { runUnchanged } from "./run.ts";
import { wanted } from "./script.ts";

it.each(["", "-Action Test", "-Action Restore", "-WhatIf", "-Action Nothing"])(
  "ConstrainedLanguage mode ends %o with 1603 and a result line",
  async (args) => {
    for (const list of [undefined, wanted]) {
      await freshMachine(list);
      const { result } = await runUnchanged(args, { languageMode: "ConstrainedLanguage" });
      expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    }
  },
);
