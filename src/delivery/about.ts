import { settingsOf } from "../script/settings.ts";
import type { Package } from "./package.ts";

/** What a tool's lists show of a script: plain text, without markup. */
export interface About {
  title: string;
  /** Lines ended by LF: what it does, each range with who needs it, and by which portkeep and settings. */
  description: string;
  publisher: string;
}

/** Tells of a script what every tool asks for. */
export function aboutPackage({ name, plan, version, settingsId, signer }: Package): About {
  const lines = [
    "Reserves UDP ports that services of this server need, so that the DNS Server cannot take them (KB 956189):",
    ...settingsOf(plan, version).ranges.map((range) => `- ${range}`),
    `portkeep ${version}, settings ${settingsId}`,
  ];
  return {
    title: `Reserve UDP ports (${name})`,
    description: lines.join("\n"),
    publisher: /^CN=(.+)$/m.exec(signer?.subject ?? "")?.[1] ?? "portkeep",
  };
}
