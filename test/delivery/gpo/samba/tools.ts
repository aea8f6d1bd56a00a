import { installPrograms, type Program } from "../../../rig/packages.ts";

const tools: readonly Program[] = [
  {
    program: "samba",
    packages: [
      ...["samba", "samba-ad-dc", "samba-ad-provision", "samba-dsdb-modules", "samba-vfs-modules", "winbind"],
      ...["python3-samba", "krb5-user"],
    ],
    version: { atLeast: "4.17", option: "--version" },
    hint: "where systemd runs, it starts Samba's services: the tests do not need them",
  },
  { program: "smbclient", packages: ["smbclient"] },
  { program: "ldbmodify", packages: ["ldb-tools"] },
  { program: "ip", packages: ["iproute2"] },
  { program: "unshare", packages: ["util-linux"] },
];

/** Installs Samba, with its controller of a domain and its readers of Group Policy's files, where it is missing. */
export function installSamba(): Promise<void> {
  return installPrograms(tools);
}
