import Handlebars from "handlebars/runtime";
import messages from "../../../templates/vbs/messages.vbs.hbs";
import script from "../../../templates/vbs/script.vbs.hbs";
import settings from "../../../templates/vbs/settings.vbs.hbs";
import type { settingsOf } from "../settings.ts";
import { vbsLiteral } from "./literal.ts";

// Its own, as another language's literals are written by another helper of the same name.
const handlebars = Handlebars.create();
handlebars.registerHelper("literal", vbsLiteral);
handlebars.registerPartial("messages", handlebars.template(messages));

const fillTemplate = handlebars.template(settings);

/** Gives the VBScript around settings and logic, its lines ended by LF. */
export const fillVbsScript: (context: object) => string = handlebars.template(script);

/** Gives the settings in VBScript; each range apart from who needs it. */
export function fillVbsSettings({ ranges, ...others }: ReturnType<typeof settingsOf>): string {
  const pairs = ranges.map((line) => /^(?<ports>\S+) (?<who>.*)$/.exec(line)?.groups);
  return fillTemplate({ ...others, ranges: pairs });
}
