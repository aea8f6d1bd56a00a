import Handlebars from "handlebars/runtime";
import outline from "../../templates/script.ps1.hbs";
import settings from "../../templates/settings.ps1.hbs";
import { literal } from "./literal.ts";

const handlebars = Handlebars.create();
handlebars.registerHelper("literal", literal);
handlebars.registerPartial("settings", handlebars.template(settings));

/** Gives the whole script, lines ended by LF, for a context that holds what the templates name. */
export const fillOutline: (context: object) => string = handlebars.template(outline);
