import type { JSX } from "preact";
import { printable } from "../../../printable.ts";

/** Text of an event: what hides or turns text around is written out, and what is left cannot reach beyond its box. */
export function Text({ children, limit = 4096 }: { children: string; limit?: number }): JSX.Element {
  const whole = children.length > limit ? `${children.slice(0, limit)}…` : children;
  return <bdi>{whole.split("\n").map(printable).join("\n")}</bdi>;
}
