// The rights of docs/team.md, as printed, on today's ClickHouse: who makes the tables, a machine and a reader can do what they are for, and
// no more. chDB knows one user, whose rights stand in its settings: each role is that user in its turn, over the same data.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { type Answer, telemetry } from "../cli/agent.ts";
import { asked, chdb, type Server } from "./servers.ts";
import { lines, storeOf } from "./store.ts";

const LANE = process.env["LANE"] ?? "";
const folder = mkdtempSync(join(tmpdir(), "12-factor-rights-"));
const events = lines(2000, 1);
const machine = storeOf(join(folder, "machine"), events);
const elsewhere = storeOf(join(folder, "elsewhere"));
let server: Server;

afterEach(() => server.stop());
afterAll(() => rmSync(folder, { recursive: true }));

const STATEMENTS = (/```sql\n([\s\S]*?)```/.exec(readFileSync("docs/team.md", "utf8"))?.[1] ?? "")
  .replace(/^--.*$/gm, "")
  .split(";")
  .map((statement) => statement.trim())
  .filter((statement) => statement !== "");

async function as(role: string): Promise<string> {
  const own = STATEMENTS.filter((statement) => statement.endsWith(` TO ${role}`));
  const grants = own.map((one) => /^(GRANT .*) TO /.exec(one)?.[1]).filter((grant) => grant !== undefined);
  const filters = own.map(
    (one) => /^CREATE ROW POLICY \w+ ON telemetry\.events FOR SELECT USING (.*) TO /.exec(one)?.[1],
  );
  const filter = filters.find((found) => found !== undefined);
  expect(grants.length).toBeGreaterThan(0);
  const settings = join(folder, `${role}.xml`);
  const users = join(folder, `${role}-users.xml`);
  writeFileSync(settings, `<clickhouse><users_config>${users}</users_config></clickhouse>`);
  writeFileSync(
    users,
    `<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password>
<networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota>
<grants>${grants.map((grant) => `<query>${grant}</query>`).join("")}</grants>
${filter === undefined ? "" : `<databases><telemetry><events><filter>${filter}</filter></events></telemetry></databases>`}
</default></users></clickhouse>`,
  );
  server = await chdb(LANE, [join(folder, "data"), settings]);
  return `${server.url}/telemetry`;
}

const push = (directory: string, address: string): Answer =>
  telemetry(["push", "--to", address, "--dir", directory, "--yes"]);
const summary = (directory: string, ...flags: string[]) =>
  telemetry(["summary", "--json", "--since", "30d", "--dir", directory, ...flags]);
const refused = { status: 2, stdout: "", stderr: expect.stringMatching(/\(497\): this user may not do that/) };

test("every statement is one that ClickHouse reads", async () => {
  server = await chdb(LANE);
  expect(STATEMENTS.length).toBeGreaterThan(5);
  for (const statement of STATEMENTS)
    expect(asked(server.url, `SELECT formatQuery('${statement.replaceAll("'", "''")}')`)).toMatch(/^(?:GRANT|CREATE) /);
});

test("who makes the tables pushes first", async () => {
  expect(push(storeOf(join(folder, "admin"), events.slice(0, 1)), await as("admin")).stdout).toMatch("Pushed 1 event ");
});

test("a machine pushes, and reads nothing", async () => {
  const address = await as("machine");
  expect(push(machine, address).stdout).toMatch(`Pushed ${events.length} events`);
  expect(summary(elsewhere, "--from", address)).toEqual(refused);
});

test("a reader sees the repositories of the policy and no other, and pushes nothing", async () => {
  const address = await as("reader");
  const own = storeOf(
    join(folder, "own"),
    events.filter((event) => ["pin-citer", "cite-assist"].includes(JSON.parse(event).repo)),
  );
  // The window ends when the question is asked.
  const facts = ({ stdout }: Answer) => ({ ...JSON.parse(stdout), since: "", until: "" });
  const seen = facts(summary(elsewhere, "--from", address));
  expect(seen.affected_repos.map(({ repo }: { repo: string }) => repo).sort()).toEqual(["cite-assist", "pin-citer"]);
  expect(seen).toEqual(facts(summary(own)));
  expect(push(own, address)).toMatchObject({ status: 2, stderr: expect.stringMatching(/\(497\): this user may not/) });
});
