// A signing program that stays, takes its time, and notes the hash of each thing that it signs, one a line. With a
// certificate it gives that with each answer.

import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";

const [keyFile, note, certificateFile] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(keyFile));
const certificates = certificateFile && [
  new X509Certificate(readFileSync(certificateFile)).raw.toString("base64"),
];

createInterface({ input: process.stdin }).on("line", async (line) => {
  const { id, hash, digest, message } = JSON.parse(line);
  appendFileSync(note, `${digest}\n`);
  await delay(10);
  const signature = sign(hash, Buffer.from(message, "base64"), key).toString("base64");
  process.stdout.write(`${JSON.stringify({ id, signature, certificates })}\n`);
});
