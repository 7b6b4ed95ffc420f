// What a program and its children ask of the system's network, as strace sees it.

import { spawnSync } from "node:child_process";

export const hasStrace = spawnSync("strace", ["-V"]).error === undefined;

/** What stands before a command line so that its calls are written to the file `trace`, one a line. */
export const straced = (trace: string, calls = "network"): readonly [string, ...string[]] => [
  ...(["strace", "-f", "-qq", "-e", `trace=${calls}`] as const),
  ...["-e", "signal=none", "-o", trace],
];
