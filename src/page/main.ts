import "./styles/page.css";
import { givenIndex } from "./catalog.ts";
import { openPage } from "./page.ts";
import { languageOf } from "./texts/texts.ts";

openPage(document.body, givenIndex(), languageOf(navigator.languages));
performance.mark("portkeep-ready");
