import { describe, expect, test } from "vitest";
import { z } from "zod";
import { tactical } from "../../../src/delivery/tactical/bundle.ts";
import { fileOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const given = await signedPackage();
const bundle = await tactical(given);
const json = (path: string): unknown => JSON.parse(textOf(bundle, path));
const texts = z.array(z.string());

/** What is told of a script in both forms. */
const common = {
  name: z.string().min(1).max(255),
  description: z.string(),
  shell: z.enum(["cmd", "powershell", "python", "shell"]),
  category: z.string().max(100),
  args: texts,
  syntax: z.string(),
  default_timeout: z.number().int().positive(),
  supported_platforms: z.array(z.enum(["windows", "darwin", "linux"])).min(1),
  run_as_user: z.boolean(),
};

// From community_scripts.schema.json of amidaware/community-scripts: keys, types and what is required. It is not
// copied here, and does not compile as published: it uses types that JSON Schema does not have.
const community = z.array(
  z.strictObject({ ...common, guid: z.guid(), filename: z.string(), submittedBy: z.string(), env: texts }),
);

// From the fields of Script in api/tacticalrmm/scripts of amidaware/tacticalrmm.
const api = z.strictObject({
  ...common,
  env_vars: texts,
  script_body: z.string().min(1),
  hidden: z.boolean(),
  favorite: z.boolean(),
});

test("the entry for a repository has the keys and types that Tactical's schema asks for", () => {
  expect(community.safeParse(json("community_scripts.json")).error).toBeUndefined();
});

test("the entry names a file of the folder scripts, which is the script as it was given", () => {
  const [entry] = community.parse(json("community_scripts.json"));
  expect(fileOf(bundle, `scripts/${entry?.filename}`)).toEqual(Buffer.from(given.script));
});

test("the body for the API has the keys and types of a script in Tactical", () => {
  expect(api.safeParse(json("script.json")).error).toBeUndefined();
});

test("a variable reaches the script whole: Tactical cuts its value at a second =", () => {
  for (const text of api.parse(json("script.json")).env_vars) {
    expect(text).toMatch(/^PORTKEEP_[A-Z]+=[^=]+$/);
  }
});

describe("the id of the entry", () => {
  const guidOf = async (from: typeof given) => {
    const text = textOf(await tactical(from), "community_scripts.json");
    return community.parse(JSON.parse(text))[0]?.guid;
  };

  test("stays the same where a script is signed again, so that Tactical replaces the one it has", async () => {
    expect(await guidOf(unsignedPackage())).toBe(await guidOf(given));
  });

  test("is another one for other choices", async () => {
    expect(await guidOf(unsignedPackage({ products: ["ias"] }))).not.toBe(await guidOf(given));
  });
});

test("a script that holds double braces, which Tactical fills, is refused", async () => {
  const script = Buffer.concat([given.script, Buffer.from("# {{agent.name}}\r\n")]);
  await expect(tactical({ ...given, script })).rejects.toMatchObject({
    code: "package-text-replaced",
    facts: { tool: "Tactical RMM", text: "{{" },
  });
});
