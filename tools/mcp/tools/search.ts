import { z } from "zod";
import { cut } from "../../fence.ts";
import { findEvents } from "../../find-events.ts";
import { PAGED, paged, QUOTED } from "../answer.ts";
import { PAGE, tool, WINDOW } from "../tool.ts";

export const search = tool({
  name: "search",
  title: "Find events",
  about: "Single events that hold a text in any field, the newest first.",
  input: z.object({
    text: z.string().min(1).max(200).describe("looked for in every field, in any case"),
    ...WINDOW,
    ...PAGE,
    days: WINDOW.days.default(30),
  }),
  output: z.object({ ...PAGED, quoted: QUOTED }),
  provenance: { total: "computed", quoted: "event" },
  answer: async ({ text, ...asked }, store) => {
    // Of more than the page nothing is told but how many there are.
    const { events, total } = await findEvents(text, { ...store.question(asked), limit: asked.offset + asked.limit });
    return paged(events.reverse(), { ...asked, total }, (rows) => ({
      facts: {},
      quoted: {
        events: rows.map(({ telemetry_id, timestamp, repo, agent, error_type, error_message, count = 1 }) => ({
          ...{
            telemetry_id: cut(telemetry_id, 40),
            timestamp: cut(timestamp, 40),
            repo: cut(repo, 100),
            agent: cut(agent, 100),
          },
          ...{ error_type: cut(error_type, 100), error_message: cut(error_message), count },
        })),
      },
    }));
  },
});
