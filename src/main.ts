import { refusalOf } from "./cli/node-version.ts";

const refusal = refusalOf(process.versions.node, process.argv);

// All else is loaded after it, since an older Node.js may not even read it.
if (refusal === null) {
  void import("./cli/start.ts");
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
