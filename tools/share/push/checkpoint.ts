// What a server has of this store, so that a push sends what is new: push.json in the data directory. Losing it costs time and no
// truth, for an event that arrives twice is one.

import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "../cluster/index.ts";

/** The first events of a day, as many as were sent. */
export interface Sent {
  events: number;
  /** Of their content, in any order: 16 hex digits. */
  sum: string;
}

interface Known {
  days: Record<string, Sent>;
  /** Hash of the words that were sent. */
  words: string;
}

interface Contents {
  /** Random, made once: what a server knows a machine by. */
  machine: string;
  targets: Record<string, Known>;
}

export class Checkpoint {
  readonly #path: string;
  readonly #contents: Contents;
  readonly #target: string;

  constructor(directory: string, { url, database }: Target) {
    this.#path = join(directory, "push.json");
    this.#contents = contentsOf(this.#path);
    this.#target = `${url}/${database}`;
  }

  get machine(): string {
    return this.#contents.machine;
  }

  /** The same for this machine, another for others. */
  get spread(): number {
    return Number.parseInt(this.machine.slice(0, 8), 16);
  }

  /** Whether the user has agreed to this server. */
  get isAgreed(): boolean {
    return this.#contents.targets[this.#target] !== undefined;
  }

  get days(): Readonly<Record<string, Sent>> {
    return this.#known.days;
  }

  get words(): string {
    return this.#known.words;
  }

  /** Throws the file system's error. */
  keep(days: ReadonlyMap<string, Sent>, words: string = this.words): void {
    this.#contents.targets[this.#target] = { days: { ...this.days, ...Object.fromEntries(days) }, words };
    const next = `${this.#path}.${process.pid}`;
    writeFileSync(next, `${JSON.stringify(this.#contents)}\n`, { mode: 0o600 });
    renameSync(next, this.#path);
  }

  get #known(): Known {
    return this.#contents.targets[this.#target] ?? { days: {}, words: "" };
  }
}

/** What is missing or broken is empty: then everything is sent, as by a machine that has just come. */
function contentsOf(path: string): Contents {
  const { machine, targets } = (parsed(path) ?? {}) as Partial<Contents>;
  const known = Object.entries(targets ?? {}).filter(([, one]) => isKnown(one));
  return {
    machine: typeof machine === "string" ? machine : randomUUID(),
    targets: Object.fromEntries(known),
  };
}

function isKnown(value: unknown): value is Known {
  const { days, words } = (value ?? {}) as Record<string, unknown>;
  if (typeof words !== "string" || typeof days !== "object" || days === null) return false;
  return Object.values(days).every((sent) => Number.isSafeInteger(sent?.events) && /^[0-9a-f]{16}$/.test(sent?.sum));
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
