// Which failure an event is: same type, same template, same frames of the repository's own.

import type { TelemetryEvent } from "../event.ts";
import { tellingType } from "./error-type.ts";
import { ownFrames } from "./own-frames.ts";
import { stemOf } from "./stem.ts";
import { told } from "./template.ts";

/** Changes when the parts of a key or the template do, so that old and new keys are never taken for each other. */
export const KEY_VERSION = 2;

type Failure = Pick<TelemetryEvent, "error_type" | "error_message">;

/** 16 hex digits. */
export function groupOf(event: Failure & Pick<TelemetryEvent, "stack">): string {
  return hash([...familyParts(event), ...ownFrames(event.stack ?? [])]);
}

/** The kind of failure, wherever it happens: 16 hex digits. */
export function familyOf(event: Failure): string {
  return hash(familyParts(event));
}

function familyParts({ error_type, error_message }: Failure): string[] {
  const { bare, type, template } = told(error_message);
  const { words, coded } = stemOf(bare, template);
  return [String(KEY_VERSION), coded ? "" : tellingType(error_type, type, words), words];
}

/** FNV-1a over two different starts: 64 bits, which is enough to tell 10^8 groups apart. */
export function hash(parts: readonly (string | number)[]): string {
  const text = parts.join("\0");
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) ^ (high >>> 13);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
