import { defineConfig } from "vite";
import { templates } from "./build/templates.ts";

// The download page. One classic script: from a file, no browser loads a module.
export default defineConfig({
  plugins: [templates()],
  publicDir: "src/page/static",
  build: {
    outDir: "dist/page",
    target: "es2022",
    // As it was written, for whoever reads it in a browser.
    cssMinify: false,
    license: { fileName: "third-party-licenses.txt" },
    lib: {
      entry: "src/page/main.ts",
      formats: ["iife"],
      name: "portkeepPage",
      fileName: () => "page.js",
      cssFileName: "page",
    },
  },
});
