import { draftOf, lookAround } from "12-factor-telemetry/collect";
import { explain, suggestionsFor } from "12-factor-telemetry/report";
import { sanitizeEvent } from "12-factor-telemetry/sanitize";
import { z } from "zod";
import { cut, few } from "../../fence.ts";
import { fitting, QUOTED } from "../answer.ts";
import { suggestionWords } from "../facts.ts";
import { tool } from "../tool.ts";

export const suggest = tool({
  name: "suggest",
  title: "What to do about an error",
  about:
    "For an error at hand: the user's own fix that held, the rule that knows it, and whether it has been seen before. Nothing is recorded.",
  input: z.object({
    error_message: z.string().min(1).max(20_000).describe("the error's text, as it was printed"),
    error_type: z.string().max(200).optional().describe("its type, where it has one: ENOENT, KeyError"),
  }),
  output: z.object({
    group: z.string().describe("the group that it would belong to"),
    suggestions: z.array(
      z.object({
        id: z.string(),
        cause: z.string(),
        suggestion: z.string(),
        source: z.enum(["verified-fix", "rule", "discovery", "advised"]).describe("who says so"),
        count: z.number().describe("how often it happened in the last seven days"),
      }),
    ),
    quoted: QUOTED,
  }),
  provenance: {
    group: "computed",
    suggestions: "catalogue",
    "suggestions.source=verified-fix": "user",
    quoted: "event",
  },
  answer: async ({ error_message, error_type }, store) => {
    const { known } = await store.report({ days: 7 });
    const { policy, repository } = lookAround({ dir: store.directory });
    const seen = { error_message, ...(error_type !== undefined && { error_type }) };
    const event = sanitizeEvent(draftOf(seen, { repo: repository.name, source: "mcp" }), new Map(), policy);
    const { group } = explain(event, known.catalogue);
    const all = suggestionsFor(event, known);
    return fitting(all.length, (count) => {
      const suggestions = all.slice(0, count);
      return {
        facts: {
          group,
          suggestions: suggestions.map((suggestion) => ({
            ...{ id: suggestion.id, ...suggestionWords(suggestion, known.catalogue) },
            ...{ source: suggestion.source, count: suggestion.count },
          })),
        },
        quoted: {
          suggestions: suggestions.map(({ id, title, repos, source, suggestion }) => ({
            id,
            title: cut(title, 200),
            repos: few(repos),
            ...(source === "advised" && { proposal: cut(suggestion, 1000) }),
          })),
        },
      };
    });
  },
});
