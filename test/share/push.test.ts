import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { targetOf } from "../../tools/share/cluster/target.ts";
import { type Answer, atTerminal, hasScript, telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { clickHouse } from "./clickhouse.ts";

const EVENTS = 108;
const storeOf = (directory: string) => readFileSync(join(directory, "all_errors.jsonl"));

function week(): string {
  const directory = temporaryFolder();
  writeWeek(directory);
  return directory;
}

const push = (directory: string, address: string, environment = {}): Answer =>
  telemetry(["push", "--dir", directory, "--to", address, "--yes"], { environment });

const WRONG: [string, Parameters<typeof clickHouse>[0], RegExp][] = [
  ["bad credentials", { fail: { query: "SELECT", code: 516 } }, /\(516\): it does not know this user and password/],
  ["an old server's bad credentials", { fail: { query: "SELECT", code: 193 } }, /\(193\): it does not know this user/],
  ["a user who may only read", { fail: { query: "INSERT", code: 164 } }, /\(164\): this user may not do that/],
  ["a refusal before all rows were heard", { fail: { query: "INSERT", code: 164, deaf: true } }, /\(164\): this user/],
  ["tables of a newer version", { version: 2 }, /the tables are of version 2, and this program knows version 1/],
  ["a full disk", { fail: { query: "INSERT", code: 243 } }, /\(243\): its disk is full\. Nothing is lost here/],
  ["a shard that does not answer", { fail: { query: "INSERT", code: 279 } }, /\(279\): one of its shards does not/],
  ["a proxy's page", { fail: { html: true } }, /the answer is not ClickHouse's \("<html>Bad Gateway<\/html>"\)/],
  ["an error that nobody has named", { fail: { query: "SELECT", code: 4242 } }, /\(4242\): it says/],
];

test.each(WRONG)("%s is one line, nothing is lost, and the next push goes on", async (_, how, line) => {
  const directory = week();
  const before = storeOf(directory);
  const wrong = await clickHouse(how);
  const { status, stdout, stderr } = push(directory, wrong.address);
  expect({ status, stdout, error: stderr.split("\n").slice(-2) }).toEqual({
    status: 2,
    stdout: "",
    error: [expect.stringMatching(line), ""],
  });
  expect(storeOf(directory)).toEqual(before);
  const well = await clickHouse();
  expect(push(directory, well.address).stdout).toMatch(`Pushed ${EVENTS} events`);
  expect(well.rows()).toHaveLength(EVENTS);
});

test.each([
  ["nobody listens", "http://127.0.0.1:1/team", /ECONNREFUSED.*nobody listens there/],
  ["there is no such host", "https://no-such-host.invalid/team", /there is no host of that name|the connection broke/],
])("that %s is one line", (_, address, line) => {
  const { status, stderr } = push(week(), address);
  expect([status, stderr.trim().split("\n").at(-1)]).toEqual([2, expect.stringMatching(line)]);
});

test("that a server speaks no TLS is one line", async () => {
  const { port } = await clickHouse();
  const { status, stderr } = push(week(), `https://127.0.0.1:${port}/team`);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/its certificate is not trusted, or it speaks no TLS/)]);
});

test("an event is pushed once: again when the store has more, whole days when they were rewritten", async () => {
  const directory = week();
  const server = await clickHouse();
  push(directory, server.address);
  const first = server.rows();
  expect(new Set(first.map(({ identity }) => identity)).size).toBe(EVENTS);
  expect(push(directory, server.address).stdout).toMatch("Pushed 0 events");
  expect(server.rows()).toHaveLength(EVENTS);
  writeFileSync(join(directory, "all_errors.jsonl"), storeOf(directory).toString().replaceAll("out.md", "it.md"));
  push(directory, server.address);
  const again = server.rows().slice(EVENTS);
  expect(again.length).toBeGreaterThanOrEqual(12);
  // A rewritten event takes the place of what it was.
  expect(again.every(({ identity }) => first.some((row) => row["identity"] === identity))).toBe(true);
  expect(again.filter(({ error_message }) => String(error_message).includes("it.md"))).toHaveLength(12);
});

