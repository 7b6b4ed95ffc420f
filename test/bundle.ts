// Before all tests: the packages' JavaScript as it is published, from the sources as they are now.

import { execFileSync } from "node:child_process";

export function setup(): void {
  for (const workspace of ["core", "tools"])
    execFileSync(process.execPath, [`${workspace}/bundle.mjs`], { stdio: "inherit" });
}
