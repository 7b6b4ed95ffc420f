import { z } from "zod";
import { cut } from "../../fence.ts";
import { PAGED, paged, QUOTED } from "../answer.ts";
import { proposalIn, standingOf } from "../facts.ts";
import { PAGE, STANDING, tool } from "../tool.ts";

export const verify = tool({
  name: "verify",
  title: "Did the fix hold",
  about:
    "How groups stand that the user has resolved or muted: proven, not yet proven, back, or seen only in an old checkout.",
  input: z.object({
    group: z
      .string()
      .regex(/^[0-9a-f]{4,16}$/)
      .optional()
      .describe("only groups whose id begins so"),
    ...PAGE,
  }),
  output: z.object({ standings: z.array(STANDING.extend({ group: z.string() })), ...PAGED, quoted: QUOTED }),
  provenance: { standings: "computed", "standings.note": "user", quoted: "event" },
  answer: async ({ group = "", ...page }, store) => {
    // The window that other tools ask for: how groups stand hangs on none, and a report that is there costs nothing.
    const { standings, tally } = await store.report({ days: 7 });
    const asked = standings.filter((standing) => standing.group.startsWith(group));
    return paged(asked, page, (rows) => ({
      facts: { standings: rows.map((standing) => ({ group: standing.group, ...standingOf(standing) })) },
      quoted: {
        groups: rows.map((standing) => ({
          family: cut(standing.family, 100),
          template: cut(tally.groups.get(standing.group)?.template ?? "", 200),
          ...proposalIn(standing),
        })),
      },
    }));
  },
});
