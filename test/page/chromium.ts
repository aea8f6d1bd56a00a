import { type Browser, chromium } from "playwright-core";
import { installPrograms } from "../rig/packages.ts";

const plain = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
// Beside the requests that tests watch: no name leads anywhere.
const alone = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1";

/** Starts Debian's Chromium without a window, with a profile of its own; installs it where it is missing. */
export async function launchChromium(): Promise<Browser> {
  await installPrograms([{ program: "chromium", packages: ["chromium"] }]);
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: [...plain, ...quiet, alone] });
}
