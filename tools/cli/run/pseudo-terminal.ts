// script(1) of util-linux as a pseudo-terminal: https://man7.org/linux/man-pages/man1/script.1.html. It takes over size and
// modes of our terminal, passes keys and Ctrl-C through, and ends as the command ends (`--return`).
//
// Lost are job control (Ctrl-Z does nothing) and the difference between the two outputs when both are the terminal.

import type { StdioOptions } from "node:child_process";
import { findTrusted } from "../../find-program.ts";

/** Where `script` lies; undefined where there is none that we know to speak to: BSD's and busybox's take other words. */
export function scriptOf(platform: NodeJS.Platform, path: string | undefined): string | undefined {
  return platform === "linux" ? findTrusted("script", path) : undefined;
}

interface Terminals {
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
}

/** What to start, with which descriptors: 3, 4 and 5 are the streams that are no terminals. */
export function underScript(
  command: readonly string[],
  terminals: Terminals,
): { argv: string[]; stdio: StdioOptions; environment: NodeJS.ProcessEnv } {
  const { SHELL: shell, ...environment } = process.env;
  const past = [
    terminals.stdin ? "" : " <&3",
    terminals.stdout ? "" : " >&4",
    terminals.stderr ? "" : " 2>&5",
    " 3<&- 4>&- 5>&-",
  ].join("");
  // `script` starts $SHELL, which may be fish; the command gets the user's own again.
  const words = `${shell === undefined ? "unset SHELL;" : `SHELL=${quoted(shell)}`} exec ${command.map(quoted).join(" ")}`;
  return {
    argv: ["--quiet", "--return", "--flush", "--command", words + past, "/dev/null"],
    stdio: [terminals.stdin ? "inherit" : "ignore", "pipe", "inherit", 0, 1, 2],
    environment: { ...environment, SHELL: "/bin/sh" },
  };
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
