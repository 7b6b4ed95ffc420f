// The page, the tools of a coding agent and the report from a team's cluster: what they answer of one disk, they answer of chDB and of two
// shards. LANE names a folder in which chdb is installed.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { telemetry } from "../cli/agent.ts";
import { startDashboard } from "../dashboard/started.ts";
import { asking, taken } from "../mcp/client.ts";
import { CLUSTER, chdb, type Server, twoShards } from "./servers.ts";
import { lines, storeOf, UNTIL } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "12-factor-views-"));
const events = lines(3000, 1);
const local = storeOf(join(folder, "local"), events);
let servers: Server[];

const BACKENDS = [
  { name: "chDB", address: () => `${servers[0]?.url}/team` },
  { name: "two shards", address: () => `${servers[1]?.url}/team` },
];

beforeAll(async () => {
  servers = [await chdb(process.env["LANE"] ?? ""), ...(await twoShards(folder))];
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

test("the events go to both", () => {
  const sender = storeOf(join(folder, "sender"), events);
  const push = (server: Server | undefined, ...flags: string[]) =>
    telemetry(["push", "--to", `${server?.url}/team`, "--dir", sender, "--yes", ...flags]).status;
  // The first of two shards is without the second's tables yet.
  const cluster = ["--cluster", CLUSTER];
  expect([push(servers[0]), push(servers[1], ...cluster), push(servers[2], ...cluster)]).toEqual([0, 2, 0]);
});

const DAY_MS = 24 * 3_600_000;
const SINCE = UNTIL - 7 * DAY_MS + 4_321_000;

describe.each(BACKENDS)("$name", ({ name, address }) => {
  const reader = storeOf(join(folder, `reader of ${name}`));

  test("the page is answered as of one disk, and keeps its words on this one", async () => {
    const [here, there] = [await pageOf(local), await pageOf(reader, "--from", address())];
    const window = `since=${SINCE}&until=${UNTIL - 3_000_000}`;
    const { rows } = (await here.get(`groups?${window}`)) as { rows: { id: string }[] };
    expect(rows.length).toBeGreaterThan(20);
    // Of one disk examples are those of a group's last day.
    const day = `since=${UNTIL - DAY_MS}&until=${UNTIL}`;
    const few = rows.slice(0, 3).flatMap(({ id }) => [`groups/${id}?${window}`, `groups/${id}/examples?${day}`]);
    for (const path of [`overview?${window}`, `groups?${window}`, ...few])
      expect(await there.get(path), path).toEqual(await here.get(path));
    const { id: group = "" } = rows[0] ?? {};
    expect(await there.get(`groups/${group}/issue`)).toEqual(await here.get(`groups/${group}/issue`));
    const muted = `groups?since=${SINCE}&until=${UNTIL}&state=muted`;
    expect(await there.get(muted)).toMatchObject({ total: 0 });
    expect(await there.post("words", { group, word: "mute", days: 2 })).toBe(200);
    expect(await there.get(muted)).toMatchObject({ rows: [{ id: group }] });
    expect(readFileSync(join(reader, "state.jsonl"), "utf8")).toMatch(group);
    rmSync(join(reader, "state.jsonl"));
  });

  test("a coding agent is answered as of one disk, but for runs, which stay on their machine", async () => {
    const [here, there] = [await asking(local), await asking(reader, [], ["--from", address()])];
    const month = { days: 30 };
    const { patterns } = (await here.ask("patterns", month)).structured as { patterns: { groups: string[] }[] };
    const ids = patterns.slice(0, 3).map(({ groups: [id = ""] }) => ["group", { ...month, id }] as const);
    expect(ids).toHaveLength(3);
    for (const [tool, asked] of [
      ["summary", month],
      ["patterns", { ...month, limit: 5 }],
      ["search", { ...month, text: "index.lock", limit: 20 }],
      ["suggest", { error_message: "[Errno 13] Permission denied: 'out.md'" }],
      ["verify", {}],
      ...ids,
    ] as const) {
      const [one, team] = [await here.ask(tool, asked), await there.ask(tool, asked)];
      expect(one.isError, tool).toBeUndefined();
      expect(asOnce(team.structured), tool).toEqual(asOnce(one.structured));
    }
    const names = ({ tools }: Awaited<ReturnType<typeof here.client.listTools>>) => tools.map((tool) => tool.name);
    const all = names(await here.client.listTools());
    expect(names(await there.client.listTools())).toEqual(all.filter((tool) => tool !== "runs"));
  });

  test("the report is that of one disk", () => {
    const report = (directory: string, ...more: string[]) => {
      const window = ["--since", new Date(SINCE).toISOString(), "--until", new Date(UNTIL).toISOString()];
      const answer = telemetry(["report", "--json", "--dir", directory, ...window, ...more]);
      const { generated: _now, score: _here, ...week } = JSON.parse(answer.stdout);
      return week;
    };
    const week = report(local);
    expect(week.summary.total_errors).toBeGreaterThan(1000);
    expect(report(reader, "--from", address())).toEqual(week);
  });
});

/** But for the window, which ends when the question is asked, and the bits of the fence. */
const asOnce = ({ since: _since, until: _until, quoted, ...facts }: Record<string, unknown>): object => ({
  ...facts,
  quoted: taken(String(quoted)).inside,
});

async function pageOf(directory: string, ...flags: string[]) {
  const { origin, token, stop } = await startDashboard(directory, [], flags);
  onTestFinished(async () => void (await stop()));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", origin };
  return {
    get: async (path: string): Promise<unknown> => {
      const answer = await fetch(`${origin}/api/${path}`, { headers });
      expect(answer.status, path).toBe(200);
      return await answer.json();
    },
    post: async (path: string, body: object): Promise<number> =>
      (await fetch(`${origin}/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) })).status,
  };
}