test("what a push was killed over is sent by the next one", async () => {
  const directory = temporaryFolder();
  for (let day = 0; day < 120; day++) writeWeek(directory, Date.now() - day * 1000);
  const count = new Set(storeOf(directory).toString().trim().split("\n").map(identityIn)).size;
  const log = join(temporaryFolder(), "rows");
  const half = await clickHouse({ fail: { query: "INSERT INTO `team`", code: 60, after: 1 } }, log);
  const failed = push(directory, half.address);
  expect(failed.status).toBe(2);
  const taken = half.rows().length;
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(count);
  // The same server, at another address: what it has, it has.
  const well = await clickHouse({}, log);
  const kept = JSON.parse(readFileSync(join(directory, "push.json"), "utf8"));
  kept.targets[`http://127.0.0.1:${well.port}/team`] = kept.targets[`http://127.0.0.1:${half.port}/team`];
  writeFileSync(join(directory, "push.json"), JSON.stringify(kept));
  expect(push(directory, well.address).status).toBe(0);
  expect(well.rows()).toHaveLength(count);
  expect(new Set(well.rows().map(({ identity }) => identity)).size).toBe(count);
});

function identityIn(line: string): string {
  const { telemetry_id, timestamp, repo } = JSON.parse(line);
  return JSON.stringify([telemetry_id, timestamp, repo]);
}

test("the first time nothing goes without a word, and what would go is shown", async () => {
  const directory = week();
  const server = await clickHouse();
  const { status, stderr } = telemetry(["push", "--dir", directory, "--to", server.address]);
  expect([status, server.rows()]).toEqual([2, []]);
  expect(stderr).toMatch(`To ${server.address} as default would go`);
  expect(stderr).toMatch("108 events, sanitized again:");
  expect(stderr).toMatch(/ {2}article-analytics 6\d\n/);
  expect(stderr).toMatch("Nothing was sent");
  expect(existsSync(join(directory, "push.json"))).toBe(false);
});

test.runIf(hasScript)("the word is the server's name, and is asked for once", async () => {
  const directory = week();
  const server = await clickHouse();
  const words = ["push", "--dir", directory, "--to", server.address];
  expect(atTerminal(words, "yes\n").screen).toMatch("Nothing was sent");
  expect(server.rows()).toEqual([]);
  expect(atTerminal(words, `127.0.0.1:${server.port}\n`).screen).toMatch(`Pushed ${EVENTS} events`);
  expect(telemetry(words)).toMatchObject({ status: 0, stdout: expect.stringMatching("Pushed 0 events") });
});

test("every row is sanitized again with today's rules, and so is the example", async () => {
  const directory = temporaryFolder();
  const line = `{"timestamp":"${new Date().toISOString()}","repo":"r","agent":"A","error_type":"E","error_message":"no ada@example.com","context":{},"telemetry_id":"00000001"}\n`;
  writeFileSync(join(directory, "all_errors.jsonl"), line);
  const server = await clickHouse();
  const { stderr } = push(directory, server.address);
  expect(stderr + JSON.stringify(server.rows())).not.toMatch("ada@example.com");
  expect(server.rows()).toMatchObject([{ error_message: "no ***EMAIL***" }]);
});

test("half a pair of code units does not make a batch unreadable", async () => {
  const directory = temporaryFolder();
  const event = { timestamp: new Date().toISOString(), repo: "r", agent: "A", error_type: "E", context: {} };
  const messages = ["cut \ud83d", "\udc00 rest", "whole \ud83d\ude00", "text \\ud800"];
  const lines = messages.map((error_message, index) =>
    JSON.stringify({ ...event, error_message, telemetry_id: `0000000${index}` }),
  );
  writeFileSync(join(directory, "all_errors.jsonl"), `${lines.join("\n")}\n`);
  const server = await clickHouse();
  push(directory, server.address);
  expect(server.rows().map(({ error_message }) => error_message)).toEqual([
    "cut \ufffd",
    "\ufffd rest",
    "whole \ud83d\ude00",
    "text \\ud800",
  ]);
});

