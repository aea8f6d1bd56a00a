import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import type { BundleFile } from "../../../src/delivery/package.ts";

/** What a machine does when the script is run on it, and how the role is to be used there. */
export interface Machine {
  rc: number;
  stdout: string;
  variables?: Record<string, string | boolean>;
}

/** What Ansible says of the machine's run of the script. */
export interface Told {
  failed: boolean;
  changed: boolean;
  rebooted: boolean;
  /** What the script was run with. */
  command: string;
  environment: Record<string, string>;
}

// Stand-ins for modules of ansible.windows on this machine. The one that runs commands gives what it is told to, and
// fails for every code but 0, as the real one does.
const modules = {
  win_file: ["path=dict(), state=dict()", "module.exit_json(changed=False)"],
  win_copy: ["src=dict(), dest=dict()", "module.exit_json(changed=False)"],
  win_reboot: ["", "module.exit_json(changed=True, rebooted=True)"],
  win_shell: [
    "_raw_params=dict(), _uses_shell=dict()",
    `told = json.loads(base64.b64decode(os.environ["STAND_IN"]))
own = {name: value for name, value in os.environ.items() if name.startswith("PORTKEEP_")}
module.exit_json(changed=True, failed=told["rc"] != 0, environment=own, command=module.params["_raw_params"], **told)`,
  ],
};

const moduleText = ([parameters, body]: readonly string[]) => `#!/usr/bin/python3
import base64, json, os
from ansible.module_utils.basic import AnsibleModule
module = AnsibleModule(argument_spec=dict(${parameters}))
${body}
`;

const play = (role: string) => `---
- hosts: all
  gather_facts: false
  environment:
    STAND_IN: "{{ stand_in }}"
  roles:
    - role: ${role}
`;

/** Writes a bundle into a folder. */
export function writeBundle(folder: string, bundle: readonly BundleFile[]): void {
  for (const { path, bytes } of bundle) write(join(folder, path), bytes);
}

/** Runs a bundle's role with Ansible on machines that are stand-ins, all at once. */
export async function playOn(
  folder: string,
  role: string,
  machines: Record<string, Machine>,
): Promise<Record<string, Told>> {
  const collection = join(folder, "collections/ansible_collections/ansible/windows/plugins/modules");
  for (const [name, module] of Object.entries(modules))
    write(join(collection, `${name}.py`), moduleText(module));
  write(join(folder, "try.yml"), play(role));
  write(join(folder, "inventory.json"), JSON.stringify(inventory(machines)));
  const { stdout } = await execa("ansible-playbook", ["-i", "inventory.json", "try.yml"], {
    cwd: folder,
    reject: false,
    env: {
      ANSIBLE_COLLECTIONS_PATH: join(folder, "collections"),
      ANSIBLE_STDOUT_CALLBACK: "ansible.posix.json",
      ANSIBLE_HOME: join(folder, "home"),
      ANSIBLE_NOCOLOR: "1",
    },
  });
  return told(stdout, Object.keys(machines));
}

function inventory(machines: Record<string, Machine>) {
  const hosts = Object.entries(machines).map(([name, { rc, stdout, variables }]) => [
    name,
    {
      ...{ ansible_connection: "local", ansible_python_interpreter: "/usr/bin/python3" },
      ...{ stand_in: Buffer.from(JSON.stringify({ rc, stdout })).toString("base64"), ...variables },
    },
  ]);
  return { all: { hosts: Object.fromEntries(hosts) } };
}

function told(output: string, names: readonly string[]): Record<string, Told> {
  const { plays } = JSON.parse(output.slice(output.indexOf("{")));
  const resultOf = (task: string, host: string) =>
    plays[0].tasks.find((one: { task: { name: string } }) => one.task.name.includes(task))?.hosts[host] ?? {};
  return Object.fromEntries(
    names.map((host) => {
      const { failed = false, changed = false, command, environment } = resultOf("Run the script", host);
      const rebooted: boolean = resultOf("Restart the machine", host).rebooted ?? false;
      return [host, { failed, changed, rebooted, command, environment }];
    }),
  );
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
