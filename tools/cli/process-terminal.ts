// The terminal of this process.

import type { Terminal } from "./terminal.ts";

export const ABOUT = "Local error telemetry for AI agents: what fails most across repositories, why, and what to do.";

/** A reader that has seen enough (`| head`) closes the pipe: then the rest need not be written, and that is no error. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env: environment } = process;
  stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(0);
    stderr.write(`error: cannot write the answer: ${code}. Look at where the output goes.\n`);
    process.exit(2);
  });
  stderr.on("error", () => process.exit(2)); // nobody is left to be told
  return { stdin, stdout, stderr, environment };
}
