// A rule's steps and documentation, whose failure it is, and near-duplicates with the command that takes them for one.

import type { Advice } from "../advice.ts";
import { hung } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";

export function adviceLines({ steps, docs, noise, near_duplicates }: Advice, look: Look, indent = ""): string[] {
  const rows: [lead: string, text: string][] = [
    ...steps.map((step, index): [string, string] => [`${index + 1}. `, step]),
    ...(docs === undefined ? [] : [["Docs: ", docs] as [string, string]]),
    ...(noise === undefined ? [] : [["Noise: ", NOISE[noise]] as [string, string]]),
    ...near_duplicates.flatMap(({ into, group, template }): [string, string][] => [
      ["The same? ", template],
      ["  ", `telemetry merge ${into} ${group}`],
    ]),
  ];
  return rows.flatMap(([lead, text]) => hung(indent + look.colors.dim(lead), printable(text), look.width));
}

const NOISE = {
  harness: "a coding agent's tool kept it from a mistake",
  user: "somebody said no",
  environment: "the machine, not the code",
} as const;
