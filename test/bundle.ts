// Before all tests: the package's JavaScript as it is published, from the sources as they are now.

import { execFileSync } from "node:child_process";

export function setup(): void {
  execFileSync(process.execPath, ["core/bundle.mjs"], { stdio: "inherit" });
}
