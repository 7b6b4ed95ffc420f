// The terminal of this process.

import type { Terminal } from "./terminal.ts";

export const ABOUT = "Local error telemetry for AI agents: what fails most across repositories, why, and what to do.";

/** A reader that has seen enough (`| head`) closes the pipe: then the rest need not be written, and that is no error. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, environment: process.env };
}
