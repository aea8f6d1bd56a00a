import { expect } from "vitest";
import type { RunResult } from "../rig/wire.ts";

/** The result line of the contract. */
export interface Result {
  portkeep: string;
  schema: number;
  action: string;
  state: string;
  exitCode: number;
  rebootRequired: boolean;
  restart: string;
  backend: string;
  computer: string;
  settingsId: string;
  environment: string[];
  added: string[];
  kept: string[];
  value: string[];
  valueCount: number;
  truncated: boolean;
  backup: string;
  warnings: string[];
  findings: string[];
  message: string;
}

const text = expect.any(String);
const texts = expect.toSatisfy(
  (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  "a list of strings",
);
const oneOf = (...values: unknown[]) =>
  expect.toSatisfy((value) => values.includes(value), values.join(" or "));

/** Every key of the contract, and `findings` of -Action Report; no other. */
const form = {
  portkeep: "1.0.0",
  schema: 1,
  action: oneOf("Apply", "Test", "Report", "Restore"),
  state: oneOf("compliant", "changed", "drift", "restored", "notApplicable", "failed"),
  exitCode: expect.any(Number),
  rebootRequired: expect.any(Boolean),
  restart: oneOf("none", "machine", "dns"),
  backend: oneOf("reserved-ports", "dns-exclusions", "os-exclusions", "auto"),
  computer: text,
  settingsId: expect.stringMatching(/^[0-9a-f]{16}$/),
  environment: texts,
  added: texts,
  kept: texts,
  value: texts,
  valueCount: expect.any(Number),
  truncated: expect.any(Boolean),
  backup: text,
  warnings: texts,
  findings: texts,
  message: text,
};

/** Gives the result line of a run, after checking all that the contract promises of every run. */
export function readResultLine(run: RunResult): Result {
  expect({ stderr: run.stderr, stray: run.stray }).toEqual({ stderr: "", stray: "" });
  const line = /(?:^|\n)(\{.*\})\r?\n$/.exec(run.stdout)?.[1];
  if (line === undefined)
    throw new Error(`exit ${run.exitCode}, and no result line at the end of: ${run.stdout}`);
  expect(line).toMatch(/^[ -~]{1,2000}$/);
  const result = JSON.parse(line) as Result;
  expect(result).toStrictEqual(form);
  expect(result.exitCode).toBe(run.exitCode);
  expect(result.rebootRequired).toBe(result.restart === "machine");
  expect(result.value.length <= result.valueCount).toBe(true);
  if (!result.truncated) expect(result.value).toHaveLength(result.valueCount);
  return result;
}
