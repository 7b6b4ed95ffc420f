// show, search and tail: what the store holds, event by event.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const AGENT = resolve("bin/agent");

interface Parts {
  [key: string]: unknown;
}

const lineOf = (id: string, parts: Parts = {}) =>
  `${JSON.stringify({
    timestamp: new Date(Date.now() - 60_000).toISOString(),
    repo: "pin-citer",
    agent: "Fetcher",
    error_type: "TimeoutError",
    error_message: `request ${id} timed out`,
    context: { tool: "fetch" },
    telemetry_id: id,
    ...parts,
  })}\n`;

function storeOf(...lines: string[]): string {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "all_errors.jsonl"), lines.join(""));
  return dir;
}

const jsonOf = (args: string[]): Record<string, unknown>[] =>
  telemetry([...args, "--json"])
    .stdout.split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

test("search looks into every field, in any case, and shows the newest last", () => {
  const dir = storeOf(
    lineOf("00000001", { agent: "Index.LOCK" }),
    lineOf("00000002", { stack: ["at f (src/Index.lock.ts:1:1)"] }),
    lineOf("00000003", { cause: [{ error_type: "E", error_message: "index.lock" }] }),
    lineOf("00000004"),
  );
  const ids = (...args: string[]) => jsonOf(["search", ...args, "--dir", dir]).map(({ telemetry_id }) => telemetry_id);
  expect(ids("index.lock")).toEqual(["00000001", "00000002", "00000003"]);
  expect(ids("index.lock", "--limit", "1")).toEqual(["00000003"]);
  expect(ids("timed", "out", "--agent", "Fetcher")).toEqual(["00000002", "00000003", "00000004"]);
  expect(ids("timed out", "--repo", "nosuch")).toEqual([]);
  const screen = telemetry(["search", "index.lock", "--limit", "2", "--dir", dir]).stdout;
  expect(screen).toContain("The newest 2 of 3; --limit 3 shows all.");
  expect(telemetry(["search", "nothing like it", "--dir", dir]).stdout).toContain('holds "nothing like it"');
});

test("show finds an event by its handle, a group by its hash, a pattern by its rule", () => {
  const dir = storeOf(
    lineOf("a0000001"),
    lineOf("a0000002"),
    lineOf("b0000003", { error_type: "GitError", error_message: "fatal: Unable to create '.git/index.lock'" }),
  );
  const [event] = jsonOf(["show", "a0000001", "--dir", dir]);
  expect(event).toMatchObject({
    event: { telemetry_id: "a0000001" },
    group: expect.any(String),
    rules: ["request-timeout"],
  });
  const [group] = jsonOf(["show", String(event?.["group"]).slice(0, 10), "--dir", dir]);
  expect(group).toMatchObject({ group: event?.["group"], count: 2, repos: ["pin-citer"], agents: ["Fetcher"] });
  expect(jsonOf(["show", "git-index", "--dir", dir])).toMatchObject([{ id: "git-index-lock", count: 1 }]);
  expect(telemetry(["show", "a0", "--dir", dir]).status).toBe(2); // too short to mean a handle
  expect(telemetry(["show", "a000", "--dir", dir]).stdout).toMatch(/^2 events begin with a000:\n/);
  expect(telemetry(["show", "nosuch", "--dir", dir])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no event, group or pattern"),
  });
});

class Tail {
  said = "";
  readonly #child: ChildProcessWithoutNullStreams;

  constructor(dir: string, ...args: string[]) {
    this.#child = spawn(process.execPath, [AGENT, "telemetry", "tail", "--json", "--dir", dir, ...args]);
    this.#child.stdout.on("data", (bytes: Buffer) => {
      this.said += String(bytes);
    });
    onTestFinished(() => void this.#child.kill("SIGKILL"));
  }

  /** Handles in the order in which they were shown, when `last` is among them. */
  async until(last: string): Promise<string[]> {
    for (let round = 0; round < 200 && !this.said.includes(last); round++)
      await new Promise((later) => setTimeout(later, 50));
    return [...this.said.matchAll(/"telemetry_id":"(\w+)"/g)].map(([, id = ""]) => id);
  }

  async interrupt(): Promise<unknown> {
    this.#child.kill("SIGINT");
    return new Promise((end) => this.#child.on("close", (code, signal) => end(code ?? signal)));
  }
}

test("tail follows the file through a torn line, a moved file and what a cleaner puts back, and shows each event once", async () => {
  const dir = storeOf(lineOf("00000001"), lineOf("00000002"));
  const path = join(dir, "all_errors.jsonl");
  const now = { timestamp: new Date(Date.now() + 1000).toISOString() };
  const tail = new Tail(dir, "--limit", "1");
  expect(await tail.until("00000002")).toEqual(["00000002"]);
  const half = lineOf("00000003", now);
  appendFileSync(path, half.slice(0, 50));
  await new Promise((later) => setTimeout(later, 500));
  appendFileSync(path, half.slice(50) + lineOf("00000004", { ...now, repo: "cite-assist" }));
  expect(await tail.until("00000004")).toEqual(["00000002", "00000003", "00000004"]);
  renameSync(path, `${path}.q1-1`);
  appendFileSync(`${path}.q1-1`, lineOf("00000005", now)); // by a writer that still had it open
  writeFileSync(path, lineOf("00000001") + half + lineOf("00000006", now));
  expect(await tail.until("00000006")).toEqual(["00000002", "00000003", "00000004", "00000005", "00000006"]);
  expect(await tail.interrupt()).toBe("SIGINT");
});

test("tail waits for a store that is not there yet, and shows only what it is asked for", async () => {
  const dir = temporaryFolder();
  const tail = new Tail(dir, "--repo", "cite-assist");
  await new Promise((later) => setTimeout(later, 500));
  const now = { timestamp: new Date(Date.now() + 5000).toISOString() };
  appendFileSync(
    join(dir, "all_errors.jsonl"),
    lineOf("00000001", now) + lineOf("00000002", { ...now, repo: "cite-assist" }),
  );
  expect(await tail.until("00000002")).toEqual(["00000002"]);
});
