import { defineConfig } from "vitest/config";
import { conflictTable } from "./build/conflict-table.ts";
import { templates } from "./build/templates.ts";

// What needs PowerShell, Windows or other programs that the tests install.
const inRig = "test/{rig,script,script-vbs,signing,delivery,page,release,completion}/**/*.test.ts";

export default defineConfig(({ mode }) => ({
  plugins: [templates(), conflictTable()],
  // One program without a dependency at run time: an admin's machine needs Node.js and this folder alone.
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/main.ts",
    target: "node20",
    minify: true,
    license: { fileName: "third-party-licenses.txt" },
    rollupOptions: { output: { entryFileNames: "portkeep.js", banner: "#!/usr/bin/env node" } },
  },
  test: {
    reporters: ["default", "./build/tally.ts"],
    // The tests wait for Windows more than they compute.
    maxWorkers: 2,
    // No test is about time. The limits end what hangs, also on a machine that does ten other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // `npm run test:full`: each statement of a run, where `npm test` takes a sample.
    env: mode === "full" ? { PORTKEEP_FULL: "1" } : {},
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [inRig, ...(mode === "quick" ? ["test/cli/{table/hostile-table,leaks*}.test.ts"] : [])],
        },
      },
      {
        extends: true,
        test: {
          name: "rig",
          include: [inRig],
          globalSetup: "test/rig/global.ts",
          // Now and then Wine does not start a program, or hangs. The report names what needed another run.
          retry: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
}));
