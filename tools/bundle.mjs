// The command line in few files: a command waits for its modules one by one, and some forty of them are what a person feels. One entry
// for each program, one chunk for each command, loaded when it is called; core and what is large or native stay packages.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const inTools = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = inTools("dist/bin");

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: ["agent", "main"].map((program) => inTools(`cli/${program}.ts`)),
  outdir: OUT,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  mainFields: ["module", "main"], // jsonc-parser's main is UMD, whose parts no bundler finds
  external: ["12-factor-telemetry", "@clickhouse/client", "@secretlint/*", "libsql"],
  // commander is CommonJS and asks for Node's modules by require().
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
