import { givenCatalog } from "./catalog.ts";
import { openPage } from "./page.ts";
import { languageOf } from "./texts/texts.ts";

openPage(document.body, givenCatalog(), languageOf(navigator.languages));
performance.mark("portkeep-ready");
