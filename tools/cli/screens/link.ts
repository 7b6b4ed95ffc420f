// Links of sister repositories, one a line, and what to do about those that do not hold.

import { hung } from "../columns.ts";
import type { LinkState } from "../link.ts";
import { type Look, printable } from "../terminal.ts";

export function renderLinks(states: readonly LinkState[], look: Look): string {
  if (states.length === 0) return "No repository is linked yet: `telemetry link ../pin-citer`\n";
  return states.map((state) => `${linkLine(state, look)}\n`).join("");
}

export function linkLine({ repo, link, state, target }: LinkState, { colors, pretty, width }: Look): string {
  const [mark, arrow] = pretty ? [state === "ok" ? "✓" : "✗", "→"] : [state === "ok" ? "ok" : "BAD", "->"];
  const where =
    state === "ok"
      ? ` ${arrow} ${target}`
      : `: ${WHAT_TO_DO[state].replace("{link}", () => link).replace("{target}", () => target)}`;
  return hung(`${state === "ok" ? colors.green(mark) : colors.red(mark)} `, printable(repo + where), width).join("\n");
}

const WHAT_TO_DO: Record<Exclude<LinkState["state"], "ok">, string> = {
  missing: "there is no {link}. Run `telemetry link` on it.",
  broken: "{link} leads to {target}, which is gone. Run `telemetry link` on it.",
  elsewhere: "{link} leads to {target}, which is another thing. Delete the link if it is not wanted, then link again.",
  "not-built": "{target} is not built. Run `npm ci` in it.",
  "in-the-way": "{link} is no link. Move it away, then link again.",
  "no-repository": "the folder is gone. Take it out of `links` in config.json.",
};
