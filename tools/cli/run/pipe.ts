// A pipe of the operating system. Node's own "pipe" is a socket, which a command can tell: `echo > /dev/stderr` fails on one,
// and when nobody reads any more it gets ECONNRESET where a pipe has SIGPIPE.

import { spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Pipe {
  /** Descriptors. */
  read: number;
  write: number;
}

/** So many pipes; undefined where the system has no mkfifo(1). Their names are gone when this returns. */
export function makePipes(count: 1 | 2): Pipe[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-run-"));
  try {
    const paths = Array.from({ length: count }, (_, index) => join(folder, String(index)));
    const { status } = spawnSync("mkfifo", ["-m", "600", ...paths]);
    return status === 0 ? paths.map(open) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opening one end alone would wait for the other. */
function open(path: string): Pipe {
  const both = openSync(path, constants.O_RDWR);
  const pipe = { read: openSync(path, constants.O_RDONLY), write: openSync(path, constants.O_WRONLY) };
  closeSync(both);
  return pipe;
}
