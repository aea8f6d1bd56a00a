import { aboutPackage } from "../about.ts";
import { contentGuid } from "../content-guid.ts";
import type { Package } from "../package.ts";
import { type Variable, variablesOf } from "./variables.ts";

/** An element: its name, and its text or what is in it. */
type Element = [name: string, content: string | Element[]];

/**
 * Gives resource.xml, to the byte as Datto RMM writes it: UTF-8 without a mark, which it would not import, and
 * without a newline at the end.
 */
export function resourceXml(given: Package): string {
  const component: Element[] = [["general", general(given)], ...variablesOf(given).map(variable)];
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<component info="CentraStage Component">
${component.map((element) => format(element, 1)).join("\n")}
</component>`;
}

function general(given: Package): Element[] {
  const { title, description } = aboutPackage(given);
  return [
    ["name", `${title} [WIN]`],
    // Scripts have no exit code for a restart that is needed; applications have 3010 and 1641.
    ["category", "applications"],
    ["description", description],
    ["uid", uid(given)],
    // Datto's server makes it.
    ["hash", ""],
    ["version", "1"],
    ["timeout", "900"],
    ["securityLevel", "1"],
    ["installType", "powershell"],
    ["uninstallType", ""],
  ];
}

function variable({ name, description, value, options }: Variable, index: number): Element {
  return [
    `variable idx="${index}"`,
    [
      ["name", name],
      ...(options ?? []).map(
        (option, place): Element => [
          `selectionKeyValue idx="${place}"`,
          [
            ["name", option],
            ["value", option],
          ],
        ],
      ),
      ["type", options ? "map" : "string"],
      ["direction", "false"],
      ["description", description],
      ["defaultVal", value],
    ],
  ];
}

function format([tag, content]: Element, depth: number): string {
  const indent = " ".repeat(4 * depth);
  const [name] = tag.split(" ");
  if (content === "") return `${indent}<${tag}/>`;
  if (typeof content === "string") return `${indent}<${tag}>${escapeText(content)}</${name}>`;
  const inner = content.map((element) => format(element, depth + 1));
  return [`${indent}<${tag}>`, ...inner, `${indent}</${name}>`].join("\n");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// Only for form's sake: Datto gives the component another one when it imports it.
function uid({ name, script }: Package): string {
  return contentGuid("Datto RMM", [{ path: name, bytes: script }])
    .slice(1, -1)
    .toLowerCase();
}
