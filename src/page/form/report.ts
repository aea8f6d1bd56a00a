import { findProduct } from "../../table/lookup.ts";
import { builtInTable } from "../../table/table.ts";
import { element } from "../element.ts";
import { type Report, readReport } from "../report.ts";
import { shown } from "../shown.ts";
import { type Suggestion, suggestionFrom } from "../suggestion.ts";
import { portsText } from "../texts/numbers.ts";
import type { Texts } from "../texts/texts.ts";

/** The place to paste a report, which is then shown, and chosen from. Text that is none takes the last one away. */
export function reportForm(
  report: Report | null,
  { report: texts }: Texts,
  take: (report: Report | null, choices: Partial<Suggestion>) => void,
): HTMLElement {
  const input = element("textarea", { id: "report", rows: 5, spellcheck: "false", autocomplete: "off" });
  const button = element("button", { type: "button" }, texts.read);
  const status = element("p", { role: "status", class: "status" });
  const view = element("div", {}, ...(report ? [reportView(report, texts)] : []));
  button.addEventListener("click", () => {
    const read = readReport(input.value);
    const suggestion = read && suggestionFrom(read);
    status.textContent = suggestion ? takenText(suggestion, texts) : texts.none;
    view.replaceChildren(...(read ? [reportView(read, texts)] : []));
    take(read, suggestion && isSome(suggestion) ? suggestion : {});
  });
  return element(
    "details",
    { class: "report", open: report !== null },
    element("summary", {}, texts.heading),
    element("label", { for: "report" }, texts.label),
    input,
    button,
    status,
    view,
  );
}

function isSome({ products, ports }: Suggestion): boolean {
  return products.length > 0 || ports !== "";
}

function takenText(suggestion: Suggestion, texts: Texts["report"]): string {
  if (!isSome(suggestion)) return texts.nothingTaken;
  const names = suggestion.products.map((id) => findProduct(builtInTable, id)?.name ?? id);
  return texts.taken([...names, ...(suggestion.ports ? [suggestion.ports] : [])].join(", "));
}

function reportView(report: Report, texts: Texts["report"]): HTMLElement {
  const { computer, action, version, message, ranges, findings, truncated } = report;
  const lines = ranges.map(({ range, who, state }) =>
    element("li", { class: state }, `${portsText(range)} ${shown(who)}: ${texts.states[state]}`),
  );
  return element(
    "div",
    { class: "card" },
    element("h3", {}, element("bdi", {}, texts.of(shown(computer, 64)))),
    element("p", { class: "hint" }, element("bdi", {}, texts.made(shown(action, 20), shown(version, 20)))),
    element("p", {}, element("bdi", {}, shown(message, 500))),
    ...(truncated ? [element("p", { class: "problem" }, texts.cut)] : []),
    findings.length > 0 ? element("ul", {}, ...lines) : element("p", {}, texts.notReport),
    element(
      "details",
      {},
      element("summary", {}, texts.findings),
      element("ul", {}, ...findings.map((finding) => element("li", {}, element("code", {}, shown(finding))))),
    ),
  );
}
