import { settingsCard } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { role } from "./role.ts";
import { cardOf, playbook, readme } from "./texts.ts";

/** Gives a role for Ansible, with a playbook that shows its use. */
export async function ansible(given: Package): Promise<BundleFile[]> {
  return [
    ...role(given),
    { path: "playbook.yml", bytes: Buffer.from(playbook(given)) },
    settingsCard(given, cardOf(given)),
    readme(given),
  ];
}
