import { describe, expect, test } from "vitest";
import { siteSource } from "../../src/fleet/catalog-sites.ts";
import { makeCatalog } from "../../src/fleet/make-catalog.ts";
import type { Site } from "../../src/fleet/site.ts";
import { pki } from "../signing/pki.ts";
import { build, countingSigner, emptyFolder, filesIn, sha256 } from "./fleet.ts";

const { signers } = await pki();
const sites: Site[] = [
  { site: "x", products: ["ias"], os: "windows-server-2003", locale: "nl" },
  { site: "y", products: ["nps"] },
];

async function catalogOf(signer: ReturnType<typeof countingSigner> | null) {
  const folder = emptyFolder();
  const { scripts } = await build(siteSource(sites, "list"), { folder, signer, targets: ["raw"] });
  const parts = { folder, version: "1.0.0", changes: "- all of it", sites, scripts };
  return { catalog: await makeCatalog(parts), files: filesIn(folder) };
}

describe("a catalogue tells", () => {
  test("each script: what it is for, why, and where it is", async () => {
    const { catalog, files } = await catalogOf(countingSigner(signers.rsa2048));
    const [first, second] = catalog.scripts;
    expect(first).toMatchObject({
      locale: "nl",
      products: ["ias"],
      os: "windows-server-2003",
      systems: ["windows-server-2003"],
      backend: "reserved-ports",
      name: expect.stringMatching(/^portkeep-windows-server-2003-ias-[0-9a-f]{8}\.ps1$/),
    });
    expect(first?.ranges[0]).toEqual({
      range: "1645-1646",
      reasons: [
        { ports: "1645-1646", who: "IAS", source: "KB 956189", products: ["ias"], class: "documented" },
      ],
    });
    expect(second?.systems).toContain("windows-server-2025");
    expect(second?.systems).not.toContain("windows-2000-server");
    for (const { id, copies, bundles } of catalog.scripts) {
      expect(copies[0]?.path).toMatch(new RegExp(`^scripts/${id}/[0-9a-f]{64}\\.ps1$`));
      for (const { path, bytes, sha256: hash } of [...copies, ...bundles]) {
        const file = files[path] ?? Buffer.alloc(0);
        expect([bytes, hash]).toEqual([file.length, sha256(file)]);
      }
    }
  });

  test("who signed it, and until when that holds", async () => {
    const signer = countingSigner(signers.rsa2048);
    const { catalog } = await catalogOf(signer);
    expect(catalog.scripts[0]?.copies[0]).toMatchObject({
      signer: {
        subject: expect.stringContaining("Test Signer rsa2048"),
        sha256: signer.fingerprint,
        thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      },
      hash: "sha256",
      validTo: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
      timestamp: null,
    });
  });

  test("that nobody signed it", async () => {
    const { catalog } = await catalogOf(null);
    expect(catalog.scripts[0]?.copies[0]).toMatchObject({ signer: null, hash: null, validTo: null });
  });

  test("the card of all scripts, and what changed", async () => {
    const { catalog } = await catalogOf(null);
    expect(catalog).toMatchObject({ schema: 1, version: "1.0.0", changes: "- all of it" });
    expect(catalog.parameters.map(([name]) => name)).toContain("`-Action`");
    expect(catalog.exitCodes.map(([code]) => code)).toEqual(expect.arrayContaining(["0", "3010", "1603"]));
    expect(catalog.products.map(({ id }) => id)).toContain("nps");
  });
});
