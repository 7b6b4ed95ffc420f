// What to do: about the patterns of a window, or about one error at hand.

import { type Pattern, titleOf } from "./detect.ts";
import { type FailureRule, recognise, type Sample } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";

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
export function suggestionsFor(error: Sample, patterns: readonly Pattern[]): Suggestion[] {
  return rulesFor(error).map((rule) => {
    const { id, cause, suggestion } = rule;
    // One rule may have a pattern for each name that it captures: a missing method says nothing of another.
    const name = recognise(rule, error) ?? "";
    const seen = patterns.find(
      (pattern) => pattern.id === id && pattern.title === titleOf(rule, pattern.repos, pattern.agents, name),
    );
    return { id, title: seen?.title ?? cause, cause, suggestion, count: seen?.count ?? 0, repos: seen?.repos ?? [] };
  });
}

/** The rules that recognise an error, whatever their scope. */
export function rulesFor(error: Sample): FailureRule[] {
  return CATALOGUE.filter((rule) => recognise(rule, error) !== undefined);
}
