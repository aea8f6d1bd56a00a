import type { Choice } from "../plan/choice.ts";
import { addPorts } from "../plan/lists.ts";
import { findSystem } from "../table/lookup.ts";
import { builtInTable } from "../table/table.ts";
import type { Report } from "./report.ts";
import type { Language } from "./texts/texts.ts";

/** All that the page knows from its user. */
export interface State extends Required<Pick<Choice, "backend" | "reboot" | "rebootExitCode">> {
  /** The page's own. */
  language: Language;
  /** Of the script's messages. */
  locale: Language;
  /** Id of the system, or empty. */
  os: string;
  products: string[];
  /** Own ports as typed. */
  ports: string;
  report: Report | null;
}

/** Gives the state that the page opens with. */
export function firstState(language: Language): State {
  return {
    language,
    locale: language,
    os: "",
    products: [],
    ports: "",
    backend: "auto",
    reboot: "Never",
    rebootExitCode: 3010,
    report: null,
  };
}

/** Gives what was chosen, for a plan. */
export function choiceOf({ os, products, ports, backend, reboot, rebootExitCode, locale }: State): Choice {
  const own = addPorts(ports);
  const system = findSystem(builtInTable, os);
  return {
    os: os || null,
    format: system && !system.powershell ? "vbs" : "ps1",
    products,
    ports: own.filter((text) => text !== ""),
    backend,
    reboot,
    rebootExitCode,
    locale,
  };
}
