/** A script without its signature. */
export interface UnsignedText {
  /** Without the block and the line break before it, both of which signing added. */
  text: string;
  signature: "none" | "whole" | "broken";
}

/**
 * Takes off the comment that PowerShell calls a signature, without judging it. What is no comment is left
 * where it is: PowerShell would run it, so it is no part of a signature.
 */
export function withoutSignature(text: string): UnsignedText {
  const start = text.search(/^# SIG # Begin signature block\r?$/m);
  const block = start < 0 ? "" : text.slice(start);
  const signature = whole.test(block) ? "whole" : broken.test(block) ? "broken" : "none";
  return { text: signature === "none" ? text : text.slice(0, start).replace(/\r?\n$/, ""), signature };
}

const whole =
  /^# SIG # Begin signature block\r?\n(?:# [A-Za-z0-9+/=]{1,64}\r?\n)*# SIG # End signature block(?:\r?\n)*$/;
const broken = /^# SIG # Begin signature block(?:\r?\n# [ -~]{0,66})*\r?\n?#?$/;
