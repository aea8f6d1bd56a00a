import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  needs?: string | string[];
  uses?: string;
  permissions?: Record<string, string>;
  environment?: unknown;
  "timeout-minutes"?: number;
  steps?: Step[];
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const root = join(import.meta.dirname, "..");
const folder = join(root, ".github/workflows");
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const workflow: Workflow = parse(text);
  return { name, text, workflow, jobs: Object.entries(workflow.jobs) };
});
const steps = workflows.flatMap(({ jobs }) => jobs.flatMap(([, job]) => job.steps ?? []));
const commands = steps.flatMap(({ run }) => run ?? []);
const release = workflows.find(({ name }) => name === "release.yml")?.workflow.jobs ?? {};

/** Says whether a job runs programs of others: the tests, or what packages do when they are installed. */
const runsOthers = ({ uses, steps: own = [] }: Job) =>
  uses !== undefined || own.some(({ run = "" }) => /npm (ci|install|test|run)|\.ci\/run|pack\.sh/.test(run));

/** Gives the jobs that have to succeed before a job of the release begins. */
function neededBy(name: string): string[] {
  const needs = [release[name]?.needs ?? []].flat();
  return [...needs, ...needs.flatMap(neededBy)];
}

describe.each(workflows)("$name", ({ text, workflow, jobs }) => {
  test("names each action of others by a commit, with its version beside it", () => {
    const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action = ""]) => action);
    const loose = uses.filter((action) => !/^(\.\/.+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(action));
    expect(uses.length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });

  test("may do nothing but read, unless a job asks for more", () => {
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
  });

  test("ends each job that hangs", () => {
    expect(jobs.filter(([, job]) => !job.uses && !job["timeout-minutes"])).toEqual([]);
  });

  test("has no value of an expression in a command", () => {
    const runs = jobs.flatMap(([, job]) => job.steps ?? []).map(({ run = "" }) => run);
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });
});

test("no step leaves the repository's token in the checkout", () => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  expect(checkouts.length).toBeGreaterThan(3);
  for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
});

test("each script that a command runs is there and can be run", () => {
  const scripts = commands.flatMap((run) => run.match(/^\.(?:github|ci)\/[\w./-]+/) ?? []);
  expect(scripts.length).toBeGreaterThan(5);
  for (const script of scripts.filter((name) => !name.endsWith(".ps1"))) {
    expect(() => accessSync(join(root, script), constants.X_OK)).not.toThrow();
  }
});

test("each script of the package that a command runs is there", () => {
  const names = commands.flatMap((run) => [...run.matchAll(/npm run (?:-\S+ )*([\w:]+)/g)]);
  expect(names.length).toBeGreaterThan(1);
  for (const [, name] of names) expect(Object.keys(packageJson.scripts)).toContain(name);
});

describe("a release", () => {
  test("has a secret, a variable or a right to write in no job that runs programs of others", () => {
    const jobs = Object.entries(release).filter(([, job]) => runsOthers(job));
    expect(jobs.map(([name]) => name)).toEqual(["test", "build"]);
    for (const [name, { permissions, ...job }] of jobs) {
      expect([name, permissions]).toEqual([name, { contents: "read" }]);
      expect([name, JSON.stringify(job)]).toEqual([
        name,
        expect.not.stringMatching(/secrets|vars\.|environment/),
      ]);
    }
  });

  test("signs only what was tested, in the protected environment", () => {
    expect(neededBy("sign").sort()).toEqual(["build", "test", "version", "version"]);
    expect(release.sign).toMatchObject({ environment: "release" });
  });

  test.each(["publish", "npm", "pages"])(
    "comes to %s only after it was signed, verified and attested",
    (name) => {
      expect(neededBy(name)).toEqual(expect.arrayContaining(["attest", "sign"]));
      const signing = release.sign?.steps?.flatMap(({ run }) => run?.split(" ")[0] ?? []);
      expect(signing).toEqual([
        ".github/release/last-catalog.sh",
        ".github/release/sign.sh",
        ".github/release/verify.sh",
      ]);
    },
  );

  test("writes only where a job is for that", () => {
    const writes = Object.entries(release).flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, right]) => (right === "write" ? `${name}: ${scope}` : [])),
    );
    expect(writes).toEqual([
      "sign: id-token",
      "attest: id-token",
      "attest: attestations",
      "publish: contents",
      "npm: id-token",
      "pages: pages",
      "pages: id-token",
    ]);
  });
});
