import type { Index } from "./catalog.ts";
import { element } from "./element.ts";
import { choicesForm } from "./form/choices.ts";
import { markProblem } from "./form/problem.ts";
import { reportForm } from "./form/report.ts";
import { writeForm } from "./form/values.ts";
import { header } from "./header.ts";
import { outcomeOf } from "./outcome.ts";
import { forgetDownloads } from "./results/download.ts";
import { resultViews, statusText } from "./results/results.ts";
import { firstState, type State } from "./state.ts";
import { texts as allTexts, type Language } from "./texts/texts.ts";

/** Opens the page in a language. All that it knows is in one state, and every change shows at once. */
export function openPage(body: HTMLElement, index: Index | null, language: Language): void {
  let state = firstState(language);

  function draw(): void {
    const texts = allTexts[state.language];
    document.documentElement.lang = state.language;
    document.title = `portkeep: ${texts.title}`;
    const status = element("p", { id: "status", role: "status", class: "status", tabindex: -1 });
    const views = element("div", {});
    const show = () => {
      const outcome = outcomeOf(state, index);
      status.textContent = statusText(outcome, texts);
      status.classList.toggle("problem", outcome.kind === "problem");
      markProblem(form, outcome);
      forgetDownloads();
      views.replaceChildren(...resultViews(outcome, state, index, texts));
    };
    const change = (to: Partial<State>) => {
      state = { ...state, ...to };
      show();
    };
    const form = choicesForm(state, texts, change);
    const report = reportForm(state.report, texts, (report, choices) => {
      writeForm(form, choices);
      change({ report, ...choices });
    });
    body.replaceChildren(
      header(texts, () => {
        const language = state.language === "en" ? "nl" : "en";
        const locale = state.locale === state.language ? language : state.locale;
        state = { ...state, language, locale };
        draw();
        document.getElementById("language")?.focus();
      }),
      element(
        "main",
        {},
        element("div", { class: "choices" }, form, report),
        element("div", { class: "results" }, status, views),
      ),
      element("footer", {}, element("p", {}, texts.private)),
    );
    show();
  }

  draw();
}
