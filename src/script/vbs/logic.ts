import change from "../../../templates/vbs/logic/change.vbs";
import journal from "../../../templates/vbs/logic/journal.vbs";
import machine from "../../../templates/vbs/logic/machine.vbs";
import main from "../../../templates/vbs/logic/main.vbs";
import merge from "../../../templates/vbs/logic/merge.vbs";
import outcome from "../../../templates/vbs/logic/outcome.vbs";
import parameters from "../../../templates/vbs/logic/parameters.vbs";
import plan from "../../../templates/vbs/logic/plan.vbs";
import regFile from "../../../templates/vbs/logic/reg-file.vbs";
import result from "../../../templates/vbs/logic/result.vbs";
import room from "../../../templates/vbs/logic/room.vbs";
import store from "../../../templates/vbs/logic/store.vbs";
import text from "../../../templates/vbs/logic/text.vbs";
import value from "../../../templates/vbs/logic/value.vbs";

/** The part of the VBScript that is the same in all: in the order in which a reader needs it. */
export const vbsLogic = [
  result,
  text,
  parameters,
  machine,
  value,
  regFile,
  merge,
  room,
  store,
  journal,
  change,
  plan,
  outcome,
  main,
].join("");

const words = new Set(vbsLogic.match(/\w+/g));

/** Gives those of the messages that the VBScript can say; what it says of Restore is named after a state. */
export function vbsMessages(messages: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).filter(
      ([name]) => words.has(name) || words.has(name.replace(/(?<=^[a-z]+)Restore$/, "")),
    ),
  );
}
