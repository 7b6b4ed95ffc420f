// Replicas: a cluster of two shards, the first of them twice, kept together by ZooKeeper. One push makes the tables on all of its servers.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, telemetry } from "../cli/agent.ts";
import { asked, CLUSTER, clickHouseIn, portsOfServer, type Server, zooKeeperIn } from "./servers.ts";
import { lines, storeOf } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "12-factor-keeper-"));
const events = lines(4000, 1);
const half = events.length / 2;
let keeper: Server;
/** Both replicas of the first shard, and the second shard. */
let servers: [Server, Server, Server];

beforeAll(async () => {
  keeper = await zooKeeperIn(join(folder, "keeper"));
  const [a, b, c] = [await portsOfServer(), await portsOfServer(), await portsOfServer()];
  const server = (name: string, shard: number, ports: typeof a) =>
    clickHouseIn(join(folder, name), {
      ports,
      shards: [[a, b], [c]],
      more: `<zookeeper><node><host>127.0.0.1</host><port>${new URL(keeper.url).port}</port></node><session_timeout_ms>4000</session_timeout_ms></zookeeper>
<macros><shard>${shard}</shard><replica>${name}</replica></macros><distributed_ddl><path>/clickhouse/ddl</path></distributed_ddl>`,
    });
  servers = await Promise.all([server("a", 1, a), server("b", 1, b), server("c", 2, c)]);
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await keeper.stop();
  rmSync(folder, { recursive: true });
});

const push = (directory: string, { url }: Server, ...flags: string[]): Answer =>
  telemetry(["push", "--to", `${url}/team`, "--dir", directory, "--yes", ...flags]);
const answered = ({ status, stdout }: Answer): object => {
  expect(status).toBe(0);
  // The window ends when the question is asked.
  return { ...JSON.parse(stdout), since: "", until: "" };
};
const summary = (directory: string, ...flags: string[]): object =>
  answered(telemetry(["summary", "--json", "--since", "30d", "--dir", directory, ...flags]));
const counted = ({ url }: Server, table = "events"): number =>
  Number(asked(url, `SELECT count() FROM team.${table} FINAL`));

const machine = storeOf(join(folder, "machine"), events.slice(0, half));
const reader = storeOf(join(folder, "reader"));

test("one push makes replicated tables on every server, and any of them answers as one disk does", async () => {
  expect(push(machine, servers[0], "--cluster", CLUSTER)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(`Pushed ${half} events`),
  });
  const engines = "SELECT name, engine FROM system.tables WHERE database = 'team' ORDER BY name FORMAT JSONEachRow";
  for (const { url } of servers)
    expect(
      asked(url, engines)
        .trim()
        .split("\n")
        .map((row) => Object.values(JSON.parse(row))),
    ).toEqual([
      ["events", "Distributed"],
      ["events_shard", "ReplicatedReplacingMergeTree"],
      ["schema", "View"],
      ["words", "Distributed"],
      ["words_shard", "ReplicatedReplacingMergeTree"],
    ]);
  await together();
  const shards = servers.map((server) => counted(server, "events_shard")) as [number, number, number];
  expect([shards[0], shards[0] + shards[2]]).toEqual([shards[1], half]);
  expect(shards[2]).toBeGreaterThan(half / 3);
  for (const { url } of servers) expect(summary(reader, "--from", `${url}/team`)).toEqual(summary(machine));
});

test("with a replica away pushes and questions go on, nothing is twice, and it has everything when it is back", async () => {
  await servers[0].stop();
  writeFileSync(join(machine, "all_errors.jsonl"), `${events.join("\n")}\n`);
  // Another address is another server to a machine: all of it goes again.
  expect(push(machine, servers[2]).stdout).toMatch(`Pushed ${events.length} events`);
  expect(counted(servers[2])).toBe(events.length);
  expect(summary(reader, "--from", `${servers[2].url}/team`)).toEqual(summary(machine));
  await servers[0].start();
  await together();
  expect(counted(servers[0])).toBe(events.length);
  expect(summary(reader, "--from", `${servers[0].url}/team`)).toEqual(summary(machine));
});

/** Replicas take over from each other soon, not at once. */
async function together(): Promise<void> {
  const waiting = "SELECT sum(absolute_delay + queue_size + is_readonly) FROM system.replicas";
  for (let tries = 0; servers.some(({ url }) => asked(url, waiting).trim() !== "0"); tries++) {
    if (tries > 200) throw new Error("The replicas did not come together.");
    await pause(100);
  }
}
