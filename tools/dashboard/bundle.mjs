// The page: one script, one style sheet, an icon and the HTML that names them. Nothing is fetched from anywhere else.

import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const inTools = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const OUT = inTools("dist/page");

mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: { app: inTools("dashboard/page/main.tsx") },
  outdir: OUT,
  bundle: true,
  minify: true,
  platform: "browser",
  target: ["chrome111", "firefox113", "safari16.4"],
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
});
for (const name of ["index.html", "icon.svg"]) copyFileSync(inTools(`dashboard/page/${name}`), `${OUT}/${name}`);
