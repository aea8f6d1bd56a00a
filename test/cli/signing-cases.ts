import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ErrorCode } from "../../src/errors.ts";

const sign = (...options: string[]) => ["sign", "script.ps1", ...options];
const withPfx = (file: string, password = "right.txt") =>
  sign("--sign-pfx", file, "--sign-password-file", password);
const withKey = (file: string, chain = "chain.pem") => sign("--sign-key", file, "--sign-cert", chain);
const withCommand = (command: string, ...options: string[]) => sign("--sign-command", command, ...options);
const own = ["--sign-key", "key.pem", "--sign-cert", "chain.pem"];
const inShell = (code: string, input: string) => `sh -c '${code}' ${input}`;

/** An authority that is somewhere else. It keeps no test from ending. */
const server = createServer((_, response) => response.writeHead(404).end("nothing here")).unref();
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Command lines for the errors about signing; FOLDER stands for the folder with the files that they name. */
export const signingCases: Partial<Record<ErrorCode, string[][]>> = {
  "signing-key-missing": [
    sign(),
    sign("--sign-cert", "chain.pem"),
    ["render", "--product", "ias", "--hash", "sha1"],
    ["render", "--product", "ias", "--timestamp", authority],
  ],
  "option-conflict": [
    sign(...own, "--sign-pfx", "signer.pfx"),
    sign(...own, "--sign-password-file", "right.txt", "--sign-password-env", "RIGHT"),
    sign("--sign-development", "--sign-cert", "chain.pem"),
    withCommand("true {hash}", "--sign-cert", "chain.pem", "--sign-subject", "CN=x"),
    withCommand("true {hash}", "--sign-cert", "chain.pem", "--sign-password-env", "RIGHT"),
    withCommand("true {file}", "--sign-cert", "chain.pem", "--timestamp", authority),
    ["sign", "-", "-o", "signed.ps1", ...own, "--sign-password-file", "-"],
    ["render", "--product", "ias", "--table", "-", "--sign-pfx", "-"],
    ["verify", "script.ps1", "--integrity-only", "--root", "chain.pem"],
    ["verify", "script.ps1", "--integrity-only", "--signer", "ab".repeat(32)],
    ["verify", "-", "--root", "-"],
  ],
  "option-needs": [
    sign("--sign-key", "key.pem"),
    sign("--sign-pfx", "signer.pfx", "--sign-subject", "CN=x"),
    sign(...own, "--timestamp-root", "chain.pem"),
    sign(...own, "--timestamp-interval", "15"),
    withCommand("true {file}"),
  ],
  "password-needed": [sign("--sign-key", "encrypted.pem", "--sign-cert", "chain.pem")],
  "password-variable-missing": [sign("--sign-pfx", "signer.pfx", "--sign-password-env", "sesame")],
  "password-with-line-breaks": [withPfx("signer.pfx", "two-lines.txt")],
  "development-certificate": [
    withKey("development.pem", "development.pem"),
    withCommand("true {hash}", "--sign-cert", "development.pem"),
  ],

  "text-not-signable": ["accents.ps1", "high-byte-first.ps1", "damaged.ps1"].map((file) => [
    "sign",
    file,
    ...own,
  ]),
  "marker-in-text": [["sign", "marker.ps1", ...own]],

  "certificate-unreadable": [
    withKey("key.pem", "plain.txt"),
    ["verify", "script.ps1", "--root", "signer.pfx"],
  ],
  "certificate-missing": [withKey("key.pem", "key.pem")],
  "too-many-certificates": [withKey("key.pem", "many.pem")],

  "pfx-unreadable": [withPfx("damaged.pfx"), withPfx("key.pem")],
  "pfx-wrong-password": [
    withPfx("signer.pfx", "wrong.txt"),
    sign("--sign-pfx", "signer.pfx", "--sign-password-env", "EMPTY"),
  ],
  "pfx-unsupported": [withPfx("for-a-certificate.pfx")],
  "pfx-without-key": [withPfx("certificates.pfx")],
  "pfx-several-keys": [withPfx("two-keys.pfx")],
  "key-missing": [withKey("chain.pem"), withKey("signer.pfx")],
  "several-keys": [withKey("two-keys.pem")],
  "key-unreadable": [withKey("plain.txt"), withKey("damaged.pem")],
  "key-wrong-password": [[...withKey("encrypted.pem"), "--sign-password-file", "wrong.txt"]],
  "key-cipher-unsupported": [[...withKey("old-cipher.pem"), "--sign-password-file", "right.txt"]],
  "key-too-costly": [withPfx("costly.pfx")],
  "key-unsupported": [withKey("weak.pem"), withKey("p521.pem", "p521-chain.pem")],
  "key-without-certificate": [withKey("key.pem", "other-chain.pem"), withPfx("key-alone.pfx")],
  "certificate-unfit": [
    ...["expired.pem", "early.pem", "for-servers.pem", "for-nothing.pem", "attesting.pem"].map((chain) =>
      withKey("key.pem", chain),
    ),
    withCommand("true {hash}", "--sign-cert", "expired.pem"),
  ],
  "hash-not-for-key": [[...withKey("p256.pem", "p256-chain.pem"), "--hash", "sha1"]],

  "sign-command-empty": [withCommand('""')],
  "sign-command-unclosed-quote": [withCommand('openssl "x'), withCommand("openssl 'x")],
  "sign-command-placeholder": [withCommand("openssl {hahs}"), withCommand("openssl {artifact}")],
  "sign-command-two-kinds": [withCommand("openssl {file} {hash}")],
  "sign-command-no-input": [withCommand("openssl {out}")],
  "sign-command-not-found": [withCommand("portkeep-no-such-program {hash}")],
  "sign-command-not-started": [withCommand("FOLDER/plain.txt {hash}")],
  "sign-command-failed": [
    withCommand(inShell("echo The token is locked. >&2; exit 3", "{hash}")),
    withCommand(inShell("kill -9 $$", "{file}"), "--sign-subject", "CN=x"),
  ],
  "sign-command-too-much": [withCommand(inShell("head -c 2000000 /dev/zero", "{hash}"))],
  "sign-command-no-result": [
    withCommand(inShell(":", "{hash}")),
    withCommand(inShell(":", "{hash} {out}")),
    withCommand(inShell("echo Nothing to do.", "{file}"), "--sign-subject", "CN=x"),
  ],
  "sign-command-ended": [withCommand(inShell("echo No token. >&2; exit 3", ""))],
  "sign-command-line": [
    withCommand("echo ready"),
    withCommand("sh FOLDER/unasked.sh"),
    withCommand("sh FOLDER/signs-nothing.sh"),
  ],
  "sign-command-refused": [withCommand("sh FOLDER/refuses.sh")],
  "sign-certificate-missing": [withCommand("echo AAAA {hash-hex}")],
  "sign-certificate-unreadable": [withCommand("sh FOLDER/not-a-certificate.sh")],
  "sign-certificate-other": [withCommand("sh FOLDER/other-certificate.sh", "--sign-cert", "chain.pem")],
  "sign-subject-other": [withCommand("sh FOLDER/other-certificate.sh", "--sign-subject", "CN=Somebody")],
  "sign-key-unusable": [withCommand("echo AAAA {hash-hex}", "--sign-cert", "p521-chain.pem")],
  "sign-answer-wrong": [
    withCommand("echo AAAA {hash-hex}", "--sign-cert", "chain.pem"),
    withCommand("openssl pkeyutl -sign -inkey FOLDER/key.pem -in {hash}", "--sign-cert", "chain.pem"),
    withCommand("openssl dgst -sha256 -sign FOLDER/other.pem {message}", "--sign-cert", "chain.pem"),
    withCommand("openssl dgst -sha256 -sign FOLDER/p256.pem {hash}", "--sign-cert", "p256-chain.pem"),
  ],
  "signed-otherwise": [
    withCommand(inShell('echo "#" >> "$0"', "{file}"), "--sign-subject", "CN=x"),
    withCommand(inShell('echo "#" >> "$0"', "{file}"), "--sign-cert", "chain.pem"),
  ],

  "timestamp-address": ["tsa.example.com", "ftp://tsa.example.com", "http://me:secret@tsa.example.com"].map(
    (address) => sign(...own, "--timestamp", address),
  ),
  "timestamp-failed": [sign(...own, "--timestamp", authority)],
  "not-a-fingerprint": ["3f0c", "ab".repeat(20)].map((text) => ["verify", "script.ps1", "--signer", text]),
};

/** The errors that no command line leads to on every machine and in a short time, and why. */
export const unreachable: Partial<Record<ErrorCode, string>> = {
  usage: "is for what the library that reads command lines may say in a later version",
  "key-encrypted": "is answered by asking for the password, and where that cannot be, by password-needed",
  "hash-forbidden": "comes of a policy of OpenSSL, which is the machine's; test/signing/keys has it",
  "sign-command-timeout": "takes 60 seconds; test/signing/external has it with fewer",
  "answers-ended": "needs somebody who leaves; init.test.ts has it",
  "stdout-failed": "needs a device that is full; output.test.ts has it",
  "site-id-taken": "comes after a good site, whose script stays; errors.test.ts has it by itself",
  "package-text-replaced":
    "needs braces, which neither labels nor tables can hold; test/delivery/tactical adds them",
};
