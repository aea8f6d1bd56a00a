import { aboutPackage } from "../about.ts";
import { contentGuid } from "../content-guid.ts";
import type { Package } from "../package.ts";
import { element, textElement } from "../xml.ts";
import { type Variable, variablesOf } from "./variables.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

/**
 * Gives resource.xml, to the byte as Datto RMM writes it: UTF-8 without a mark, which it would not import, and
 * without a newline at the end.
 */
export function resourceXml(given: Package): string {
  const parts = [general(given), ...variablesOf(given).map(variable)];
  return declaration + nested(0, "component", { info: "CentraStage Component" }, parts);
}

function general(given: Package): string {
  const { title, description } = aboutPackage(given);
  const texts = {
    name: `${title} [WIN]`,
    // Scripts have no exit code for a restart that is needed; applications have 3010 and 1641.
    category: "applications",
    description,
    uid: uid(given),
    // Datto's server makes it.
    hash: "",
    version: "1",
    timeout: "900",
    securityLevel: "1",
    installType: "powershell",
    uninstallType: "",
  };
  return nested(1, "general", {}, textElements(texts));
}

function variable({ name, description, value, options }: Variable, index: number): string {
  const choices = options?.map((option, place) =>
    nested(2, "selectionKeyValue", { idx: String(place) }, textElements({ name: option, value: option })),
  );
  const type = options ? "map" : "string";
  return nested(1, "variable", { idx: String(index) }, [
    ...textElements({ name }),
    ...(choices ?? []),
    ...textElements({ type, direction: "false", description, defaultVal: value }),
  ]);
}

function textElements(texts: Record<string, string>): string[] {
  return Object.entries(texts).map(([name, text]) => textElement(name, text));
}

/** Gives an element that stands so deep, with each of those in it on a line of its own. */
function nested(
  depth: number,
  name: string,
  attributes: Record<string, string>,
  children: readonly string[],
): string {
  const line = `\n${" ".repeat(4 * depth)}`;
  return element(name, attributes, ...children.map((child) => `${line}    ${child}`), line);
}

// Only for form's sake: Datto gives the component another one when it imports it.
function uid({ name, script }: Package): string {
  return contentGuid("Datto RMM", [{ path: name, bytes: script }])
    .slice(1, -1)
    .toLowerCase();
}
