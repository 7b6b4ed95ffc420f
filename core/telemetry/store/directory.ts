// Where the telemetry lies. The directory is the user's own: 0700, no link, no other owner, or it is refused.

import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { ownerOf } from "./owner.ts";
import { StoreError } from "./store-error.ts";

const NAME = "12-factor-telemetry";

/**
 * The data directory; making this choice changes nothing on disk. A relative path would lie in the repository and be committed
 * with it, so only absolute ones count: `dir`, TELEMETRY_DIR, the home directory, /tmp.
 */
export function chooseDirectory(
  dir: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const named = dir || environment["TELEMETRY_DIR"];
  if (named) {
    if (isAbsolute(named)) return resolve(named); // a slash at its end would follow a link
    throw new StoreError(
      "STORE_REFUSED",
      `Cannot keep telemetry in "${named}": the path is not absolute. Write it from the root.`,
    );
  }
  const { home } = ownerOf();
  const own = join(home, `.${NAME}`);
  if (isAbsolute(home) && (isWritable(own) || isWritable(home))) return own;
  return join(process.platform === "win32" ? tmpdir() : "/tmp", NAME);
}

/** Makes the directory where there is none, repairs its mode, and throws StoreError when it cannot be trusted. */
export function prepareDirectory(directory: string): void {
  make(directory);
  const found = lstatSync(directory);
  if (!found.isDirectory()) throw refused(directory, "it is not a directory of its own, but a link or a file");
  if (!isOurs(found.uid)) throw refused(directory, `it belongs to user ${found.uid}`);
  // A umask may have taken our own bits away. Windows has no such modes: there the user's own profile keeps others out.
  if (process.platform !== "win32" && (found.mode & 0o777) !== 0o700) chmodSync(directory, 0o700);
}

/** One folder at a time: Node's own `recursive` never ends under /proc (seen with Node 20.20). */
function make(directory: string): void {
  const code = attemptToMake(directory);
  if (code === "ENOENT" && dirname(directory) !== directory) {
    make(dirname(directory));
    attemptToMake(directory);
  } else if (code !== undefined && code !== "EEXIST") throw refused(directory, `it cannot be made (${code})`);
}

/** The file system's code when it could not be made. */
function attemptToMake(directory: string): string | undefined {
  try {
    mkdirSync(directory, { mode: 0o700 });
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "UNKNOWN";
  }
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false; // ENOENT, EACCES, EROFS: whatever it is, nothing can be kept there
  }
}

/** `uid` of a file; Windows has none to compare. */
export function isOurs(uid: number): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}

function refused(directory: string, why: string): StoreError {
  return new StoreError(
    "STORE_REFUSED",
    `Cannot keep telemetry in ${directory}: ${why}. Remove it or set TELEMETRY_DIR.`,
  );
}
