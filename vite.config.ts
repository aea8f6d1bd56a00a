import { defineConfig } from "vitest/config";
import { templates } from "./build/templates.ts";

export default defineConfig(({ mode }) => ({
  plugins: [templates()],
  // One program without a dependency at run time: an admin's machine needs Node.js and this folder alone.
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/main.ts",
    target: "node20",
    minify: true,
    rollupOptions: { output: { entryFileNames: "portkeep.js", banner: "#!/usr/bin/env node" } },
  },
  test: {
    reporters: ["default", "./build/tally.ts"],
    // The tests wait for Windows more than they compute.
    maxWorkers: 2,
    // `npm run test:full`: each statement of a run, where `npm test` takes a sample.
    env: mode === "full" ? { PORTKEEP_FULL: "1" } : {},
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{rig,script}/**", ...(mode === "quick" ? ["test/cli/hostile-table.test.ts"] : [])],
        },
      },
      {
        extends: true,
        test: {
          name: "rig",
          include: ["test/{rig,script}/**/*.test.ts"],
          globalSetup: "test/rig/global.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}));
