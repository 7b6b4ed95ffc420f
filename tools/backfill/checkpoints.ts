// How far each log has been read, so that a second import reads only what is new. Paths of logs hold names of people and
// projects: the file knows them by their hashes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "12-factor-telemetry/store";
import type { Place } from "./log-file.ts";
import type { FoundLog } from "./log-files.ts";
import { at, type Fields, fields, integer, recordIn } from "./record.ts";

const NAME = "imports.json";

export class Checkpoints {
  readonly #path: string;
  readonly #known: Map<string, Fields>;

  /** A file that is missing or broken is an empty one: then everything is read again, and nothing recorded twice. */
  constructor(directory: string) {
    this.#path = join(directory, NAME);
    this.#known = new Map(
      Object.entries(fields(recordIn(contents(this.#path))) ?? {}).map(([key, value]) => [key, fields(value) ?? {}]),
    );
  }

  placeOf({ path }: FoundLog): Place | undefined {
    const known = this.#known.get(keyOf(path));
    const [offset, lines] = [integer(at(known, "offset")), integer(at(known, "lines"))];
    return offset === undefined || lines === undefined ? undefined : { offset, lines };
  }

  isUnchanged({ path, size, mtimeMs }: FoundLog): boolean {
    const known = this.#known.get(keyOf(path));
    return known?.["size"] === size && known["mtime_ms"] === mtimeMs;
  }

  set({ path, size, mtimeMs }: FoundLog, { offset, lines }: Place): void {
    this.#known.set(keyOf(path), { size, mtime_ms: mtimeMs, offset, lines });
  }

  save(): void {
    replaceFile(this.#path, `${JSON.stringify(Object.fromEntries(this.#known))}\n`);
  }
}

const keyOf = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 32);

function contents(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the first import: ENOENT
  }
}
