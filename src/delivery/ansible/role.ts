import { aboutPackage } from "../about.ts";
import type { BundleFile, Package } from "../package.ts";
import { policyOf } from "../raw/starter.ts";

/** Gives the name of a role: letters, digits and underscores, a letter first. */
export function roleName({ name }: Package): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^(?![a-z])/, "role_");
}

/** Gives the files of a role, which is also a folder of that name. */
export function role(given: Package): BundleFile[] {
  const folder = roleName(given);
  const texts = {
    "tasks/main.yml": tasks(given),
    "defaults/main.yml": defaults(given),
    "meta/main.yml": meta(given),
  };
  return [
    { path: `${folder}/files/${given.name}.ps1`, bytes: given.script },
    ...Object.entries(texts).map(([path, text]) => ({ path: `${folder}/${path}`, bytes: Buffer.from(text) })),
  ];
}

function tasks(given: Package): string {
  const { name } = given;
  return `---
- name: Make a folder that only administrators can write to
  ansible.windows.win_file:
    path: "{{ portkeep_folder }}"
    state: directory

- name: Copy the script
  ansible.windows.win_copy:
    src: ${name}.ps1
    dest: "{{ portkeep_folder }}\\\\${name}.ps1"

# By -File, so that PowerShell itself judges the signature of the file. What the script is to do differently goes
# into its environment. A run whose last line is not its result did not run, whatever its exit code says.
- name: Run the script
  ansible.windows.win_shell: >-
    & "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
    -NoProfile -NonInteractive -ExecutionPolicy ${policyOf(given)}
    -File "{{ portkeep_folder }}\\${name}.ps1";
    exit $LASTEXITCODE
  environment:
    PORTKEEP_ACTION: "{{ portkeep_action }}"
    PORTKEEP_REBOOT: Never
    PORTKEEP_REBOOTEXITCODE: "3010"
    PORTKEEP_RESTARTDNS: "{{ portkeep_restart_dns | bool | ternary('IfNeeded', 'Never') }}"
  register: portkeep_run
  vars:
    portkeep_ran: >-
      {{ portkeep_run.stdout | default('') is search('(^|[\\r\\n]){"portkeep":.*}[\\r\\n]*$') }}
    portkeep_result: >-
      {{ (portkeep_run.stdout | trim).splitlines() | last | from_json if portkeep_ran | bool else {} }}
  changed_when: portkeep_result.state | default('') in ['changed', 'restored']
  failed_when: >-
    not portkeep_ran | bool
    or portkeep_result.exitCode != portkeep_run.rc
    or portkeep_result.state == 'failed'
    or portkeep_run.rc not in [0, 1, 3010, 3011]

- name: Restart the machine, which puts the ports into effect
  ansible.windows.win_reboot:
  when:
    - portkeep_reboot | bool
    - portkeep_run.rc | default(0) == 3010
`;
}

function defaults({ plan }: Package): string {
  return `---
# Apply, Test, Report or Restore.
portkeep_action: ${plan.recipe.action}
# Whether to restart the machine where that is needed for the ports to take effect.
portkeep_reboot: ${plan.recipe.reboot === "IfNeeded"}
# Whether the script may restart the DNS Server where that is enough.
portkeep_restart_dns: ${plan.recipe.restartDns === "IfNeeded"}
# Where the script goes. Only administrators may be able to write there.
portkeep_folder: C:\\Program Files\\portkeep
`;
}

function meta(given: Package): string {
  const { title } = aboutPackage(given);
  return `---
galaxy_info:
  role_name: ${roleName(given)}
  author: portkeep ${given.version}
  description: ${JSON.stringify(title)}
  min_ansible_version: "2.14"
  platforms:
    - name: Windows
      versions:
        - all
dependencies: []
`;
}
