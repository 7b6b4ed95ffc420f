import { z } from "zod";
import { PAGED, paged, QUOTED } from "../answer.ts";
import { factsOf, PATTERN, quotedOf } from "../facts.ts";
import { PAGE, tool, WINDOW } from "../tool.ts";

export const patterns = tool({
  name: "patterns",
  title: "Patterns of failure",
  about:
    "Every pattern of a window with its figures, cause and suggestion: what needs something to be done comes first.",
  input: z.object({ ...WINDOW, ...PAGE }),
  output: z.object({ patterns: z.array(PATTERN), ...PAGED, quoted: QUOTED }),
  provenance: {
    patterns: "computed",
    "patterns.cause": "catalogue",
    "patterns.suggestion": "catalogue",
    quoted: "event",
  },
  answer: async (asked, store) => {
    const { summary, known } = await store.report(asked);
    return paged(summary.patterns, asked, (rows) => ({
      facts: { patterns: rows.map((pattern) => factsOf(pattern, known.catalogue)) },
      quoted: { patterns: rows.map(quotedOf) },
    }));
  },
});
