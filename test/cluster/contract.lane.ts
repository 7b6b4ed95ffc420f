// One contract, three backends: what the store of a machine answers, chDB and two shards of a real ClickHouse answer too, to the last
// figure. LANE names a folder in which chdb is installed, EVENTS how many there are.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../tools/share/cluster/sql.ts";
import { type Answer, telemetry } from "../cli/agent.ts";
import { straced } from "../strace.ts";
import { asked, CLUSTER, chdb, type Server, twoShards } from "./servers.ts";
import { lines, storeOf, UNTIL } from "./store.ts";

const LANE = process.env["LANE"] ?? "";
const EVENTS = Number(process.env["EVENTS"] ?? 20_000);

const folder = mkdtempSync(join(tmpdir(), "12-factor-cluster-"));
let chdbServer: Server;
let shards: [Server, Server];

/** Of two machines that have a tenth of their events in common: a store that was copied. */
const [ada, common, bob] = [lines(EVENTS / 2, 1), lines(EVENTS / 10, 2), lines(EVENTS / 2 - EVENTS / 10, 3)];
const machineA = storeOf(join(folder, "a"), ada, common);
const machineB = storeOf(join(folder, "b"), common, bob);
/** What one disk would have. */
const together = storeOf(join(folder, "together"), ada, common, bob);

beforeAll(async () => {
  [chdbServer, shards] = await Promise.all([chdb(LANE), twoShards(folder)]);
});

