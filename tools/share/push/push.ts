// The store's events and words to a server, each once: in batches, and what a server has answered for is not sent again.

import { lookAround } from "12-factor-telemetry/collect";
import { instantOf } from "12-factor-telemetry/event";
import { CATALOGUE, rememberingOpinions } from "12-factor-telemetry/report";
import { sanitizeEvent, sanitizeWord } from "12-factor-telemetry/sanitize";
import { asciiJson, dayOf, readWords } from "12-factor-telemetry/store";
import { type Connection, judgeOf, tablesIn } from "../cluster/index.ts";
import type { Checkpoint, Sent } from "./checkpoint.ts";
import { numberOf, rowOf } from "./row.ts";
import { type Unsent, unsent } from "./unsent.ts";

/** Rows and characters of a batch, whichever comes first: a server wants few and large ones, this process keeps one in memory. */
const BATCH = { rows: 10_000, characters: 8_000_000 };

export interface Pushed {
  events: number;
  words: number;
  /** Events of a time that the tables have no place for: before 1970, after 2099. */
  outside: number;
}

interface Pushing {
  directory: string;
  connection: Connection;
  checkpoint: Checkpoint;
  /** Settings of inserts. */
  settings: Record<string, number>;
  /** Milliseconds since the epoch. */
  now: number;
  /** Called after each batch with the events so far. */
  onBatch?: (events: number) => void;
}

/** Throws StoreError; what was sent until then stays sent. */
export async function push(pushing: Pushing): Promise<Pushed> {
  const { directory, connection, checkpoint, settings, now, onBatch } = pushing;
  const { events: table } = tablesIn(connection);
  const rowFor = rowMaker(directory, checkpoint.machine, now);
  const pushed = { events: 0, words: 0, outside: 0 };
  let batch = new Batch();
  const send = async () => {
    if (batch.lines.length > 0) await connection.insert(table, batch.lines, settings);
    checkpoint.keep(batch.sent);
    pushed.events += batch.lines.length;
    batch = new Batch();
    onBatch?.(pushed.events);
  };
  for (const one of unsent(directory, checkpoint.days)) {
    if (one.at < 0 || one.at >= LAST) pushed.outside++;
    else batch.add(rowFor(one));
    if (one.sent !== undefined) batch.sent.set(one.day, one.sent);
    if (batch.isFull) await send();
  }
  if (batch.sent.size > 0) await send();
  pushed.words = await pushWords(pushing);
  return pushed;
}

const LAST = Date.UTC(2100, 0);

class Batch {
  readonly lines: string[] = [];
  readonly sent = new Map<string, Sent>();
  #characters = 0;

  add(line: string): void {
    this.lines.push(line);
    this.#characters += line.length;
  }

  get isFull(): boolean {
    return this.lines.length >= BATCH.rows || this.#characters >= BATCH.characters;
  }
}

/** Cleaned by today's rules; judged by the catalogue that everybody has. */
function rowMaker(directory: string, machine: string, pushed: number) {
  const { policy } = lookAround({ dir: directory });
  const opinionOf = rememberingOpinions(CATALOGUE);
  const judge = judgeOf(CATALOGUE);
  return ({ event: seen, at, day, identity }: Unsent): string => {
    const event = sanitizeEvent(seen, new Map(), policy);
    return rowOf(event, { at, day, identity, machine, pushed, judge, opinion: opinionOf(event) });
  };
}

/** All of them when there is a new one: they are few. */
async function pushWords({ directory, connection, checkpoint, settings, now }: Pushing): Promise<number> {
  const { policy } = lookAround({ dir: directory });
  const rows = readWords(directory).map((word) => {
    const at = instantOf(word.at);
    const line = asciiJson(sanitizeWord(word, policy));
    return { day: dayOf(at), at, identity: numberOf(line), machine: checkpoint.machine, pushed: now, line };
  });
  const words = numberOf(rows.map(({ line }) => line).join("\n"));
  if (rows.length === 0 || words === checkpoint.words) return 0;
  await connection.insert(
    tablesIn(connection).words,
    rows.map((row) => JSON.stringify(row)),
    settings,
  );
  checkpoint.keep(new Map(), words);
  return rows.length;
}
