// What a push would send, for whoever is to agree to it.

import { lookAround } from "12-factor-telemetry/collect";
import type { SanitizedEvent } from "12-factor-telemetry/event";
import { sanitizeEvent } from "12-factor-telemetry/sanitize";
import { readWords } from "12-factor-telemetry/store";
import type { Checkpoint } from "./checkpoint.ts";
import { unsent } from "./unsent.ts";

export interface Preview {
  /** Most events first. */
  repos: { repo: string; events: number }[];
  words: number;
  /** The newest, as it would be sent; undefined when there is none. */
  example: SanitizedEvent | undefined;
}

/** Throws StoreError when the store cannot be read. */
export function previewOf(directory: string, checkpoint: Checkpoint): Preview {
  const counts = new Map<string, number>();
  let newest: Parameters<typeof sanitizeEvent>[0] | undefined;
  for (const { event } of unsent(directory, checkpoint.days)) {
    counts.set(event.repo, (counts.get(event.repo) ?? 0) + 1);
    newest = event;
  }
  const { policy } = lookAround({ dir: directory });
  const repos = [...counts].map(([repo, events]) => ({ repo, events })).sort((a, b) => b.events - a.events);
  return {
    repos,
    words: readWords(directory).length,
    example: newest === undefined ? undefined : sanitizeEvent(newest, new Map(), policy),
  };
}
