import { describe, expect, test } from "vitest";
import { answerIn, answerOf } from "../../../src/signing/external/answer.ts";

const shown = (output: Uint8Array | string) => {
  const answer = answerIn(Buffer.from(output));
  return answer && { ...answer, signature: Buffer.from(answer.signature).toString("latin1") };
};

describe("output is read", () => {
  test.each([
    ["as it stands", "MEUC", { signature: "MEUC", certificates: null }],
    [
      "as it stands where it is bytes",
      Buffer.from([0x30, 0xff, 0x0a]),
      { signature: "0\xff\n", certificates: null },
    ],
    ["as a text of JSON", '"MEUC"\n', { signature: "MEUC", certificates: null }],
    ["as an object", '{"signature":"MEUC","kid":"k"}', { signature: "MEUC", certificates: null }],
    ["as an object by AWS", '{"Signature": "MEUC"}', { signature: "MEUC", certificates: null }],
    [
      "as an object with certificates",
      '{"signature":"MEUC","certificates":["MIIB","MIIC"]}',
      { signature: "MEUC", certificates: ["MIIB", "MIIC"] },
    ],
    [
      "as an object with an empty list",
      '{"signature":"a","certificates":[]}',
      { signature: "a", certificates: null },
    ],
    [
      "as it stands where the object has none",
      '{"sig":"a"}',
      { signature: '{"sig":"a"}', certificates: null },
    ],
    ["as it stands where it is a number", "1234", { signature: "1234", certificates: null }],
    ["as nothing where there is none", "", null],
  ])("%s", (_, output, answer) => {
    expect(shown(output)).toEqual(answer);
  });
});

test.each([null, 1, "text", [], {}, { signature: 1 }, { signature: null }, { certificates: ["a"] }])(
  "%j is no answer",
  (value) => {
    expect(answerOf(value)).toBe(null);
  },
);
