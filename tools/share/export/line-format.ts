// A format of one line an event: a file of it can be read while it grows, cut anywhere between two lines, and gone on with.

import type { SanitizedEvent } from "12-factor-telemetry/event";

export interface LineFormat {
  /** Stands before the first event; "" for most. */
  head: string;
  /** How each file of this format begins. */
  beginning: string;
  /** With its newline, and without another one in it. The same event makes the same line. */
  line(event: SanitizedEvent): string;
}