const REFUSED: [string, RegExp][] = [
  ["clickhouse", /no address of a ClickHouse server/],
  ["ftp://host/db", /no address of a ClickHouse server/],
  ["https://ada:secret@host/db", /a user or a password in it/],
  ["https://host/db?password=x", /and nothing else/],
  ["https://host/a/b", /and nothing else/],
  ["http://example.com:8123/db", /in the clear/],
  ["http://127.0.0.1.example.com/db", /in the clear/],
];

test.each(REFUSED)("%s is refused before anything is opened", (address, why) => {
  expect(() => targetOf(address, {})).toThrow(why);
});

test("a password comes from the environment, or from a file that only its owner may read", () => {
  const path = join(temporaryFolder(), "password");
  writeFileSync(path, "from a file\n", { mode: 0o600 });
  const environment = { TELEMETRY_CLICKHOUSE_USER: "ada", TELEMETRY_CLICKHOUSE_PASSWORD: "from the environment" };
  expect(targetOf("https://host", environment)).toEqual({
    ...{ url: "https://host", database: "telemetry", username: "ada", password: "from the environment" },
  });
  const withFile = { ...environment, TELEMETRY_CLICKHOUSE_PASSWORD_FILE: path };
  expect(targetOf("https://host", withFile).password).toBe("from a file");
  chmodSync(path, 0o640);
  expect(() => targetOf("https://host", withFile)).toThrow(/chmod 600/);
});

test("--every prints a line for cron that asks nobody, after a push by hand, and no password", async () => {
  const directory = week();
  const server = await clickHouse();
  const environment = { TELEMETRY_CLICKHOUSE_USER: "ada", TELEMETRY_CLICKHOUSE_PASSWORD: "secret-1" };
  const scheduled = (span: string) =>
    telemetry(["push", "--dir", directory, "--to", server.address, "--every", span], { environment });
  expect(scheduled("1h")).toMatchObject({ status: 2, stderr: expect.stringMatching("Push once by hand before") });
  push(directory, server.address);
  const { stdout, stderr } = scheduled("1h");
  expect(stdout).toMatch(
    /^\d+ \*\/1 \* \* \* env TELEMETRY_CLICKHOUSE_USER=ada .* push --to .* # 12-factor-telemetry-push\n$/,
  );
  expect(stdout + stderr).not.toMatch("secret-1");
  expect(stderr).toMatch("put the password into a file");
  expect(scheduled("30m").stdout).toMatch(/^\d+,\d+ \* \* \* \* /);
  expect(scheduled("7m")).toMatchObject({ status: 2, stderr: expect.stringMatching("cron knows parts of an hour") });
});

test("without the client's package one line tells how to get it", () => {
  const none = `data:text/javascript,${encodeURIComponent(`
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(\`export async function resolve(name, context, next) {
      if (name === "@clickhouse/client") throw Object.assign(new Error("none"), { code: "ERR_MODULE_NOT_FOUND" });
      return next(name, context);
    }\`));`)}`;
  const { status, stderr } = push(week(), "http://127.0.0.1:1/team", { NODE_OPTIONS: `--import=${none}` });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/npm install @clickhouse\/client@1\.23\.1\n$/)]);
});

test("the client that is named is the one that is tried", () => {
  const { stdout } = spawnSync("npm", ["ls", "@clickhouse/client", "--depth=0", "--json"], { encoding: "utf8" });
  expect(JSON.parse(stdout).dependencies["@clickhouse/client"].version).toBe("1.23.1");
});
