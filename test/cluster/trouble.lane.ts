// What goes wrong at a real server is one clear line; nothing is lost, and the next push goes on.

import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Answer, telemetry } from "../cli/agent.ts";
import { asked, CLUSTER, clickHouseIn, portsOfServer, type Server, twoShards } from "./servers.ts";
import { lines, storeOf } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "12-factor-trouble-"));
const events = lines(2000, 1);
const MONTH = ["--since", "30d"];

const push = (directory: string, address: string, ...flags: string[]): Answer =>
  telemetry(["push", "--to", address, "--dir", directory, "--yes", ...flags]);
const summary = (directory: string, ...flags: string[]): Answer =>
  telemetry(["summary", "--json", "--dir", directory, ...MONTH, ...flags]);
/** The window ends when the question is asked. */
const facts = ({ stdout }: Answer): object => ({ ...JSON.parse(stdout), since: "", until: "" });

const line = (says: RegExp) => ({ status: 2, stdout: "", stderr: expect.stringMatching(says) });

afterAll(() => rmSync(folder, { recursive: true }));

describe("two shards", () => {
  const machine = storeOf(join(folder, "machine"), events);
  let shards: [Server, Server];
  const at = () => `${shards[0].url}/team`;

  beforeAll(async () => {
    shards = await twoShards(folder);
  });
  afterAll(async () => void (await Promise.all(shards.map((shard) => shard.stop()))));

  test("have the events", () => {
    const [first, second] = shards.map(({ url }) => push(machine, `${url}/team`, "--cluster", CLUSTER).status);
    // The first push finds no tables on the second.
    expect([first, second, push(machine, at()).status]).toEqual([2, 0, 0]);
  });

  test("a reader reads and pushes nothing, a wrong password does neither", () => {
    const as = (user: string, password: string) => ({
      environment: { TELEMETRY_CLICKHOUSE_USER: user, TELEMETRY_CLICKHOUSE_PASSWORD: password },
    });
    const ask = (user: string, password: string) =>
      telemetry(["summary", "--json", "--dir", machine, ...MONTH, "--from", at()], as(user, password));
    expect(facts(ask("reader", "right"))).toEqual(facts(summary(machine)));
    expect(ask("ada", "wrong")).toEqual(line(/\(193\): it does not know this user/));
    appendFileSync(join(machine, "all_errors.jsonl"), `${lines(1, 9).join("")}\n`);
    expect(telemetry(["push", "--to", at(), "--dir", machine], as("reader", "right"))).toEqual(
      line(/\(164\): this user may not do that/),
    );
  });

  test("tables of a newer version are left alone, by readers and by machines", () => {
    asked(shards[0].url, "DROP TABLE team.schema");
    asked(shards[0].url, "CREATE VIEW team.schema AS SELECT 2 AS version");
    const newer = line(/the tables are of version 2, and this program knows version 1\. Update it\.\n$/);
    expect(summary(machine, "--from", at())).toEqual(newer);
    expect(push(machine, at())).toEqual(newer);
    asked(shards[0].url, "DROP TABLE team.schema");
    expect(push(machine, at()).stdout).toMatch("Pushed 1 event ");
  });

  test("while a shard is stopped nothing is told and nothing is lost, and then everything is as it was", async () => {
    await shards[1].stop();
    expect(summary(machine, "--from", at())).toEqual(
      line(/^error: http:\/\/127\.0\.0\.1:\d+ \(279\): one of its shards does not answer\. .*\n$/),
    );
    appendFileSync(join(machine, "all_errors.jsonl"), `${lines(200, 10).join("\n")}\n`);
    expect(push(machine, at())).toMatchObject({ status: 2, stdout: "" });
    await shards[1].start();
    expect(push(machine, at()).status).toBe(0);
    expect(facts(summary(machine, "--from", at()))).toEqual(facts(summary(machine)));
  });
});

describe("one server", () => {
  test("its certificate must be known, and be that of its name", async () => {
    const home = join(folder, "with tls");
    mkdirSync(home);
    const [key, certificate] = [join(home, "key.pem"), join(home, "certificate.pem")];
    const made = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=telemetry", "-keyout", key];
    spawnSync("openssl", ["req", "-x509", ...made, "-out", certificate, "-addext", "subjectAltName=IP:127.0.0.1"]);
    const { http } = await portsOfServer();
    const server = await clickHouseIn(home, {
      ports: await portsOfServer(),
      more: `<https_port>${http}</https_port><openSSL><server><certificateFile>${certificate}</certificateFile>
<privateKeyFile>${key}</privateKeyFile><verificationMode>none</verificationMode></server></openSSL>`,
    });
    onTestFinished(() => server.stop());
    const machine = storeOf(join(home, "machine"), events);
    const pushed = (host: string, environment = {}) =>
      telemetry(["push", "--to", `https://${host}:${http}/team`, "--dir", machine, "--yes"], { environment });
    const known = { NODE_EXTRA_CA_CERTS: certificate };
    const untrusted = {
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(
        /\n.*_CERT.*\): its certificate is not trusted, .* goes into NODE_EXTRA_CA_CERTS\.\n$/,
      ),
    };
    expect(pushed("127.0.0.1")).toEqual(untrusted);
    expect(pushed("localhost", known)).toEqual(untrusted);
    expect(pushed("127.0.0.1", known).stdout).toMatch(`Pushed ${events.length} events`);
    expect(asked(server.url, "SELECT count() FROM team.events FINAL")).toBe(`${events.length}\n`);
  });

  test("a full disk keeps what was answered for, and takes the rest when it has space", async () => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", disk]).status).toBe(0);
    onTestFinished(() => void spawnSync("umount", ["-l", disk]));
    const server = await clickHouseIn(join(disk, "server"), { ports: await portsOfServer() });
    onTestFinished(() => server.stop());
    const at = `${server.url}/team`;
    const machine = storeOf(join(folder, "before a full disk"), events.slice(0, 1000));
    expect(push(machine, at).stdout).toMatch("Pushed 1000 events");
    const filler = join(disk, "filler");
    spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1M"]);
    appendFileSync(join(machine, "all_errors.jsonl"), `${events.slice(1000).join("\n")}\n`);
    expect(push(machine, at)).toEqual(
      line(/: its disk is full\. Nothing is lost here: push again when it has space\.\n$/),
    );
    rmSync(filler);
    expect(push(machine, at).stdout).toMatch("Pushed 1000 events");
    expect(asked(server.url, "SELECT count() FROM team.events FINAL")).toBe("2000\n");
  });
});
