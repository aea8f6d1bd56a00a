import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../src/files/write.ts";
import { makePlan } from "../src/plan/plan.ts";
import { renderScript } from "../src/script/render.ts";
import { scriptSigner } from "../src/signing/authenticode/sign.ts";
import { inProcessSigner } from "../src/signing/keys/in-process.ts";

// Signs as many scripts as it is told, and prints how many a second and how much memory at most.
const [task, keyFile = "", certificateFile = "", folder = "", count = "0"] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(keyFile));
const signer = inProcessSigner({ key, chain: [new X509Certificate(readFileSync(certificateFile))] });
const sign = scriptSigner(signer, { hash: "sha256" });

const products = ["sbs-2003-standard"];
const { bytes: script } = renderScript(makePlan({ products }), "1.0.0");

const tasks: Record<string, (index: number) => Promise<unknown>> = {
  sign: () => sign(script),
  write: async (index) => write(index, await sign(script)),
  distinct: async (index) => {
    const plan = makePlan({ products, ports: [`${5000 + index}=Backup agent`] });
    await write(index, await sign(renderScript(plan, "1.0.0").bytes));
  },
};

function write(index: number, bytes: Uint8Array): Promise<void> {
  return writeFileAtomic(join(folder, `${index}.ps1`), bytes, { flush: false });
}

const work = tasks[task ?? ""];
if (!work) throw new RangeError(`no such task: ${task}`);
let next = 0;
let memory = 0;
const workers = Array.from({ length: signer.concurrency }, async () => {
  while (next < Number(count)) {
    await work(next++);
    // Not the system's own figure, which begins with that of the process that started this one.
    if (next % 50 === 0) memory = Math.max(memory, process.memoryUsage.rss());
  }
});
const start = performance.now();
await Promise.all(workers);
const rate = (1000 * Number(count)) / (performance.now() - start);
console.log(JSON.stringify({ rate, memory }));
