import { installPrograms } from "../../rig/packages.ts";

/** Installs Ansible with its collections, which Debian has in one package; takes a minute where it is missing. */
export function installAnsible(): Promise<void> {
  return installPrograms(
    ["ansible-playbook", "ansible-doc"].map((program) => ({ program, packages: ["ansible"] })),
  );
}
