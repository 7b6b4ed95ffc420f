// A file through everything that a rewriter does to it: some of its lines may stand aside.

import { asidesOf } from "./asides.ts";
import { openToRead } from "./lines.ts";

/** The file first and its asides after it: whichever moment this is, together they hold every line. The caller closes them. */
export function openAll(path: string): number[] {
  // Neither is there: no store at all, or a rewriter came to its end between the two looks; and that several times.
  for (let look = 0; look < 8; look++) {
    const files = [openToRead(path), ...asidesOf(path).map(openToRead)].filter((file) => file !== undefined);
    if (files.length > 0) return files;
  }
  return [];
}
