import { z } from "zod";
import { dossierOf, type Part } from "../../dossier.ts";
import { cut, few } from "../../fence.ts";
import type { LoadedReport } from "../../load-report.ts";
import { fitting, QUOTED } from "../answer.ts";
import { plain, proposalIn, standingOf, wordsOf } from "../facts.ts";
import { STANDING, ToolError, TREND, tool, WINDOW } from "../tool.ts";

/** Examples and frames of a group. */
const [EXAMPLES, FRAMES] = [5, 8];

export const group = tool({
  name: "group",
  title: "One failure, whole",
  about: "Everything known of one group of equal failures: figures, examples, frames, the rule, and how it stands.",
  input: z.object({
    id: z
      .string()
      .regex(/^[0-9a-f]{4,16}$/)
      .describe("a group's id, as patterns lists it; its beginning will do"),
    ...WINDOW,
    days: WINDOW.days.default(30),
  }),
  output: z.object({
    group: z.string(),
    count: z.number(),
    first_seen: z.string(),
    last_seen: z.string(),
    trend: TREND.optional(),
    repo_count: z.number(),
    agent_count: z.number(),
    commits: z.array(z.string()).describe("where it was seen, most events first"),
    rule: z
      .object({
        id: z.string(),
        cause: z.string(),
        suggestion: z.string(),
        steps: z.array(z.string()),
        docs: z.string().optional(),
      })
      .optional(),
    standing: STANDING.optional(),
    quoted: QUOTED,
  }),
  provenance: { count: "computed", rule: "catalogue", "standing.note": "user", quoted: "event" },
  answer: async ({ id, ...asked }, store) => {
    const report = await store.report(asked);
    const dossier = dossierOf(idIn(report, id), report);
    if (dossier === undefined)
      throw new ToolError("No event of this group is in the window. Raise days, or call patterns.");
    const { rule, standing, trend, repos, agents, types, examples, commits } = dossier;
    return fitting(EXAMPLES, (count) => ({
      facts: {
        ...{
          group: dossier.group.id,
          count: dossier.count,
          first_seen: dossier.first_seen,
          last_seen: dossier.last_seen,
        },
        ...(trend !== undefined && { trend: trend.trend }),
        ...{ repo_count: repos.length, agent_count: agents.length },
        commits: commits
          .map(({ name }) => name)
          .filter((name) => /^[0-9a-f]{40,64}$/.test(name))
          .slice(0, 5),
        ...(rule !== undefined && {
          rule: {
            id: rule.id,
            ...wordsOf(rule),
            steps: (rule.steps ?? []).map(plain),
            ...(rule.docs !== undefined && { docs: rule.docs }),
          },
        }),
        ...(standing !== undefined && { standing: standingOf(standing) }),
      },
      quoted: {
        ...proposalIn(standing),
        template: cut(dossier.group.template),
        frames: dossier.group.frames.slice(0, FRAMES).map((frame) => cut(frame, 200)),
        error_types: names(types),
        repos: names(repos),
        agents: names(agents),
        examples: examples.slice(0, count).map(({ error_message, repo, agent, error_type, ...told }) => ({
          ...told,
          ...{
            repo: cut(repo, 100),
            agent: cut(agent, 100),
            error_type: cut(error_type, 100),
            error_message: cut(error_message),
          },
        })),
      },
    }));
  },
});

const names = (parts: readonly Part[]): string[] => few(parts.map(({ name, count }) => `${name} (${count})`));

function idIn({ tally }: LoadedReport, beginning: string): string {
  const [id, ...others] = [...tally.groups.keys()].filter((known) => known.startsWith(beginning));
  if (id === undefined) throw new ToolError("No group of the window begins so. Raise days, or call patterns for ids.");
  if (others.length > 0) throw new ToolError(`${others.length + 1} groups begin so. Give more of the id.`);
  return id;
}
