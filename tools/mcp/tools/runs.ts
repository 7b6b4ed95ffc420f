import { z } from "zod";
import { cut } from "../../fence.ts";
import { numberOr, PAGED, paged, QUOTED } from "../answer.ts";
import { PAGE, tool, WINDOW } from "../tool.ts";

export const runs = tool({
  name: "runs",
  title: "How often agents fail",
  about: "Failure rates and durations of finished tasks by agent and operation. Empty unless the user records runs.",
  input: z.object({ days: WINDOW.days, repo: WINDOW.repo, agent: WINDOW.agent, ...PAGE }),
  output: z.object({
    count: z.object({ total: z.number(), failed: z.number() }),
    rates: z
      .array(
        z.object({
          total: z.number(),
          failed: z.number(),
          rate: z.number(),
          previous_rate: numberOr("no run before"),
          significant: z.boolean().describe("whether the rates differ by more than chance"),
          p50_ms: numberOr("no run told how long it took"),
          p95_ms: numberOr("no run told how long it took"),
        }),
      )
      .describe("whose they are stands in quoted, in the same order"),
    ...PAGED,
    quoted: QUOTED,
  }),
  provenance: { rates: "computed", quoted: "event" },
  answer: async (asked, store) => {
    const { rates, summary } = await store.report(asked);
    return paged(rates, asked, (rows) => ({
      facts: { count: summary.runs, rates: rows.map(({ agent: _agent, operation: _operation, ...rate }) => rate) },
      quoted: {
        rates: rows.map(({ agent, operation }) => ({ agent: cut(agent, 100), operation: cut(operation, 100) })),
      },
    }));
  },
});
