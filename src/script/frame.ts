import english from "../../templates/messages.en.json" with { type: "json" };
import dutch from "../../templates/messages.nl.json" with { type: "json" };
import type { Recipe } from "../plan/choice.ts";
import { toBytes } from "./bytes.ts";
import { logic } from "./logic.ts";
import { fillScript } from "./templates.ts";
import { vbsLogic, vbsMessages } from "./vbs/logic.ts";
import { fillVbsScript } from "./vbs/templates.ts";

const messages = { en: english, nl: dutch };

/** What stands before and after the settings in every script of a language. */
interface Frame {
  before: Uint8Array;
  after: Uint8Array;
}

const frames = new Map<string, Frame>();

/** Gives the text around the settings as bytes; it is made once for each language, kind of line end and format. */
export function frameOf({ locale, newline, format }: Pick<Recipe, "locale" | "newline" | "format">): Frame {
  const key = `${locale} ${newline} ${format}`;
  let frame = frames.get(key);
  if (!frame) {
    // No template holds a NUL, so it marks the place where the settings belong.
    const whole =
      format === "vbs"
        ? fillVbsScript({ settings: "\0", messages: vbsMessages(messages[locale]), logic: vbsLogic })
        : fillScript({ settings: "\0", messages: messages[locale], logic });
    const [before = "", after = ""] = whole.split("\0");
    frame = { before: toBytes(before, newline), after: toBytes(after, newline) };
    frames.set(key, frame);
  }
  return frame;
}
