import { expect, test } from "vitest";
import { childEnvironment } from "../../../src/signing/external/environment.ts";

test.each([
  ["passes on what the caller has", { PATH: "/bin", HOME: "/h" }, { PATH: "/bin", HOME: "/h" }],
  ["withholds our own", { PORTKEEP_PASSWORD: "1", portkeep_x: "2", PORTKEEPER: "3" }, { PORTKEEPER: "3" }],
  ["leaves out what is not set", { A: undefined, B: "" }, { B: "" }],
])("%s", (_, env, wanted) => {
  expect(childEnvironment(env)).toEqual(wanted);
});
