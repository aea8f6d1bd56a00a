import type { CommandEnd } from "../../signing/external/errors.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { didYouMean } from "./did-you-mean.ts";
import { grouped, oneOf } from "./words.ts";

/** What can go wrong with a signing command, in English. */
export const externalErrors = {
  "sign-command-empty": () => "the signing command is empty. Give a program and its arguments.",
  "sign-command-unclosed-quote": ({ quote }) =>
    `the signing command has a ${quote} that is not closed. Close it; a text that holds one kind of quote goes between two of the other kind.`,
  "sign-command-placeholder": ({ name, known }) =>
    `{${printable(name)}} is not a placeholder. ${didYouMean(
      `{${name}}`,
      known.map((entry) => `{${entry}}`),
    )}Choose from ${braced(known)}.`,
  "sign-command-two-kinds": ({ file, hash }) =>
    `{${file}} is for a command that signs the whole script, and {${hash}} for one that signs its hash. Keep one of them.`,
  "sign-command-no-input": ({ placeholder, inputs }) =>
    `{${placeholder}} does not give the command anything to sign. Add ${braced(inputs)}, or leave all placeholders out for a program that reads JSON lines.`,
  "sign-command-not-found": ({ program }) =>
    `the signing program ${quoted(program)} was not found, or its script names an interpreter that was not. Check its name, add its folder to PATH, or give its full path.`,
  "sign-command-not-started": ({ program, cause }) =>
    `the signing program ${quoted(program)} could not be started (${cause}). Check that it is a program and that you may run it.`,
  "sign-command-failed": ({ command, ...end }) =>
    `the signing command ${ending(end)}.${shown(command, end.output)}\nTry it by hand, and mend what it complains of.`,
  "sign-command-timeout": ({ command, seconds, output }) =>
    `the signing command gave no answer for ${grouped(seconds)} seconds and was ended.${shown(command, output)}\nCheck whether it waits for a token, a network or a password; it cannot ask at the terminal.`,
  "sign-command-too-much": ({ command, limit }) =>
    `the signing command gave more than ${grouped(limit)} bytes, which is no signature.${shown(command)}\nCheck whether it is the right command.`,
  "sign-command-no-result": ({ command, from, output }) =>
    `the signing command ended well, but ${noResult[from]}.${shown(command, output)}\nCheck its options.`,
  "sign-command-ended": ({ command, ...end }) =>
    `the signing program, which should answer JSON lines until its input ends, ${ending(end)}.${shown(command, end.output)}\nMend what it complains of. A command that signs once needs a placeholder, such as {file} or {hash}.`,
  "sign-command-line": ({ command, problem, line }) =>
    `the signing program ${lineProblems[problem]}.${shown(command, line)}\nIts standard output is for answers alone, one JSON object a line; what a person should read belongs on standard error.`,
  "sign-command-refused": ({ command, reason }) =>
    `the signing program refused to sign.${shown(command, reason)}\nMend what it complains of.`,
  "sign-certificate-missing": () =>
    "the signing command signs a hash and gives no certificate with it. Give the signer's certificate with --sign-cert FILE, or let the command answer JSON with certificates.",
  "sign-certificate-unreadable": ({ place }) =>
    `certificate ${place} of the signing command's answer cannot be read. Each must be the DER of one certificate in base64, the signer's first.`,
  "sign-certificate-other": ({ wanted, found }) =>
    `the signing command signed with the certificate of ${printable(found.subject)} (${found.sha256}), and that of ${printable(wanted.subject)} (${wanted.sha256}) was asked for. Give the other one with --sign-cert, or let the command use this one.`,
  "sign-subject-other": ({ wanted, found }) =>
    `the signing command signed with a certificate of ${printable(found)}, and one of ${printable(wanted)} was asked for. Check which key it uses.`,
  "sign-key-unusable": ({ key }) =>
    `the key of the certificate is ${printable(key)}, and scripts are signed with RSA, P-256 or P-384. Use another certificate.`,
  "sign-answer-wrong": ({ misfit, key, bytes }) => misfits[misfit](key, bytes),
} satisfies Partial<ErrorTexts>;

const noResult = {
  output: "wrote no signature to standard output",
  out: "did not write the file {out}",
  file: "left the script unsigned",
};

const lineProblems = {
  "not-json": "wrote a line that is not a JSON object",
  "too-long": "wrote a line of more than a mebibyte",
  "unknown-id": "answered with an id that no open request has",
  "no-signature": "answered with neither a signature nor an error",
};

const misfits = {
  form: (key: string, bytes: number) =>
    `what the signing command gave (${grouped(bytes)} bytes) is no signature by an ${key} key, which the certificate has. Check whether it uses the key of this certificate, and gives the signature as bytes, hex or base64.`,
  "hashed-twice": () =>
    "the signing command hashed the hash once more. Tell it that its input is a hash already, or give it {message} instead.",
  "bare-hash": () =>
    "the signing command signed the hash without its DigestInfo, so the signature does not say which hash it is. Give it {digest-info} instead of {hash}.",
  "other-hash": () =>
    "the signing command used another hash. Let it use the one that --hash names; {hash-name} stands for it.",
  pss: () => "the signing command padded as RSA-PSS. Let it pad as PKCS#1 v1.5, which Authenticode needs.",
  "other-text": () =>
    "the signing command has the key of the certificate, but signed something else than it was given. Check its options.",
  "other-key": () =>
    "the signing command's key does not fit the certificate. Give the certificate of that key, or choose the other key.",
  "other-key-or-text": () =>
    "the signature does not verify under the certificate: the signing command's key is another one, or it signed something else than it was given. Check that the key fits the certificate, then its options.",
};

function braced(names: readonly string[]): string {
  return oneOf(names.map((name) => `{${name}}`));
}

function ending({ exitCode, signal }: CommandEnd): string {
  return signal ? `was ended by ${signal}` : `ended with exit code ${exitCode}`;
}

function shown(command: string, output = ""): string {
  const lines = output.split(/\r?\n/).map(printable).join("\n  ");
  return `\nCommand: ${printable(command)}${lines ? `\nIt says: ${lines}` : ""}`;
}
