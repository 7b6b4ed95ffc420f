export type { Pattern } from "./detect.ts";
export { type Explanation, explain } from "./explain.ts";
export { fold, type Tally, type Window } from "./fold.ts";
export type { FailureRule } from "./rule.ts";
export { CATALOGUE } from "./rules/index.ts";
export { type Suggestion, suggestionsFor, suggestionsOf } from "./suggestion.ts";
export { type ErrorSummary, summaryOf } from "./summary.ts";
export { templateOf } from "./template.ts";
export type { Trend } from "./trend.ts";
