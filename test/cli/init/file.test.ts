import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, filesIn, portkeep } from "../console.ts";
import { init } from "./run.ts";
import { answering } from "./somebody.ts";

describe("a file that is there", () => {
  const files = { "sites.csv": "site,products\nold,ias\n" };

  test("gets the new sites where that is wanted", async () => {
    const { questions, read } = await init([], files, ["", "a", "ias", ""]);
    expect(questions[0]).toBe("sites.csv is there already, with 1 site. Add the new ones to it? [Y/n]");
    expect(read()).toBe("site,products\nold,ias\na,ias\n");
  });

  test("stays where it is not, and another one is asked for", async () => {
    const { stdout, read } = await init([], files, ["n", "more.jsonl", "a", "ias", "", "", "", ""]);
    expect([stdout, read(), read("more.jsonl")]).toEqual([
      "more.jsonl\n",
      files["sites.csv"],
      '{"site":"a","products":["ias"]}\n',
    ]);
  });

  test.each([
    ["has other columns", "site,owner\n", /sites\.csv:1:6: .*"owner"/],
    ["has no column for an option", "site,products\n", /no column reboot/],
  ])("stays where it %s, and another one is asked for", async (_, content, told) => {
    const answers = ["more.csv", "a", "ias", "", "", ""];
    const { stderr, read } = await init(["--reboot", "IfNeeded"], { "sites.csv": content }, answers);
    expect(stderr).toMatch(told);
    expect([read(), read("more.csv")]).toEqual([
      content,
      "site,products,ports,os,reboot\r\na,ias,,,IfNeeded\r\n",
    ]);
  });

  /** Answers, before the last of which something happens to the folder. */
  function answersWith(folder: string, answers: string[], happen: (file: string) => void) {
    const { converse } = answering(...answers);
    return async () => {
      const conversation = await converse();
      return {
        ...conversation,
        ask(question: string) {
          if (question.startsWith("Id of the next site")) happen(join(folder, "sites.csv"));
          return conversation.ask(question);
        },
      };
    };
  }

  test("that cannot be written loses no answer: another one is asked for", async () => {
    const folder = emptyFolder();
    const converse = answersWith(folder, ["a", "ias", "", "", "", "", "more.csv"], (file) => mkdirSync(file));
    const { code, stdout, stderr } = await portkeep(["init"], folder, "", { converse });
    expect([code, stdout, filesIn(folder)]).toEqual([0, "more.csv\n", ["more.csv"]]);
    expect(stderr).toMatch(/\nerror: sites\.csv: .*folder/);
  });

  test("that was changed meanwhile keeps the change", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "sites.csv"), files["sites.csv"]);
    const change = (file: string) => appendFileSync(file, "new,nps\n");
    const converse = answersWith(folder, ["", "a", "ias", ""], change);
    await portkeep(["init"], folder, "", { converse });
    const wanted = `${files["sites.csv"]}new,nps\na,ias\n`;
    expect(readFileSync(join(folder, "sites.csv"), "utf8")).toBe(wanted);
  });
});
