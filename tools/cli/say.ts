// A word of the user's: cleaned as everything is that reaches the disk, appended to state.jsonl, and told.

import type { Word } from "12-factor-telemetry/event";
import { keepWords } from "../word/keep-words.ts";
import { printJson } from "./json.ts";
import type { ShowOptions } from "./options.ts";
import { tell } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

export interface Said {
  words: readonly Word[];
  /** For people, a line each. */
  lines: readonly string[];
}

/** Throws StoreError when it cannot be kept. */
export function say({ words, lines }: Said, directory: string, options: ShowOptions, terminal: Terminal): void {
  const clean = keepWords(directory, words);
  if (options.json) for (const word of clean) printJson(terminal, word);
  else tell(terminal, lines);
}
