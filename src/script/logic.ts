import backup from "../../templates/logic/backup.ps1";
import change from "../../templates/logic/change.ps1";
import dns from "../../templates/logic/dns.ps1";
import exclusions from "../../templates/logic/exclusions.ps1";
import journal from "../../templates/logic/journal.ps1";
import language from "../../templates/logic/language.ps1";
import machine from "../../templates/logic/machine.ps1";
import main from "../../templates/logic/main.ps1";
import merge from "../../templates/logic/merge.ps1";
import outcome from "../../templates/logic/outcome.ps1";
import parameters from "../../templates/logic/parameters.ps1";
import plan from "../../templates/logic/plan.ps1";
import report from "../../templates/logic/report.ps1";
import restart from "../../templates/logic/restart.ps1";
import result from "../../templates/logic/result.ps1";
import risk from "../../templates/logic/risk.ps1";
import store from "../../templates/logic/store.ps1";
import value from "../../templates/logic/value.ps1";

/** The part of the script that is the same in all: in the order in which a reader needs it. */
export const logic = [
  result,
  language,
  parameters,
  machine,
  value,
  merge,
  exclusions,
  risk,
  store,
  backup,
  journal,
  restart,
  dns,
  change,
  plan,
  report,
  outcome,
  main,
].join("");
