// What has been said to which session, so that nothing is said twice. Sessions are kept by their hashes, the last fifty of them.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "12-factor-telemetry/store";
import { fields, list, recordIn } from "../backfill/record.ts";

const NAME = "advised.json";
const SESSIONS = 50;

export class Advised {
  readonly #path: string;

  constructor(directory: string) {
    this.#path = join(directory, NAME);
  }

  /** Whether `id` has not been said to this session yet; from now on it has. Throws the file system's error when that cannot be kept. */
  isFirst(session: string, id: string): boolean {
    const key = createHash("sha256").update(session).digest("hex").slice(0, 16);
    const { [key]: own, ...others } = fields(recordIn(this.#contents())) ?? {};
    const said = list(own);
    if (said.includes(id)) return false;
    const kept = Object.entries(others).slice(1 - SESSIONS);
    replaceFile(this.#path, `${JSON.stringify(Object.fromEntries([...kept, [key, [...said, id]]]))}\n`);
    return true;
  }

  #contents(): string {
    try {
      return readFileSync(this.#path, "utf8");
    } catch {
      return ""; // nothing has been said to anybody: ENOENT
    }
  }
}
