import type { KeyWarningTexts } from "../sign/chain-checks.ts";
import { quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";
import { grouped } from "./words.ts";

const warnings: KeyWarningTexts = {
  "issuer-missing": ({ issuer }) =>
    `only the signer's own certificate is there, and none of ${quoted(issuer)}, which issued it. If that is not a root that Windows trusts, add the certificates between the two.`,
  "issuer-unfit": ({ subject, fault }) =>
    `the certificate of ${quoted(subject)}, above the signer's, ${chainFaultText(fault, chainFaults)}.`,
  "sha1-certificate": ({ subject }) =>
    `the certificate of ${quoted(subject)} is signed with SHA-1, which nothing but Windows Server 2003 needs.`,
};

/** What is said beside a signed script, in English. */
export const sign = {
  warning: "warning",
  signedBy: (subject: string, hash: string) => `Signed by ${subject}, with ${hash}.`,
  weakHash:
    "SHA-1 no longer proves anything. Only Windows Server 2003 needs it, and portkeep verify refuses it without --allow-sha1.",
  unreadableHash: (system: string) =>
    `as far as is known, ${system} reads no signature of a script but one with SHA-1, so under the policy AllSigned it refuses this script: sign it with --hash sha1, for such servers alone, since SHA-1 proves nothing against forgers; or run it where the policy asks for no signature.`,
  endsOn: (day: string) =>
    `Without a timestamp the signature ends on ${day}, with its certificate. Sign again before that day, or add --timestamp URL.`,
  endsAnyway: (day: string) =>
    `The signature ends on ${day}, with its certificate. No timestamp keeps it longer, since the certificate is for Lifetime Signing (1.3.6.1.4.1.311.10.3.13). Sign again before that day, or with a certificate without that usage.`,
  stampedAt: (time: string) =>
    `The timestamp of ${time} keeps the signature valid after its certificate has ended, wherever its authority is trusted.`,
  development:
    "This is a development certificate: no machine trusts it, and portkeep verify does not accept it. For a script to be used, give your own with --sign-pfx FILE, or with --sign-key FILE and --sign-cert FILE.",
  large: (bytes: number, limit: number) =>
    `the signed script has ${grouped(bytes)} bytes. Some RMM tools take no more than ${grouped(limit)}.`,
  openFile: (file: string) =>
    `${file} holds a secret and can be read by other users of this machine. Take that right away: chmod 600.`,
  passwordOf: (file: string) => `Password of ${file}:`,
  warnings,
};
