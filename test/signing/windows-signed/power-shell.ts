import { copyFileSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Moves PowerShell for Windows, and the .NET that it runs on, out of their packages. */
export function keepPowerShell(
  packages: string,
  { powerShell, dotnet }: { powerShell: string; dotnet: string },
): void {
  renameSync(join(packageIn(packages, "PowerShell"), "tools", "net10.0", "any", "win"), powerShell);
  const shared = join(dotnet, "shared");
  keepFramework(packages, "Microsoft.WindowsDesktop.App", shared);
  const runtime = keepFramework(packages, "Microsoft.NETCore.App", shared);
  // What finds the frameworks is itself looked for elsewhere.
  const resolver = join(dotnet, "host", "fxr", basename(runtime));
  mkdirSync(resolver, { recursive: true });
  copyFileSync(join(runtime, "hostfxr.dll"), join(resolver, "hostfxr.dll"));
}

/** Moves a framework to where programs look for it, and gives that folder, whose name is its version. */
function keepFramework(packages: string, name: string, shared: string): string {
  const folder = packageIn(packages, `${name}.Runtime.win-x64`);
  const files = join(folder, "runtimes", "win-x64");
  const kept = join(shared, name, basename(folder));
  mkdirSync(dirname(kept), { recursive: true });
  renameSync(join(files, "lib", "net10.0"), kept);
  for (const library of readdirSync(join(files, "native"))) {
    renameSync(join(files, "native", library), join(kept, library));
  }
  return kept;
}

/** Gives the folder of a package, of which there is one version. */
function packageIn(packages: string, name: string): string {
  const folder = join(packages, name.toLowerCase());
  const [version = "", ...others] = readdirSync(folder);
  if (others.length > 0) throw new Error(`there are several versions of ${name}`);
  return join(folder, version);
}
