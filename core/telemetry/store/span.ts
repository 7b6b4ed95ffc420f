// What a digest is asked for: spans of time, and what of time lies whole in one or is cut by its edge.

/** Milliseconds since the epoch: after `since`, up to and including `until`. */
export interface Span {
  since: number;
  until: number;
  /**
   * Whether days count whose lines retention has deleted: the counters of their roll-ups stay. They are the days before the first
   * one with a line. @default false
   */
  history?: boolean;
}

/** The first and the last instant of a part of time. */
export interface Bounds {
  start: number;
  end: number;
}

export function isWhole({ since, until }: Span, { start, end }: Bounds): boolean {
  return start > since && end <= until;
}

/** Whether it is in the span, and not whole. */
export function isCut(span: Span, bounds: Bounds): boolean {
  const { since, until } = span;
  return since < until && bounds.end > since && bounds.start <= until && !isWhole(span, bounds);
}
