// The door for writing: a directory that was looked at once, and two files for every event.

import type { SanitizedEvent, SanitizedRun } from "../event.ts";
import { append } from "./append.ts";
import { prepareDirectory } from "./directory.ts";
import { asciiJson, toLine } from "./line.ts";
import { pathsIn } from "./paths.ts";

export interface Store {
  /** Throws StoreError or the file system's own error when the event is not on disk. */
  append(event: SanitizedEvent): void;
  /** Throws as `append` does. */
  appendRun(run: SanitizedRun): void;
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
    appendRun(run) {
      append(paths.runs, Buffer.from(`${asciiJson(run)}\n`, "latin1"));
    },
  };
}
