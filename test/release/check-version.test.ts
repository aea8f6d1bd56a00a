import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";

const script = join(import.meta.dirname, "../../.github/release/check-version.sh");

/** Runs the check of a tag in a folder with a package and a change log of these versions. */
async function check(tag: string, version: string, heading: string) {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-version-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(
    join(folder, "CHANGELOG.md"),
    `# Changelog\n\n${heading}\n\n- A change.\n\n## 0.9.0, 2026-01-01\n`,
  );
  return execa(script, [tag], { cwd: folder, reject: false });
}

test("a tag is released where the package and the change log name its version", async () => {
  expect(await check("v1.2.3", "1.2.3", "## 1.2.3, 2026-12-01")).toMatchObject({ exitCode: 0, stderr: "" });
});

describe("no release", () => {
  test.each([
    [
      "of another version than the package's",
      "v1.2.4",
      "1.2.3",
      "## 1.2.4, 2026-12-01",
      "package.json has version 1.2.3",
    ],
    [
      "of a version that the change log does not name first",
      "v1.2.3",
      "1.2.3",
      "## 1.2.2, 2026-12-01",
      "begins with",
    ],
    [
      "of one that is not released yet",
      "v1.2.3",
      "1.2.3",
      "## 1.2.3, not released yet",
      "the day of the release",
    ],
    ["of what is only like it", "v1.2.3", "1.2.3", "## 1x2.3, 2026-12-01", "begins with"],
    ["by a tag without v", "1.2.3", "1.2.3", "## 1.2.3, 2026-12-01", "no version such as"],
    [
      "by a tag with more than that",
      "v1.2.3;ls",
      "1.2.3;ls",
      "## 1.2.3;ls, 2026-12-01",
      "no version such as",
    ],
  ])("%s", async (_, tag, version, heading, said) => {
    const { exitCode, stderr } = await check(tag, version, heading);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(said);
  });
});
