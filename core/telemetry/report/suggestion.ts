// What to do: about the patterns of a window, or about one error at hand.

import { titleOf } from "./detect.ts";
import type { Pattern } from "./pattern.ts";
import { recognise } from "./recognise.ts";
import type { Failure } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";
import { worded } from "./wording.ts";

export interface Suggestion {
  /** Of the rule. */
  id: string;
  title: string;
  cause: string;
  suggestion: string;
  /** How often and where it happened in the window; 0 and [] when the error at hand is the first. */
  count: number;
  repos: string[];
}

/** Each once, in the order of the patterns. */
export function suggestionsOf(patterns: readonly Pattern[]): Suggestion[] {
  const first = patterns.filter(({ id }, index) => patterns.findIndex((pattern) => pattern.id === id) === index);
  return first.map(({ id, title, cause, suggestion, count, repos }) => ({
    id,
    title,
    cause,
    suggestion,
    count,
    repos,
  }));
}

/** Of the rules that recognise `error`; counts come from `patterns`. */
export function suggestionsFor(error: Failure, patterns: readonly Pattern[]): Suggestion[] {
  return recognise(error, CATALOGUE).map(({ rule, names }) => {
    const { id, cause } = rule;
    // One rule may have a pattern for each name that it captures: a missing method says nothing of another.
    const seen = patterns.find(
      (pattern) => pattern.id === id && pattern.title === titleOf(rule, pattern.repos, pattern.agents, names),
    );
    return {
      id,
      title: seen?.title ?? cause,
      cause,
      suggestion: worded(rule.suggestion, names),
      count: seen?.count ?? 0,
      repos: seen?.repos ?? [],
    };
  });
}
