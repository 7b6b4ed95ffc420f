// Which failure an event is: same type, same template, same frames of the repository's own.

import type { TelemetryEvent } from "../event.ts";
import { templateOf } from "./template.ts";

/** Changes when the parts of a key or the template do, so that old and new keys are never taken for each other. */
const KEY_VERSION = 1;
/** The frames nearest to the failure; callers further out vary with the task. */
const FRAMES = 5;

/** 16 hex digits. */
export function groupOf(event: Pick<TelemetryEvent, "error_type" | "error_message" | "stack">): string {
  return hash([KEY_VERSION, event.error_type, templateOf(event.error_message), ...ownFrames(event.stack ?? [])]);
}

/** The kind of failure, wherever it happens: 16 hex digits. */
export function familyOf(event: Pick<TelemetryEvent, "error_type" | "error_message">): string {
  return hash([KEY_VERSION, event.error_type, templateOf(event.error_message)]);
}

/** Without line numbers, which every edit moves, and without what belongs to Node or a dependency. */
export function ownFrames(stack: readonly string[]): string[] {
  const own = stack.filter(
    (frame) => !/node:|node_modules|site-packages|(?:^|\()\//.test(frame) && /[/\\.]/.test(frame),
  );
  const placed = own.map((frame) => frame.replace(/:\d+(?::\d+)?(?=\)?$)/, ""));
  return placed.filter((frame, index) => frame !== placed[index - 1]).slice(0, FRAMES);
}

/** FNV-1a over two different starts: 64 bits, which is enough to tell 10^8 groups apart. */
function hash(parts: readonly (string | number)[]): string {
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
