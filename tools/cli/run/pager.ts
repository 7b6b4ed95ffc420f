// A long answer on a terminal goes through the user's pager; design of git: git-config(1), core.pager.

import { spawnSync } from "node:child_process";

/** False when there is no such program, or it was none that could be started: then the text is still to be written. */
export function page(text: string, pager: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { status, signal } = spawnSync(pager, {
    shell: true, // PAGER holds a command line: "less -R"
    input: text,
    stdio: ["pipe", "inherit", "inherit"],
    // Ends at once when all fits, lets colours through, leaves the text on the screen; LESS of the user's own wins.
    env: { LESS: "FRX", LV: "-c", ...environment },
  });
  return signal !== null || (status !== NOT_FOUND && status !== null);
}

/** As a shell has it. */
const NOT_FOUND = 127;
