// A pattern and a standing as tools tell them: what was computed and what the catalogue says on one side, what events say on the other.

import {
  type Catalogue,
  type FailureRule,
  type Pattern,
  type Standing,
  type Suggestion,
  worded,
} from "12-factor-telemetry/report";
import { z } from "zod";
import { cut, few } from "../fence.ts";
import { TREND } from "./tool.ts";

export const PATTERN = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(["high", "medium", "low"]),
  state: z.string(),
  count: z.number(),
  first_seen: z.string(),
  last_seen: z.string(),
  trend: TREND,
  groups: z.array(z.string()).describe("ids, the first ten"),
  cause: z.string(),
  suggestion: z.string(),
  source: z.enum(["rule", "discovery"]).describe("who says so"),
});

const GROUPS = 10;

export function factsOf(pattern: Pattern, { rules }: Catalogue): z.infer<typeof PATTERN> {
  const { id, kind, severity, state, count, first_seen, last_seen, trend, groups } = pattern;
  const rule = rules.find((rule) => rule.id === id || id === `${kind}-${rule.id}`);
  return {
    ...{ id, kind, severity, state, count, first_seen, last_seen, trend, groups: groups.slice(0, GROUPS) },
    ...(rule === undefined ? { cause: pattern.cause, suggestion: pattern.suggestion } : wordsOf(rule)),
    source: rule === undefined ? "discovery" : "rule",
  };
}

export const quotedOf = ({ id, title, repos, agents, evidence }: Pattern): object => ({
  id,
  title: cut(title, 200),
  repos: few(repos),
  agents: few(agents),
  evidence: cut(evidence),
});

/** As the catalogue has them: what a rule captures of an error is the error's text, and stays in its fence. */
export const wordsOf = ({ cause, suggestion }: FailureRule): { cause: string; suggestion: string } => ({
  cause,
  suggestion: plain(suggestion),
});

export const plain = (text: string): string => worded(text, {}).replace(/\{(\w+)\}/g, "<$1>");

/** The evidence is made of figures, moments and the hash of a commit. */
export const standingOf = ({ state, since, evidence, proven, note, advised }: Standing): object => ({
  ...{ state, since, evidence, proven },
  ...(note !== undefined && !advised && { note }),
});

/** What an AI proposed has read error text, and is no more to be trusted. */
export const proposalIn = (standing: Standing | undefined): object =>
  standing?.advised && standing.note !== undefined ? { proposal: cut(standing.note, 1000) } : {};

export function suggestionWords(
  { source, id, cause, suggestion }: Suggestion,
  { rules }: Catalogue,
): { cause: string; suggestion: string } {
  if (source === "advised") return { cause, suggestion: "Proposed by an AI: see quoted." };
  const rule = source === "rule" ? rules.find((rule) => rule.id === id) : undefined;
  return rule === undefined ? { cause, suggestion } : wordsOf(rule);
}
