// The three sister repositories of the demo: copied, linked to the framework by a symlink, under real git.

import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TEMPLATES = fileURLToPath(new URL("../../../cli/demo/repos/", import.meta.url));
const FRAMEWORK = dirname(dirname(fileURLToPath(import.meta.resolve("12-factor-telemetry"))));

/** Waits for a reviewer, as a slow lint would: meanwhile `git commit` holds index.lock. Half a minute at most. */
const PRE_COMMIT = `#!/bin/sh
waited=0
while [ ! -e .git/reviewed ] && [ $waited -lt 300 ]; do sleep 0.1; waited=$((waited + 1)); done
`;

/** Makes the repositories in `folder`, an existing directory. */
export function makeSisters(folder: string, environment: NodeJS.ProcessEnv): void {
  for (const name of readdirSync(TEMPLATES)) {
    const root = join(folder, name);
    cpSync(join(TEMPLATES, name), root, { recursive: true });
    mkdirSync(join(root, "node_modules"));
    symlinkSync(FRAMEWORK, join(root, "node_modules", "12-factor-telemetry"));
    symlinkSync("../../12-factor-agents/agents", join(root, "node_modules", "agents")); // there is no such folder
    writeFileSync(join(root, ".gitignore"), "node_modules\n");
    for (const args of [
      ["init", "--quiet"],
      ["add", "."],
      ["commit", "--quiet", "--message", "first"],
    ]) {
      execFileSync("git", args, { cwd: root, env: environment });
    }
    const hook = join(root, ".git", "hooks", "pre-commit");
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, PRE_COMMIT);
    chmodSync(hook, 0o755);
  }
}
