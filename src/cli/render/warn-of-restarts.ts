import type { Recipe } from "../../plan/choice.ts";
import type { Session } from "../io.ts";
import { warn } from "../warn.ts";

/** Warns of each restart that was asked for and never comes, since the backend does not wait for it. */
export function warnOfRestarts({ backend, reboot, restartDns }: Recipe, session: Session): void {
  const say = (option: string) => warn(session.reports.nextSteps.noEffect(option, backend), session);
  const isDns = backend === "dns-exclusions" || backend === "os-exclusions";
  if (reboot === "IfNeeded" && isDns) say("--reboot IfNeeded");
  if (restartDns && backend === "reserved-ports") say("--restart-dns IfNeeded");
}
