import { defineConfig } from "vitest/config";
import { templates } from "./build/templates.ts";

export default defineConfig({
  plugins: [templates()],
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./build/tally.ts"],
    globalSetup: "test/rig/global.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
  // One program without a dependency at run time: an admin's machine needs Node.js and this folder alone.
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/main.ts",
    target: "node20",
    minify: true,
    rollupOptions: { output: { entryFileNames: "portkeep.js", banner: "#!/usr/bin/env node" } },
  },
});
