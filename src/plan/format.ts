import { PortkeepError } from "../errors.ts";
import type { System } from "../table/table.ts";
import type { Choice } from "./choice.ts";

/** Throws `no-powershell`, `vbs-not-needed`, `not-in-vbs` where a script of this format could not serve. */
export function checkFormat(
  { format = "ps1", action, reboot, restartDns }: Choice,
  system: System | null,
): void {
  if (format === "ps1") {
    if (!system || system.powershell) return;
    throw new PortkeepError("no-powershell", { system: system.id, name: system.name });
  }
  if (!system || system.powershell) {
    throw new PortkeepError("vbs-not-needed", { name: system?.name ?? null });
  }
  if (action === "Report") throw new PortkeepError("not-in-vbs", { option: "--action Report" });
  if (reboot === "IfNeeded") throw new PortkeepError("not-in-vbs", { option: "--reboot IfNeeded" });
  if (restartDns === "IfNeeded") throw new PortkeepError("not-in-vbs", { option: "--restart-dns IfNeeded" });
}
