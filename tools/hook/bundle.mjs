// The hook as one file: a coding agent waits for it at every failure, and some thirty modules one by one cost as much as Node itself.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const inTools = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(inTools("dist/hook/chunks"), { recursive: true, force: true });
await build({
  entryPoints: [inTools("hook/main.ts")],
  outdir: inTools("dist/hook"),
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  platform: "node",
  target: "node20.19",
  format: "esm",
});
