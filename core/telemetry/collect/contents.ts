import { readFileSync, statSync } from "node:fs";

/** Bytes. No file that we look for is larger, but packed-refs of a very large repository. */
const FILE_BYTES = 1 << 20;
const OR_NOTHING = { throwIfNoEntry: false } as const;

/** A small regular file's text; undefined for anything else, so that a FIFO or a device is never opened. */
export function contents(path: string): string | undefined {
  try {
    const found = statSync(path, OR_NOTHING);
    return found?.isFile() && found.size <= FILE_BYTES ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined; // not ours to read, or gone between the two
  }
}
