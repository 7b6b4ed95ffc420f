export { type Aliases, aliasesOf, aliasOf, rootOf, withAliases } from "./aliases.ts";
export { catalogueWith, type OwnCatalogue } from "./catalogue.ts";
export { type Counted, namelessOf, tallyOf } from "./counted.ts";
export { type Explanation, explain } from "./explain.ts";
export { type Filter, only } from "./filter.ts";
export { type IsDescendant, unknownAncestry } from "./fix.ts";
export { type Comparison, comparisonOf, fold, tallying, type Window, windowsOf } from "./fold.ts";
export { groupOf } from "./group.ts";
export { MOST_NAMES } from "./many-names.ts";
export { type Near, nearDuplicates } from "./near.ts";
export { type Opinion, rememberingOpinions } from "./opinion.ts";
export { isSettled, type Pattern } from "./pattern.ts";
export { type Catalogue, catalogueOf, type Recognition, recognise } from "./recognise.ts";
export { type Failure, type FailureRule, failureOf } from "./rule.ts";
export { ruleDraft } from "./rule-draft.ts";
export { failedSamples } from "./rule-trial.ts";
export { CATALOGUE } from "./rules/index.ts";
export {
  countUsage,
  noRuns,
  type RunCount,
  type RunRate,
  type RunReport,
  reportRuns,
  runsAfterIn,
  type UsageCount,
} from "./runs.ts";
export { type Circumstances, cellsByGroup, decidingSince, type Standing, standingsOf } from "./standing.ts";
export { type Knowledge, NOTHING_KNOWN, type Suggestion, suggestionsFor } from "./suggestion.ts";
export { type ErrorSummary, summaryOf } from "./summary.ts";
export { type Cell, type Group, type Tally, TEXT_CHARACTERS } from "./tally.ts";
export { templateOf } from "./template.ts";
export { EXACT_PER_DAY } from "./timeline.ts";
export { type PartTrend, slicesOf, type Trend, trendOf, trendsBy } from "./trend.ts";
export { worded } from "./wording.ts";
