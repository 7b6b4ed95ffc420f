import { z } from "zod";
import { cut } from "../../fence.ts";
import { fitting, QUOTED } from "../answer.ts";
import { factsOf, PATTERN, quotedOf } from "../facts.ts";
import { TREND, tool, WINDOW } from "../tool.ts";

/** Patterns, repositories and types of a summary. */
const TOP = 5;

export const summary = tool({
  name: "summary",
  title: "What fails most",
  about: "What failed in all repositories: totals, the trend, and the patterns to look at first.",
  input: z.object(WINDOW),
  output: z.object({
    since: z.string(),
    until: z.string(),
    total_errors: z.number(),
    trend: TREND,
    runs: z.object({ total: z.number(), failed: z.number() }).describe("finished tasks; 0 unless they are recorded"),
    patterns: z.array(PATTERN),
    pattern_count: z.number(),
    quoted: QUOTED,
  }),
  provenance: {
    patterns: "computed",
    "patterns.cause": "catalogue",
    "patterns.suggestion": "catalogue",
    quoted: "event",
  },
  answer: async (asked, store) => {
    const { summary, known } = await store.report(asked);
    const { since, until, total_errors, trend, runs, patterns, affected_repos, top_error_types } = summary;
    return fitting(TOP, (count) => {
      const top = patterns.slice(0, count);
      return {
        facts: {
          ...{ since, until, total_errors, trend, runs, pattern_count: patterns.length },
          patterns: top.map((pattern) => factsOf(pattern, known.catalogue)),
        },
        quoted: {
          affected_repos: affected_repos.slice(0, TOP).map((part) => ({ ...part, repo: cut(part.repo, 100) })),
          top_error_types: top_error_types
            .slice(0, TOP)
            .map((part) => ({ ...part, error_type: cut(part.error_type, 100) })),
          patterns: top.map(quotedOf),
        },
      };
    });
  },
});
