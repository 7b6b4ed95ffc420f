// Events in a format, in pieces large enough for one write each.

import type { SanitizedEvent } from "12-factor-telemetry/event";
import type { LineFormat } from "./line-format.ts";

/** Characters. */
const PIECE = 64 * 1024;

/** `known`: lines that are left out, and with them the head. */
export function* piecesOf(
  events: Iterable<SanitizedEvent>,
  format: LineFormat,
  known?: (line: string) => boolean,
): Generator<string> {
  let piece = known === undefined ? format.head : "";
  for (const event of events) {
    const line = format.line(event);
    if (known?.(line) === true) continue;
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
