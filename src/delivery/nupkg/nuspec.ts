import { aboutPackage } from "../about.ts";
import type { Package } from "../package.ts";
import { element, textElement } from "../xml.ts";

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const schemas = "http://schemas.openxmlformats.org/package/2006";

/** Gives the id of a package: the script's name as NuGet and Chocolatey like ids. */
export function packageId({ name }: Package): string {
  return name
    .toLowerCase()
    .replace(/[._-]+/g, "-")
    .replace(/-$/, "");
}

/** Gives what the package says of itself. */
export function nuspec(given: Package): string {
  const { title, description, publisher } = aboutPackage(given);
  const metadata = {
    id: packageId(given),
    version: given.version,
    title,
    authors: printable(publisher),
    requireLicenseAcceptance: "false",
    description,
    summary: description.split("\n")[0] ?? "",
    tags: "portkeep dns ports admin",
  };
  const xmlns = "http://schemas.microsoft.com/packaging/2015/06/nuspec.xsd";
  const lines = Object.entries(metadata).map(([name, value]) => textElement(name, value));
  return declaration + element("package", { xmlns }, element("metadata", {}, ...lines));
}

/** Gives the list of file types that the Open Packaging Conventions ask for. */
export function contentTypes(): string {
  const types = { rels: `application/vnd.openxmlformats-package.relationships+xml` };
  const others = ["nuspec", "ps1", "txt"].map((extension) => [extension, "application/octet"]);
  const defaults = [...Object.entries(types), ...others].map(([Extension, ContentType]) =>
    element("Default", { Extension, ContentType }),
  );
  return declaration + element("Types", { xmlns: `${schemas}/content-types` }, ...defaults);
}

/** Gives the relationship by which the nuspec is found. */
export function relationships(given: Package): string {
  const manifest = element("Relationship", {
    Type: "http://schemas.microsoft.com/packaging/2010/07/manifest",
    Target: `/${packageId(given)}.nuspec`,
    Id: "manifest",
  });
  return declaration + element("Relationships", { xmlns: `${schemas}/relationships` }, manifest);
}

// XML has no place for most control characters, and a name in a certificate may hold any.
function printable(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ").trim() || "portkeep";
}
