import { expect, test } from "vitest";
import { timestampErrors as dutch } from "../../../src/cli/dutch/timestamp-errors.ts";
import { timestampErrors as english } from "../../../src/cli/english/timestamp-errors.ts";
import type { Failure } from "../../../src/signing/timestamp/failure.ts";

const hostile = '\u001b[31m"\u202e\n\u00e9';
const samples: { [Code in Failure["code"]]: Extract<Failure, { code: Code }>["facts"] } = {
  timeout: { seconds: 20 },
  connection: { cause: hostile },
  "http-status": { status: 503, retryAfterSeconds: 90 },
  "redirect-limit": { limit: 5 },
  "redirect-target": { address: `file://${hostile}` },
  "not-a-reply": { type: hostile },
  "reply-too-large": { limit: 262_144 },
  "reply-unreadable": {},
  refused: { status: 2, text: hostile, reasons: ["badAlg"] },
  "nonce-differs": {},
  "clocks-differ": { authority: "2026-01-01T00:00:00.000Z", here: "2026-01-03T00:00:00.000Z" },
  "token-faulty": { fault: { code: "timestamp-signature-bad", facts: { fault: "signature" } } },
};
const failures = Object.entries(samples).map(([code, facts]) => ({ code, facts }) as Failure);
const languages = [
  ["English", english],
  ["Dutch", dutch],
] as const;

test.each(
  languages.flatMap(([language, texts]) =>
    failures.map((failure) => [language, failure.code, texts, failure] as const),
  ),
)("in %s the failure %s is told after its address, in a sentence fit for a terminal", (...given) => {
  const [, , texts, failure] = given;
  const lines = texts["timestamp-failed"]({ attempts: [{ address: "http://a.example/", failure }] }).split(
    "\n",
  );
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^ {2}http:\/\/a\.example\/: [A-Z].+\.$/);
  expect(lines.join("")).not.toMatch(/[^\x20-\x7e\u00e9]|undefined|\[object/);
});

test.each(languages)("in %s each address has a line of its own", (_, texts) => {
  const attempts = failures.map((failure, index) => ({ address: `http://${index}.example/`, failure }));
  const lines = texts["timestamp-failed"]({ attempts }).split("\n");
  expect(lines.filter((line) => line.startsWith("  http"))).toHaveLength(failures.length);
});

test.each(
  languages.flatMap(([language, texts]) =>
    (["form", "scheme", "credentials"] as const).map((problem) => [language, problem, texts] as const),
  ),
)("in %s an address with a wrong %s is quoted", (_, problem, texts) => {
  const text = texts["timestamp-address"]({ address: hostile, problem });
  expect(text).toMatch(/^"\\u001b\[31m\\"\\u202e\\n\\u00e9" [a-z].+\.$/);
});
