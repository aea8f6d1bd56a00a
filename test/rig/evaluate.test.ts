import { expect, it } from "vitest";
import { sharedHost } from "./shared.ts";

it("runs a function over many cases at once", async () => {
  const cases = Array.from({ length: 1000 }, (_, n) => Array.from({ length: n % 5 }, (_, k) => `${n}-${k}`));
  const code = `function Join([string[]] $list) { '' + $list.Length + ':' + ($list -join ' ') }
    foreach ($case in $cases) { Join $case }`;
  const { output, stderr } = await (await sharedHost("linux")).evaluate(code, { cases });
  expect(stderr).toBe("");
  expect(output).toEqual(cases.map((list) => `${list.length}:${list.join(" ")}`));
});

it("takes texts and lists", async () => {
  const { output } = await (await sharedHost("linux")).evaluate("$text; $list.GetType().Name; $list", {
    text: "é\n",
    list: ["a"],
  });
  expect(output).toEqual(["é\n", "String[]", "a"]);
});

it("tells errors", async () => {
  const { output, stderr } = await (await sharedHost("linux")).evaluate("'before'; throw 'the reason'");
  expect([output, stderr]).toEqual([["before"], expect.stringContaining("the reason")]);
});
