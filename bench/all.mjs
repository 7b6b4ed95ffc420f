// `npm run bench` runs all measurements, `npm run bench -- import` those that are named.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ALL = ["record", "sanitize", "group", "discovery", "import", "recognise", "summary", "dashboard"];
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : ALL) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`dist/${name}.js`, import.meta.url))], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
