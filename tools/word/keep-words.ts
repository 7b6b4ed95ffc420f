import { lookAround } from "12-factor-telemetry/collect";
import type { SanitizedWord, Word } from "12-factor-telemetry/event";
import { sanitizeWord } from "12-factor-telemetry/sanitize";
import { appendWords } from "12-factor-telemetry/store";

/** Words of the user's, cleaned as everything is that reaches the disk. Answers what was kept. Throws StoreError. */
export function keepWords(directory: string, words: readonly Word[]): SanitizedWord[] {
  const { policy } = lookAround({ dir: directory });
  const clean = words.map((word) => sanitizeWord(word, policy));
  appendWords(directory, clean);
  return clean;
}
