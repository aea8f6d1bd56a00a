import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { install } from "./install.ts";
import { ownPrefix, toUnix, toWindows } from "./prefix.ts";
import { runScript } from "./run.ts";

it("maps paths of drive C both ways", async () => {
  await ownPrefix();
  mkdirSync(toUnix("C:\\Mixed Case"), { recursive: true });
  writeFileSync(toUnix("C:\\mixed case\\File.txt"), "found");
  expect(toWindows(toUnix("c:\\MIXED CASE\\file.TXT"))).toBe("C:\\Mixed Case\\File.txt");
  expect((await runScript("[System.IO.File]::ReadAllText('C:\\mixed CASE\\file.txt')")).stdout.trim()).toBe(
    "found",
  );
  expect(() => toUnix("D:\\x")).toThrow(/drive C/);
  expect(() => toWindows("/etc")).toThrow(/drive C/);
});

it("shows a script nothing of this machine but its own drives", async () => {
  await runScript("1");
  expect(existsSync(`${await ownPrefix()}/dosdevices/z:`)).toBe(false);
  expect((await runScript("[System.IO.Directory]::Exists('Z:\\')")).stdout.trim()).toBe("False");
});

it("finds all in place quickly", async () => {
  const start = performance.now();
  await install();
  expect(performance.now() - start).toBeLessThan(100);
});
