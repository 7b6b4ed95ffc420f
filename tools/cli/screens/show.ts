// One event, whole, and one group with its newest events.

import { instantOf } from "12-factor-telemetry/event";
import { hung, padded, wrap } from "../columns.ts";
import type { ShownEvent, ShownGroup } from "../commands/show.ts";
import { type Look, printable } from "../terminal.ts";
import { localTime } from "../window.ts";
import { adviceLines } from "./advice.ts";
import { eventLine } from "./event.ts";
import { suggestion } from "./summary.ts";

export function renderEvent({ event, ...told }: ShownEvent, look: Look): string {
  const { context, stack = [], cause = [], count } = event;
  return screenOf(
    `${event.error_type} ${event.telemetry_id}`,
    [
      ["when", localTime(instantOf(event.timestamp))],
      ["where", `${event.repo}, ${event.agent}${event.source === undefined ? "" : ` (${event.source})`}`],
      ["message", event.error_message],
      ["times", count === undefined ? "" : String(count)],
      [
        "context",
        Object.entries(context)
          .map(([key, value]) => `${key}=${value}`)
          .join(" "),
      ],
      ...cause.map(({ error_type, error_message }) => ["caused by", `${error_type}: ${error_message}`] as const),
      ...stack.map((frame, index) => [index === 0 ? "stack" : "", frame] as const),
      ["commit", event.commit ?? ""],
      ["group", told.group],
      ["rules", told.rules.join(", ")],
    ],
    told.suggestion,
    look,
  );
}

export function renderGroup(group: ShownGroup, look: Look): string {
  const { colors } = look;
  const screen = screenOf(
    `${group.error_type} ${group.group}`,
    [
      ["template", group.template],
      ["seen", `${group.count === 1 ? "once" : `${group.count} times`}, ${spanOf(group)}`],
      ["repos", group.repos.join(", ")],
      ["agents", group.agents.join(", ")],
      ["rules", group.rules.join(", ")],
      ...group.discoveries.map(({ kind, evidence }) => ["also", `${kind}: ${evidence}`] as const),
      ["state", group.state === "open" ? "" : `${group.state}: ${group.evidence}`],
      ["note", group.note ?? ""],
    ],
    group.suggestion,
    look,
  );
  const lines = [
    ...adviceLines(group, look),
    "",
    colors.bold("Newest events:"),
    ...group.events.map((event) => eventLine(event, look)),
    "",
    ...nextOf(group).flatMap((line) => wrap(line, look.width)),
  ];
  return `${screen}${lines.join("\n")}\n`;
}

function nextOf({ group, state }: ShownGroup): string[] {
  const id = group.slice(0, 8);
  if (state === "muted" || state === "resolved" || state === "verified") return [`Not so? \`telemetry reopen ${id}\``];
  return [`Fixed? \`telemetry resolve ${id}\``, `Not now? \`telemetry mute ${id}\``];
}

function spanOf({ first_seen, last_seen }: ShownGroup): string {
  const [first, last] = [first_seen, last_seen].map((timestamp) => localTime(instantOf(timestamp)));
  return first === last ? `${first}` : `${first} to ${last}`;
}

const LABEL_COLUMNS = 11;

function screenOf(title: string, rows: readonly (readonly [string, string])[], told: string, look: Look): string {
  const { colors, width } = look;
  const lines = rows
    .filter(([, text]) => text !== "")
    .flatMap(([label, text]) => {
      const shown = padded(label, LABEL_COLUMNS);
      return hung(label === "" ? shown : colors.dim(shown), printable(text), width);
    });
  const advice = told === "" ? [] : suggestion(printable(told), look, "");
  return `${[...wrap(printable(title), width).map(colors.bold), ...lines, ...advice].join("\n")}\n`;
}
