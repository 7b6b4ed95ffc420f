// Before all tests: the packages' JavaScript as it is published, from the sources as they are now.

import { execFileSync } from "node:child_process";

export function setup(): void {
  for (const folder of ["core", "tools", "tools/dashboard"])
    execFileSync(process.execPath, [`${folder}/bundle.mjs`], { stdio: "inherit" });
}