afterAll(async () => {
  await Promise.all([chdbServer, ...shards].map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

const BACKENDS = {
  chDB: { address: () => `${chdbServer.url}/team`, url: () => chdbServer.url, flags: [] },
  "two shards": { address: () => `${shards[0].url}/team`, url: () => shards[0].url, flags: ["--cluster", CLUSTER] },
};

const [SINCE, TO] = [UNTIL - 7 * 24 * 3_600_000 + 4_321_000, UNTIL - 3_000_000].map((at) => new Date(at).toISOString());
const WINDOW = ["--since", SINCE as string, "--until", TO as string];
const QUESTIONS = [
  "summary",
  "patterns",
  "summary --repo pin-citer",
  "summary --type ECONNREFUSED --agent IssueFixerAgent",
  "search index.lock --limit 40",
  "search äö",
  "search operation=read --repo cite-assist",
  "search src/a1.ts --limit 3",
  "search %s {x:String}",
  'search it\'s "quoted" \\ and',
  "search nothing holds this",
  "show 000001",
  "show git-index-lock",
  "show connection",
];

const json = (directory: string, question: string, ...more: string[]): Answer => {
  const [command = "", ...words] = question.split(" ");
  const flags = words.findIndex((word) => word.startsWith("--"));
  const subject = words.slice(0, flags < 0 ? undefined : flags).join(" ");
  const rest = flags < 0 ? [] : words.slice(flags);
  return telemetry([
    command,
    ...(subject === "" ? [] : [subject]),
    "--json",
    "--dir",
    directory,
    ...WINDOW,
    ...rest,
    ...more,
  ]);
};

const push = (directory: string, address: string, ...flags: string[]): Answer =>
  telemetry(["push", "--to", address, "--dir", directory, "--yes", ...flags]);

/** Groups that the store knows, a few. */
const groupsIn = (directory: string): string[] =>
  JSON.parse(json(directory, "patterns").stdout)
    .flatMap(({ groups }: { groups: string[] }) => groups)
    .slice(0, 2);

/** What one disk answers. */
const answers = new Map<string, Answer>();

function equalTo(reader: string, address: string): void {
  for (const question of [...QUESTIONS, ...groupsIn(together).map((group) => `show ${group}`)]) {
    const answer = answers.get(question) ?? json(together, question);
    answers.set(question, answer);
    expectSame(json(reader, question, "--from", address), answer, question);
  }
}

/** Answers are long: where they part is enough to see. */
function expectSame(found: Answer, wanted: Answer, question = "summary"): void {
  const [a, b] = [found, wanted].map((answer) => JSON.stringify(answer)) as [string, string];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const near = (text: string) => text.slice(Math.max(0, at - 100), at + 200);
  expect(near(a), question).toBe(near(b));
}

test("shards have their tables after one push to each, and say which is missing", () => {
  const none = storeOf(join(folder, "none"), ada.slice(0, 1));
  expect(push(none, `${shards[0].url}/team`, "--cluster", CLUSTER)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/not on every shard\. `push` makes the tables/),
  });
  expect(push(none, `${shards[1].url}/team`, "--cluster", CLUSTER).stdout).toMatch("Pushed 1 event ");
});

describe.each(Object.entries(BACKENDS))("%s", (name, { address, url, flags }) => {
  test("two machines push the same repositories, one of them is killed half way, and nothing is twice or missing", async () => {
    expect(push(machineA, address(), ...flags).stdout).toMatch(`Pushed ${ada.length + common.length} events`);
    const before = Number(asked(url(), "SELECT count() FROM team.events FINAL"));
    expect(before).toBe(ada.length + common.length);
    const killed = spawn(process.execPath, [
      resolve("bin/agent"),
      "telemetry",
      "push",
      "--to",
      address(),
      "--dir",
      machineB,
      "--yes",
    ]);
    const ended = once(killed, "exit");
    while (Number(asked(url(), "SELECT count() FROM team.events")) <= before) await pause(5);
    killed.kill("SIGKILL");
    await ended;
    expect(Number(asked(url(), "SELECT count() FROM team.events FINAL"))).toBeLessThanOrEqual(EVENTS);
    expect(push(machineB, address()).status).toBe(0);
    expect(Number(asked(url(), "SELECT count() FROM team.events FINAL"))).toBe(EVENTS);
    expect(push(machineB, address()).stdout).toMatch("Pushed 0 events");
  });

  test("every question is answered as by one disk with all of it", () =>
    equalTo(storeOf(join(folder, name)), address()));

  test("a machine that forgot what it has pushed pushes all of it again, and nothing changes", async () => {
    rmSync(join(machineA, "push.json"));
    expect(push(machineA, address()).stdout).toMatch(`Pushed ${ada.length + common.length} events`);
    expect(Number(asked(url(), "SELECT count() FROM team.events FINAL"))).toBe(EVENTS);
    expectSame(json(machineA, "summary", "--from", address()), json(together, "summary"));
  });

  test("events that another version has judged are judged anew where they are read", () => {
    const rule = {
      id: "own-rule",
      suggestion: "s",
      match: { any: ["out.md"] },
      samples: { match: ["out.md"], no_match: [] },
    };
    const [own, reader] = [join(folder, `own ${name}`), join(folder, `reader ${name}`)].map((path) =>
      storeOf(path, ada, common, bob),
    );
    const rules = JSON.stringify({ rules: [rule] });
    for (const directory of [own as string, reader as string]) writeFileSync(join(directory, "rules.json"), rules);
    const local = json(own as string, "summary");
    expect(local.stdout.includes('"id":"own-rule"')).toBe(true);
    expectSame(json(reader as string, "summary", "--from", address()), local);
  });

  test("a word that one machine says and pushes counts for all", () => {
    expect(telemetry(["mute", "git-index-lock", "--dir", machineA]).stderr).toBe("");
    expect(push(machineA, address()).stdout).toMatch(/ and [1-9]\d* words? /);
    copyFileSync(join(machineA, "state.jsonl"), join(together, "state.jsonl"));
    expectSame(json(machineB, "summary", "--from", address()), json(together, "summary"));
    expect(JSON.stringify(json(machineB, "patterns", "--from", address()))).toMatch("muted");
    // Taken back, so that no word decides in what follows.
    expect(telemetry(["reopen", "git-index-lock", "--dir", machineA]).stderr).toBe("");
    expect(push(machineA, address()).status).toBe(0);
    rmSync(join(together, "state.jsonl"));
    expectSame(json(machineB, "summary", "--from", address()), json(together, "summary"));
  });

  test("any text comes back from a query as it was", () => {
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: fc.constantFrom("'", "\\", "`", "\0", "\n", "x", "ä", "{", "%") }),
      ),
      500,
    );
    const query = `${texts.map((text) => sql`SELECT ${text} AS a`.text).join(" UNION ALL ")} FORMAT JSONEachRow`;
    const back = asked(url(), query)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).a);
    expect(new Set(back)).toEqual(new Set(texts));
  });

  test("only the named host is connected to, and without --from none", () => {
    const trace = join(folder, "trace");
    const connections = (args: readonly string[]) => {
      const [strace, ...watched] = straced(trace, "connect,sendto,bind");
      const command = [process.execPath, resolve("bin/agent"), "telemetry", ...args];
      spawnSync(strace, [...watched, ...command], { stdio: "ignore" });
      return [
        ...new Set(
          readFileSync(trace, "utf8").match(/sin6?_port=htons\(\d+\), (?:sin_addr=inet_addr\("[^"]+"\)|.*?\))/g) ?? [],
        ),
      ];
    };
    const { port } = new URL(url());
    const host = [`sin_port=htons(${port}), sin_addr=inet_addr("127.0.0.1")`];
    expect(connections(["summary", "--dir", machineA, "--from", address()])).toEqual(host);
    expect(connections(["search", "lost", "--dir", machineA, "--from", address()])).toEqual(host);
    expect(connections(["push", "--dir", machineA, "--to", address()])).toEqual(host);
    expect(connections(["summary", "--dir", machineA])).toEqual([]);
  });
});
