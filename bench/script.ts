import { makePlan } from "../src/plan/plan.ts";
import { renderScript } from "../src/script/render.ts";
import setup from "../test/rig/global.ts";
import { placeScript } from "../test/rig/run.ts";
import { sharedHost } from "../test/rig/shared.ts";
import { type Row, row, shortest } from "./row.ts";

const key = "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
const exportKey = `
$file = 'C:\\bench.reg'
[System.IO.File]::Delete($file)
$start = New-Object System.Diagnostics.ProcessStartInfo ([System.Environment]::SystemDirectory + '\\reg.exe'), "export HKLM\\${key} $file"
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
[System.Diagnostics.Process]::Start($start).WaitForExit()
`;

/** What a run that changes nothing costs in the engine, beside one export by reg.exe; net of an empty script. */
export async function measureScript(): Promise<Row[]> {
  const teardown = await setup();
  const host = await sharedHost("windows");
  try {
    await host.registry.set(
      "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
      "CurrentVersion",
      "String",
      "5.2",
    );
    const script = await placeScript(renderScript(makePlan({ products: ["all"] }), "1.0.0").bytes, "windows");
    const empty = await placeScript("", "windows");
    const exporting = await placeScript(exportKey, "windows");
    await host.run(script);
    const best = await shortest(20, {
      empty: () => host.run(empty),
      export: () => host.run(exporting),
      test: () => host.run(script, { arguments: ["-Action", "Test"] }),
      apply: () => host.run(script),
    });
    const cost = best.export - best.empty;
    return [
      row("the script's Test / one reg.exe export", (best.test - best.empty) / cost, "x", { atMost: 1 }),
      row("the script's second Apply / one reg.exe export", (best.apply - best.empty) / cost, "x", {
        atMost: 1,
      }),
    ];
  } finally {
    await host.close();
    await teardown();
  }
}
