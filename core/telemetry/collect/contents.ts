import { readFileSync, statSync } from "node:fs";

/** Bytes. No file that we look for is larger, but packed-refs of a very large repository. */
const FILE_BYTES = 1 << 20;

/** A small regular file's text; undefined for anything else, so that a FIFO or a device is never opened. */
export function contents(path: string): string | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= FILE_BYTES ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined; // not there, or not ours to read
  }
}
