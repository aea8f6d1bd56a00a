/** What PowerShell calls the signature of a script: a comment at its end. */
export interface SignedText {
  /** The script without the signature and the line break before it, both of which signing added. */
  text: string;
  signature: "none" | "whole" | "broken";
}

const begin = "# SIG # Begin signature block";
const end = "# SIG # End signature block";

/**
 * Takes the signature off a script, without judging it. What is no comment in base64 is left where it is:
 * PowerShell would run it, so it is no part of a signature.
 */
export function withoutSignature(text: string): SignedText {
  const unsigned: SignedText = { text, signature: "none" };
  const start = text.search(new RegExp(`^${begin}\\r?$`, "m"));
  if (start < 0) return unsigned;
  const [, ...lines] = text.slice(start).split(/\r?\n/);
  const stop = lines.findIndex((line) => !/^# [A-Za-z0-9+/=]{1,64}$/.test(line));
  const rest = stop < 0 ? [] : lines.slice(stop);
  const whole = rest[0] === end;
  if (rest.slice(whole ? 1 : 0).some((line) => line !== "" && !(`${end}`.startsWith(line) && !whole))) return unsigned;
  return { text: text.slice(0, start).replace(/\r?\n$/, ""), signature: whole ? "whole" : "broken" };
}
