/** What --help says of signing, in English. */
export const signing = {
  pfx: "sign with the key in a PFX file (.pfx, .p12)",
  key: "sign with a private key, PEM or DER; needs --sign-cert",
  certificate: "the signer's certificate, best with those between it and the root",
  passwordFile: "a file that holds the key's password, - for standard input (otherwise portkeep asks)",
  passwordEnv: "the name of an environment variable that holds it",
  command: "let another program sign (a token, a cloud service); see docs/signing-commands.md",
  subject: "the subject that a signing command's certificate must have, where it is not known before",
  development: "sign with a development certificate, made if there is none: for a try, not for use",
  hash: "the hash to sign with; sha1 is for Windows Server 2003 alone",
  timestamp: "the address of an RFC 3161 authority; repeat it, and the next is asked when one fails",
  timestampInterval: "seconds between two requests to one authority, since some ask for 15",
  timestampRoot: "accept timestamps by authorities under these root certificates alone",
  allowDevelopment: "allow a development certificate",
};

export const sign = {
  summary: "sign a script",
  description:
    "Adds an Authenticode signature to a PowerShell script, in place of one that it has. Needs no Windows.",
  examples: `Examples:
  portkeep sign reserve-ports.ps1 --sign-pfx signer.pfx
  portkeep sign reserve-ports.ps1 --sign-pfx signer.pfx --timestamp http://tsa.example.com
  portkeep sign reserve-ports.ps1 --sign-key key.pem --sign-cert chain.pem -o signed.ps1
  portkeep sign reserve-ports.ps1 --sign-cert chain.pem --sign-command "node signer.mjs"
`,
  script: "the script, - for standard input",
  output: "where to write, - for standard output (default: the script itself)",
};

export const verify = {
  summary: "check a script's signature",
  description:
    "Checks whether a script is as it was signed, and by whom. Says so on Windows' terms, without asking Windows or the network.",
  examples: `Examples:
  portkeep verify reserve-ports.ps1 --root company-root.cer
  portkeep verify reserve-ports.ps1 --signer 3f0c...e1 --json
  portkeep verify reserve-ports.ps1 --integrity-only
`,
  script: "the script, - for standard input",
  root: "the root certificates that the signer's must lead to",
  signer: "the SHA-256 of the signer's certificate",
  integrityOnly: "ask only whether the text is as it was signed, whoever signed it",
  timestampRoot: "the roots of authorities whose timestamps extend a signature's validity",
  allowSha1: "accept SHA-1",
};
