// The door for writing: a directory that was looked at once, and two files for every event.

import type { SanitizedEvent } from "../event.ts";
import { append } from "./append.ts";
import { prepareDirectory } from "./directory.ts";
import { toLine } from "./line.ts";
import { pathsIn } from "./paths.ts";

export interface Store {
  /** Throws StoreError or the file system's own error when the event is not on disk. */
  append(event: SanitizedEvent): void;
}

/** Makes the directory where there is none. Throws StoreError when it cannot be trusted. */
export function openStore(directory: string): Store {
  prepareDirectory(directory);
  const paths = pathsIn(directory);
  return {
    append(event) {
      const line = Buffer.from(toLine(event), "latin1");
      append(paths.all, line); // the truth; the other is a copy that can be made again
      append(paths.repo(event.repo), line);
    },
  };
}
