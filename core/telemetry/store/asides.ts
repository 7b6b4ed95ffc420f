// The names under which a rewriter keeps a file while it puts back what stays: `<file>.q<pid>-<time>`.

import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unreadable } from "./lines.ts";

export function newAside(path: string): string {
  return `${path}.q${process.pid}-${process.hrtime.bigint()}`;
}

/** Asides of `path`, of the living and of the dead. */
export function asidesOf(path: string): string[] {
  const prefix = `${basename(path)}.q`;
  const names = listFolder(dirname(path)).filter((name) => name.startsWith(prefix));
  return names.map((name) => join(dirname(path), name));
}

/** Names in a folder; none when it is missing. */
export function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw unreadable(folder, `${code}`, error);
  }
}

/** Nobody works on it any more. */
export function isOrphan(aside: string): boolean {
  const pid = Number(/\.q(\d{1,10})-\d+$/.exec(aside)?.[1] ?? 0);
  return pid === 0 || !isAlive(pid);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // else ESRCH: there is nobody
  }
}
