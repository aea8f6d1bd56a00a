import { expect, test } from "vitest";
import { childEnvironment } from "../../../src/signing/external/environment.ts";

test.each([
  ["passes on what the caller has", { PATH: "/bin", HOME: "/h" }, [], { PATH: "/bin", HOME: "/h" }],
  ["withholds what is named", { A: "1", B: "2" }, ["A"], { B: "2" }],
  ["withholds a name in any case, as Windows would find it", { MyPass: "1", B: "2" }, ["MYPASS"], { B: "2" }],
  [
    "withholds our own",
    { PORTKEEP_PASSWORD: "1", portkeep_x: "2", PORTKEEPER: "3" },
    [],
    { PORTKEEPER: "3" },
  ],
  ["leaves out what is not set", { A: undefined, B: "" }, [], { B: "" }],
])("%s", (_, env, withhold, wanted) => {
  expect(childEnvironment(env, withhold)).toEqual(wanted);
});

test("leaves the caller's environment alone", () => {
  const env = { A: "1", B: "2" };
  childEnvironment(env, ["A"]);
  expect(env).toEqual({ A: "1", B: "2" });
});
