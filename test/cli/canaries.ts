import { createPrivateKey } from "node:crypto";

/** How many characters of a secret in a row are too many. */
const piece = 16;

/** Gives a function that names the secrets of which a text holds a piece, in whatever form. */
export function searchFor(passwords: Record<string, string>, keyPems: Record<string, string>) {
  const wholes = Object.entries(passwords).map(
    ([name, password]) => [name, formsOf(Buffer.from(password))] as const,
  );
  const pieces = Object.entries(keyPems).map(
    ([name, pem]) => [name, new Set(privateParts(pem).flatMap(formsOf).flatMap(piecesOf))] as const,
  );
  return (text: string): string[] => {
    // Lines of PEM, and bytes as they are printed.
    const texts = [text, text.replace(/[\s:]+/g, "")];
    const held = new Set(texts.flatMap(piecesOf));
    return [
      ...wholes.filter(([, forms]) => forms.some((form) => texts.some((one) => one.includes(form)))),
      ...pieces.filter(([, all]) => [...held].some((one) => all.has(one))),
    ].map(([name]) => name);
  };
}

/** Gives the numbers of a private key that are not in its certificate too. */
export function privateParts(pem: string): Buffer[] {
  const { d, p, q, dp, dq, qi } = createPrivateKey(pem).export({ format: "jwk" });
  return [d, p, q, dp, dq, qi].flatMap((part) =>
    typeof part === "string" ? [Buffer.from(part, "base64url")] : [],
  );
}

/** Gives bytes as they may stand in a text: as they are, in UTF-16, in hex, in base64, as numbers, in a URL, in JSON. */
function formsOf(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  const wide = Buffer.from(bytes.toString(), "utf16le");
  // Where base64 begins to count is not known.
  const base64 = [bytes, wide].flatMap((all) =>
    [0, 1, 2].map((skipped) => withoutEnd(all.subarray(skipped).toString("base64"))),
  );
  const hex = [bytes, wide].flatMap((all) => [all.toString("hex"), all.toString("hex").toUpperCase()]);
  return [
    ...[
      text,
      wide.toString("latin1"),
      bytes.join(","),
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
    ],
    ...[...base64, ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))],
    ...hex,
  ];
}

// What comes after decides how the last characters are.
function withoutEnd(base64: string): string {
  return base64.replace(/=+$/, "").slice(0, -1);
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - piece + 1) }, (_, index) =>
    text.slice(index, index + piece),
  );
}
