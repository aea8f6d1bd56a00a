import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";

const script = join(import.meta.dirname, "../../.github/release/publish.sh");

/** Stands in for GitHub's command line: keeps whether there is a draft, notes what it was asked, and can be out of reach. */
const gh = `#!/bin/sh
echo "$2" >> asked
case $2 in
  view) cat draft 2> /dev/null || { cat failure >&2; exit 1; } ;;
  create) cat > notes; echo true > draft ;;
  edit) echo false > draft ;;
esac
`;

/** Publishes where a release is in some state: none, a draft, or published; asking for it fails with what is said of none. */
async function publish(draft?: boolean, failure = "release not found") {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-publish-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "gh"), gh, { mode: 0o755 });
  writeFileSync(
    join(folder, "CHANGELOG.md"),
    "# Changelog\n\nAll.\n\n## 1.2.3, 2026-12-01\n\n- New.\n\n## 1.2.2\n\n- Old.\n",
  );
  writeFileSync(join(folder, "failure"), `${failure}\n`);
  if (draft !== undefined) writeFileSync(join(folder, "draft"), `${draft}\n`);
  const env = { PATH: [folder, process.env.PATH].join(delimiter) };
  const { exitCode, stderr } = await execa(script, ["v1.2.3", "release"], {
    cwd: folder,
    env,
    reject: false,
  });
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8").trim() : null;
  return { exitCode, stderr, asked: read("asked")?.split("\n"), notes: read("notes"), draft: read("draft") };
}

test("a release is a draft until it has all of its files; its notes are those of its version", async () => {
  expect(await publish()).toMatchObject({
    exitCode: 0,
    asked: ["view", "create", "upload", "edit"],
    notes: "- New.",
    draft: "false",
  });
});

test("a draft that was left by a run that ended is completed", async () => {
  expect(await publish(true)).toMatchObject({
    exitCode: 0,
    asked: ["view", "upload", "edit"],
    draft: "false",
  });
});

test("what is released already stays as it is", async () => {
  expect(await publish(false)).toMatchObject({
    exitCode: 1,
    asked: ["view"],
    stderr: "error: v1.2.3 is released already.",
  });
});

test.each(["error connecting to api.github.com", "HTTP 404: Not Found (https://api.github.com/graphql)"])(
  "where it is not known what is released, nothing is done: %s",
  async (failure) => {
    expect(await publish(undefined, failure)).toMatchObject({
      exitCode: 1,
      asked: ["view"],
      stderr: `error: Whether v1.2.3 is released is not known: ${failure}`,
    });
  },
);
