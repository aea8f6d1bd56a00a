/** What is said beside a signed script, in English. */
export const sign = {
  warning: "warning",
  signedBy: (subject: string, hash: string) => `Signed by ${subject}, with ${hash.toUpperCase()}.`,
  endsOn: (day: string) =>
    `Without a timestamp the signature ends on ${day}, with its certificate. Sign again before that day, or add --timestamp URL.`,
  stampedAt: (time: string) =>
    `The timestamp of ${time} keeps the signature valid after its certificate has ended, wherever its authority is trusted.`,
  development:
    "This is a development certificate: no machine trusts it, and portkeep verify does not accept it. For a script to be used, give your own with --sign-pfx FILE, or with --sign-key FILE and --sign-cert FILE.",
  large: (bytes: string, limit: string) =>
    `the signed script has ${bytes} bytes. Some RMM tools take no more than ${limit}.`,
  openFile: (file: string) =>
    `${file} holds a secret and can be read by other users of this machine. Take that right away: chmod 600.`,
};
