// Where a command reads and writes, and how much the place can show. Commands know no other.

import pc from "picocolors";

export { printable } from "../printable.ts";

export interface Terminal {
  stdin: NodeJS.ReadStream | NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  environment: Readonly<Record<string, string | undefined>>;
}

/** How a screen may look. */
export interface Look {
  colors: ReturnType<typeof pc.createColors>;
  /** False: ASCII only, no emoji, no lines drawn. */
  pretty: boolean;
  /** Columns to fill; Infinity in a pipe and on a terminal that does not say: nothing is cut or wrapped there. */
  width: number;
}

/** Colours on a terminal that has not asked for none (no-color.org); ASCII with `--plain` and on a dumb terminal. */
export function lookOf({ stdout, environment }: Terminal, plain: boolean): Look {
  const isDumb = environment["TERM"] === "dumb";
  const colored = stdout.isTTY === true && !plain && !isDumb && !environment["NO_COLOR"];
  // A shell keeps COLUMNS to itself, so whoever exports it means it.
  const width = Number(/^\d{1,4}$/.exec(environment["COLUMNS"] ?? "")?.[0] ?? 0) || (stdout.columns ?? 0);
  return {
    colors: pc.createColors(colored),
    pretty: !plain && !isDumb,
    width: width === 0 ? Number.POSITIVE_INFINITY : Math.min(Math.max(width, NARROWEST), WIDEST),
  };
}

// Columns. Under the one nothing can be laid out, beyond the other lines are hard to read.
const NARROWEST = 20;
const WIDEST = 200;
