// An event in a line, for lists; and whole, as `show` has it.

import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import { columnsOf, fit, padded, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";
import { localTime } from "../window.ts";

/** Without its newline. Time, handle, where and who, what: cut at the end where the terminal ends. */
export function eventLine(event: TelemetryEvent, { colors, pretty, width }: Look): string {
  const time = localTime(instantOf(event.timestamp));
  const where = `${printable(event.repo)}/${printable(event.agent)}`;
  const times = event.count === undefined ? "" : ` (${event.count} times)`;
  const what = `${printable(event.error_type)}${times}: ${printable(event.error_message)}`;
  const room = width - time.length - event.telemetry_id.length - 2;
  const id = printable(event.telemetry_id);
  // A narrow terminal has no room for what happened beside when and where.
  if (room < NARROW) {
    const head = `${time} ${id} `;
    if (columnsOf(head) + 8 > width) return `${wrap(head.trim(), width).join("\n")}\n  ${fit(what, width - 2, pretty)}`;
    const beside = fit(where, width - columnsOf(head), pretty);
    return `${colors.dim(head)}${colors.cyan(beside)}\n  ${fit(what, width - 2, pretty)}`;
  }
  // One width for all of them, so that a list is aligned; in a pipe nothing is cut or filled.
  const column = Math.max(16, Math.floor(room / 3));
  const shown = width === Number.POSITIVE_INFINITY ? where : padded(fit(where, column, pretty), column);
  return `${colors.dim(`${time} ${id}`)} ${colors.cyan(shown)} ${fit(what, room - columnsOf(shown) - 1, pretty)}`;
}

/** Columns beside time and handle. */
const NARROW = 45;
