// A signing program for the tests, which behaves as its second argument says. Its first is the file of its key.

import { createHash, createPrivateKey, sign } from "node:crypto";
import { appendFileSync, readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const [keyFile, behaviour, note] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(keyFile));
const held = [];
let count = 0;
if (note) appendFileSync(note, `${process.pid}\n`);

const say = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);
const signatureOf = ({ message, hash }, options = {}) =>
  sign(hash, Buffer.from(message, "base64"), { key, ...options });
const answer = (request, form = "base64") =>
  say({ id: request.id, signature: signatureOf(request).toString(form) });
const end = (code, text) => {
  writeSync(2, text);
  process.exit(code);
};

const behaviours = {
  good: (request) => answer(request),
  hex: (request) => answer(request, "hex"),
  numbers: (request) =>
    say({
      id: request.id,
      signature: signatureOf(request, { dsaEncoding: "ieee-p1363" }).toString("base64url"),
    }),
  certificates: (request) =>
    say({
      id: request.id,
      signature: signatureOf(request).toString("base64"),
      certificates: readFileSync(process.argv[5], "utf8")
        .split(/-----[A-Z ]+-----/)
        .map((text) => text.replace(/\s/g, ""))
        .filter((text) => text !== ""),
    }),
  slow: (request) => setTimeout(() => answer(request), 300),
  reversed: (request) => {
    held.push(request);
    if (held.length === 4) for (const one of held.splice(0).reverse()) answer(one);
  },
  // Tells what it was asked, and whether its hash is that of its message.
  echo: (request) => {
    const { digest, message, hash } = request;
    const own = createHash(hash).update(Buffer.from(message, "base64")).digest("base64");
    say({ id: request.id, error: JSON.stringify({ ...request, fits: own === digest }) });
  },
  refuse: (request) => say({ id: request.id, error: "the token is locked" }),
  crash: () => end(3, "cannot open the token"),
  "crash-second": (request) => (++count === 1 ? answer(request) : end(4, "the token was pulled out")),
  silent: () => process.stderr.write("waits"),
  garbage: () => console.log("Connecting to the token"),
  unknown: () => say({ id: 999, signature: "AAAA" }),
  twice: (request) => {
    answer(request);
    answer(request);
  },
  empty: (request) => say({ id: request.id }),
  huge: () => process.stdout.write("x".repeat(2 * 1024 * 1024)),
  "wrong-key": (request) => answer(request),
  stubborn: (request) => answer(request),
};
if (behaviour === "stubborn") {
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1000);
}

createInterface({ input: process.stdin }).on("line", (line) => behaviours[behaviour](JSON.parse(line)));
