import { beforeEach, expect, test } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine, setList } from "./machine.ts";
import { runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

const dnsService = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\DNS";

/** Stand-in: the event log gives no entries under Wine, so the script reads these instead. */
function reportWith(entries: string, log = "System", script?: Uint8Array) {
  const from = "(New-Object Diagnostics.EventLog $LogName).Entries";
  const to = `@(if ($LogName -eq '${log}') { ${entries} })`;
  return runUnchanged("-Action Report", { replace: [[from, to]], ...(script && { script }) });
}

function entry(source: string, id: number, time = "2026-11-20T10:00:00Z", texts: string[] = []): string {
  const strings = texts.map((text) => `'${text}'`).join(", ");
  return `@{ Source = '${source}'; InstanceId = ${id}; ReplacementStrings = @(${strings}); TimeGenerated = [DateTime]::Parse('${time}') }`;
}

beforeEach(() => freshMachine());

test("7023 counts only where the error is 10048, a port in use", async () => {
  const service = "Service Control Manager";
  const { result } = await reportWith(
    [
      entry(service, 7023, "2026-11-19T08:00:00Z", ["Internet Authentication Service", "%%10048"]),
      entry(service, 7023, "2026-11-20T10:00:00Z", ["IPSEC Services", "%%10048"]),
      entry(service, 7023, "2026-11-21T10:00:00Z", ["Browser", "%%5"]),
      entry("Something else", 7023, "2026-11-21T10:00:00Z", ["x", "%%10048"]),
    ].join("; "),
  );
  expect(result.findings).toContain("Event 7023 2 2026-11-20T10:00:00");
});

test("4292 of the IPSec driver says to work at the console", async () => {
  const { result, stdout } = await reportWith(entry("IPSec", 4292));
  expect(result.findings).toContain("Event 4292 1 2026-11-20T10:00:00");
  expect(stdout).toContain("console");
});

test("3015 and 3024 of ActiveSync are found by source and id, whatever the upper half of the id says", async () => {
  const { result } = await reportWith(
    [entry("Server ActiveSync", 3221228487), entry("Server ActiveSync", 3221228496)].join("; "),
    "Application",
  );
  expect(result.findings).toEqual(
    expect.arrayContaining(["Event 3015 1 2026-11-20T10:00:00", "Event 3024 1 2026-11-20T10:00:00"]),
  );
});

test("only the newest 20,000 entries are read", async () => {
  const old = entry("IPSec", 4292);
  const { result } = await reportWith(
    `${old}; 1..20000 | Where-Object { $true } | ForEach-Object { $filler }`.replace(
      "$filler",
      entry("Filler", 1),
    ),
  );
  expect(result.findings.join()).not.toContain("4292");
});

test("where the result line is too short for all findings, events are not what it leaves out", async () => {
  const ports = Array.from({ length: 20 }, (_, index) => `${6000 + 2 * index}`);
  await setList(Array.from({ length: 60 }, (_, index) => `${7000 + 2 * index}-${7000 + 2 * index}`));
  const script = scriptFor({ ports, backend: "reserved-ports" });
  const { result } = await reportWith(entry("IPSec", 4292), "System", script);
  expect(result.truncated).toBe(true);
  expect(result.findings).toContain("Event 4292 1 2026-11-20T10:00:00");
});

test("a log that cannot be read is named, and the rest of the report stands", async () => {
  await (await sharedHost("windows")).registry.set(dnsService, "Start", "DWord", 2);
  const { result, exitCode } = await reportWith("throw 'no access'");
  expect(exitCode).toBe(1);
  expect(result.findings).toContain("Unseen System");
  expect(result.findings).toContain("UntilRestart");
});
