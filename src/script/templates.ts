import Handlebars from "handlebars/runtime";
import messages from "../../templates/messages.ps1.hbs";
import script from "../../templates/script.ps1.hbs";
import settings from "../../templates/settings.ps1.hbs";
import { literal } from "./literal.ts";

const handlebars = Handlebars.create();
handlebars.registerHelper("literal", literal);
handlebars.registerPartial("messages", handlebars.template(messages));

type Fill = (context: object) => string;

/** Give text with lines ended by LF, for a context that holds what the template names. */
export const fillScript: Fill = handlebars.template(script);
export const fillSettings: Fill = handlebars.template(settings);
