// Which failure an event is: same type, same template, same frames of the repository's own.

import type { TelemetryEvent } from "../event.ts";
import { tellingType } from "./error-type.ts";
import { ownFrames } from "./own-frames.ts";
import { remembered } from "./remembered.ts";
import { stemOf } from "./stem.ts";
import { tellingLine } from "./telling-line.ts";
import { told } from "./template.ts";
import { unwrap } from "./wrappers.ts";

/** Changes when the parts of a key or the template do, so that old and new keys are never taken for each other. */
export const KEY_VERSION = 3;

type Failure = Pick<TelemetryEvent, "error_type" | "error_message">;
type Placed = Failure & Pick<TelemetryEvent, "stack">;

/** 16 hex digits. */
export const groupOf = (event: Placed): string => groupOfKind(kindOf(event), ownFrames(event.stack ?? []));

/** The kind of failure, wherever it happens: 16 hex digits. */
export const familyOf = (event: Failure): string => groupOfKind(kindOf(event), []);

/** What groups of one kind share. */
export type Kind = Pick<KeyParts, "type" | "words">;

/** `frames`: of the repository's own. */
export const groupOfKind = ({ type, words }: Kind, frames: readonly string[]): string =>
  hash([KEY_VERSION, type, words, ...frames]);

/** What a group's key is made of, for who asks why two events are one failure, or two. */
export interface KeyParts {
  version: number;
  /** "" where the type says only who reported it. */
  type: string;
  /** The template's words, as they are compared. */
  words: string;
  frames: string[];
  /** What was seen through: prefixes, wrappers, what follows the statement. */
  dropped: string[];
}

export function keyPartsOf(event: Placed): KeyParts {
  const line = tellingLine(event.error_message);
  const { text } = unwrap(line);
  const at = line.indexOf(text);
  const around = at === -1 ? [] : [line.slice(0, at), line.slice(at + text.length)];
  const dropped = around.map((part) => part.trim()).filter((part) => part !== "");
  return { version: KEY_VERSION, ...kindOf(event), frames: ownFrames(event.stack ?? []), dropped };
}

export function kindOf({ error_type, error_message }: Failure): Kind {
  const { template, type } = told(error_message);
  const { words, coded } = stemIn(template);
  return { type: coded ? "" : tellingType(error_type, type, words), words };
}

/** Templates whose stem is kept. */
const STEMS = 512;

const stemIn = remembered(STEMS, (template: string) => stemOf(told(template).bare, template));

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
