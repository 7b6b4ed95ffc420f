// What the page may ask, as a table: a path, and what answers it.

import type { IncomingMessage, ServerResponse } from "node:http";
import { instantOf } from "12-factor-telemetry/event";
import { RETENTION_DAYS, StoreError } from "12-factor-telemetry/store";
import { cleaned, dossierOf } from "../dossier.ts";
import { namedEvents } from "../find-events.ts";
import type { AnyQuestion, LoadedReport } from "../load-report.ts";
import { scoreRows } from "../score/score-rows.ts";
import { selfScoreOf } from "../score/self-score.ts";
import { type Draft, draftOf } from "../share/issue/draft.ts";
import { type Answer, json } from "./answer.ts";
import { bodyOf } from "./body.ts";
import { examplesOf, MOST_EXAMPLES } from "./examples.ts";
import { groupViewOf } from "./group.ts";
import { groupListOf } from "./group-rows.ts";
import type { Live } from "./live.ts";
import { overviewOf } from "./overview.ts";
import { type Answered, Reports } from "./reports.ts";
import { takeWord } from "./words.ts";

/** Undefined: the answer goes on by itself. */
type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<Answer | undefined>;

/** What is shown: the store of this machine, or a team's cluster. Words are kept in the store. */
export type Source = Pick<AnyQuestion, "directory" | "from">;

type View = (found: Answered) => object | undefined | Promise<object | undefined>;

/** Answers what passed the door. */
export function routes({ directory, from }: Source, live: Live): Respond {
  const reports = new Reports(directory, from);

  const answered = async (asked: URLSearchParams, view: View): Promise<Answer> => {
    const found = await reports.get(asked);
    if ("problem" in found) return json(400, { error: found.problem });
    const value = await view(found);
    return value === undefined ? json(404, { error: "it was not seen in this time" }) : json(200, value);
  };

  const respond: Respond = async (request, response) => {
    const { pathname, searchParams: asked } = new URL(request.url ?? "", "http://127.0.0.1");
    const [, id = "", part] = /^\/api\/groups\/([0-9a-f]{16})(?:\/(examples|issue))?$/.exec(pathname) ?? [];
    if (request.method === "POST") {
      if (pathname !== "/api/words") return NOTHING;
      const answer = await said(await bodyOf(request), { directory, from });
      reports.forget();
      return answer;
    }
    switch (pathname) {
      case "/api/overview":
        return answered(asked, ({ report, question }) =>
          overviewOf(report, question.window, offsetAt(question.window.until)),
        );
      case "/api/groups":
        return answered(asked, ({ report, question }) => groupListOf(report, question));
      case "/api/score":
        return json(200, { rows: scoreRows(selfScoreOf(directory, Date.now())) });
      case "/api/live":
        live.join(response);
        return undefined;
    }
    if (id === "") return NOTHING;
    if (part === "issue") return answered(MONTH, ({ report }) => issueOn(id, report, directory));
    return answered(asked, async ({ report, question }) => {
      const view = groupViewOf(id, report, question, offsetAt(question.window.until));
      if (view === undefined || part === undefined) return view;
      if (from === undefined) return { events: examplesOf(directory, id, instantOf(view.last_seen)) };
      const few = { directory, from, window: question.window, limit: MOST_EXAMPLES };
      return { events: (await namedEvents(id, report, few)).groups.get(id)?.events.reverse() ?? [] };
    });
  };

  return async (request, response) => {
    try {
      return await respond(request, response);
    } catch (error) {
      if (error instanceof StoreError || isOfTheSystem(error)) return json(500, { error: error.message });
      throw error;
    }
  };
}

/** What `telemetry issue` looks at. */
const MONTH = new URLSearchParams({ since: `${RETENTION_DAYS}d` });

/** What `telemetry issue --json` prints. */
export interface SharedIssue extends Draft {
  redactions: Record<string, number>;
}

function issueOn(id: string, report: LoadedReport, directory: string): SharedIssue | undefined {
  const found = dossierOf(id, report);
  if (found === undefined) return undefined;
  const { dossier, redactions } = cleaned(found, directory);
  return { ...draftOf(dossier), redactions: Object.fromEntries(redactions) };
}

/** No space, no permission: the user can put it right, and the page goes on. */
const isOfTheSystem = (error: unknown): error is Error => error instanceof Error && "syscall" in error;

const NOTHING = json(404, { error: "there is nothing here" });

async function said(body: unknown, source: Source): Promise<Answer> {
  const taken = await takeWord(body, source, Date.now());
  return "problem" in taken ? json(400, { error: taken.problem }) : json(200, taken);
}

/** Milliseconds that the user's clock is ahead of UTC at a moment. */
const offsetAt = (instant: number): number => -new Date(instant).getTimezoneOffset() * 60_000;
