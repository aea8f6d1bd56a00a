import type { CardTool } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme as readmeOf, trustText } from "../readme.ts";
import { roleName } from "./role.ts";

/** Gives a playbook that applies the role to a group of machines. */
export function playbook(given: Package): string {
  return `---
- name: Reserve UDP ports
  hosts: windows
  gather_facts: false
  # A few at a time: they may restart.
  serial: 5
  roles:
    - role: ${roleName(given)}
`;
}

/** Gives what the card says of Ansible. */
export function cardOf({ signer }: Package): CardTool {
  return {
    run: "The role copies it to each machine and runs it with powershell.exe -File, as the user that Ansible logs on as: an administrator.",
    signatures: signer
      ? "Ansible asks for no signature; the role does: it runs the script under the policy AllSigned."
      : "Nothing asks for a signature, since there is none.",
  };
}

/** Gives what to do with the bundle, for somebody who has Ansible and Windows machines in its inventory. */
export function readme(given: Package): BundleFile {
  const name = roleName(given);
  const text = `| file | what it is |
|---|---|
| ${name} | the role: copies the script, runs it, restarts the machine if you ask for that |
| playbook.yml | applies the role to the group \`windows\` |
| settings-card.md | what it reserves and why, its hash and signer, parameters, exit codes |

${trustText(given)}
In a Git repository, write \`*.ps1 -text\` into .gitattributes, so that Git leaves its line ends as they are.

## Run it

The role needs the collection ansible.windows (1.14 or later; \`ansible-galaxy collection install ansible.windows\`), and
machines that Ansible reaches as an administrator. Copy the role to your roles, or stay in this folder:

    ansible-playbook -i inventory playbook.yml -e portkeep_action=Test --limit ONE-MACHINE
    ansible-playbook -i inventory playbook.yml

The first changes nothing: its output ends with the script's result. With --check Ansible runs no script at all.

| variable | default | meaning |
|---|---|---|
| portkeep_action | ${given.plan.recipe.action} | Apply, Test, Report or Restore |
| portkeep_reboot | ${given.plan.recipe.reboot === "IfNeeded"} | restarts the machine where that is needed |
| portkeep_restart_dns | ${given.plan.recipe.restartDns === "IfNeeded"} | lets the script restart the DNS Server where that is enough |
| portkeep_folder | C:\\\\Program Files\\\\portkeep | where the script goes |

## What Ansible shows

| | |
|---|---|
| ok | nothing to do; with Test and Report, the code 1 says that ports are missing |
| changed | the ports were reserved, or what was there before is back; the code 3010 says after a restart, 3011 after one of the DNS Server |
| failed | the script failed, or did not run: there was no result, the JSON object in the last line |

## To undo it

    ansible-playbook -i inventory playbook.yml -e portkeep_action=Restore
`;
  return readmeOf(given, { tool: "role for Ansible", text });
}
