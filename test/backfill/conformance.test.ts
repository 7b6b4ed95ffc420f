// Every importer keeps the same laws, each on a session in its own format.

import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "../cli/agent.ts";
import { CANARY, SESSIONS, type Session, write, writeDatabase } from "./logs.ts";

const ALL = Object.entries(SESSIONS).flatMap(([source, sessions]) =>
  sessions.map((session) => [source, session.path, session] as const),
);

/** Where a log does not tell more. */
const REPOS: Readonly<Record<string, string>> = { gemini: "pin", cursor: "citer" };

function preview(source: string, files: readonly string[]): Record<string, unknown>[] {
  const { status, stdout, stderr } = telemetry([
    "import",
    source,
    ...files.flatMap((file) => ["--file", file]),
    "--dry-run",
    "--json",
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

test.each(ALL)(
  "%s: the failures of a session are found, each with its line, and nothing else (%s)",
  (source, _path, session) => {
    const file = write(temporaryFolder(), session);
    expect(preview(source, [file]).map(factsOf)).toEqual(
      session.expected.map((failure) => ({
        file,
        repo: REPOS[source] ?? "pin-citer",
        ...failure,
      })),
    );
  },
);

function factsOf(event: Record<string, unknown>): unknown {
  const { file, repo, line, ref, agent, class: kind, error_type, error_message, context } = event;
  const { exit_code } = context as { exit_code?: number };
  return {
    file,
    repo,
    line,
    ref,
    agent,
    class: kind,
    error_type,
    error_message,
    ...(exit_code !== undefined && { exit_code }),
  };
}

test.each(ALL)("%s: prompts, commands, arguments and contents are not taken (%s)", (source, _path, session) => {
  expect(session.text).toContain(CANARY.split(" ")[0]);
  const answer = JSON.stringify(preview(source, [write(temporaryFolder(), session)]));
  for (const word of CANARY.split(" ")) expect(answer).not.toContain(word);
});

const FOUND = ALL.filter(([source]) => source !== "opencode");

test.each(FOUND)("%s: a record that is still being written is read when it is whole (%s)", (source, _path, session) => {
  const home = temporaryFolder();
  const half = session.text.length - 12;
  const count = () =>
    JSON.parse(telemetry(["import", source, "--json"], { environment: { HOME: home } }).stdout).recorded;
  write(home, { ...session, text: session.text.slice(0, half) });
  const before = count();
  write(home, session);
  expect(before + count()).toBe(session.expected.length);
});

test("opencode: a database tells what an export tells", () => {
  const folder = temporaryFolder();
  const [session] = SESSIONS["opencode"] as readonly [Session];
  const path = join(folder, "opencode.db");
  writeDatabase(path);
  const exported = preview("opencode", [write(folder, session)]).map(essence);
  expect(preview("opencode", [path]).map(essence).sort(byRef)).toEqual(exported.sort(byRef));
});

const essence = ({ ref, agent, repo, timestamp, error_type, error_message, context }: Record<string, unknown>) => ({
  ref,
  agent,
  repo,
  timestamp,
  error_type,
  error_message,
  context,
});
const byRef = (a: { ref: unknown }, b: { ref: unknown }) => String(a.ref).localeCompare(String(b.ref));

test("a second import reads only what is new, and records nothing twice", () => {
  const home = temporaryFolder();
  const [session] = SESSIONS["claude-code"] as readonly [Session];
  const file = write(home, session);
  const run = () => JSON.parse(telemetry(["import", "claude-code", "--json"], { environment: { HOME: home } }).stdout);
  expect(run()).toMatchObject({
    files: 1,
    recorded: 5,
    classes: { command_error: 1, tool_error: 1, api_error: 2, hook_error: 1 },
    repos: { "pin-citer": 5 },
  });
  expect(run().recorded).toBe(0);
  const [, call, result] = session.text.split("\n");
  appendFileSync(file, `${call?.replaceAll("t1", "t9")}\n${result?.replaceAll("t1", "t9").replace("u2", "u99")}\n`);
  expect(run().recorded).toBe(1);
  // A session that was resumed in a file of its own repeats its records.
  write(home, { ...session, path: session.path.replace("s1", "s2") });
  expect(run().recorded).toBe(0);
});

test("all sources are looked for where they lie, and consent is asked", () => {
  const home = temporaryFolder();
  for (const sessions of Object.values(SESSIONS)) for (const session of sessions) write(home, session);
  writeDatabase(join(home, ".local/share/opencode/opencode.db"));
  const environment = { HOME: home };
  expect(
    telemetry(["import", "all"], { environment: { ...environment, TELEMETRY_ENABLED: "false" } }).stderr,
  ).toContain("nothing imported");
  const { status, stdout } = telemetry(["import", "all"], { environment });
  expect(status).toBe(0);
  expect(stdout).toContain("Recorded 24 failures from 9 logs.");
  for (const source of Object.keys(SESSIONS)) expect(stdout).toContain(source);
  expect(telemetry(["summary", "--since", "400d"], { environment }).stdout).toContain("Total Errors: 24");
});

test("months of old logs are still there the day after they were imported", () => {
  const home = temporaryFolder();
  const environment = { HOME: home };
  const [session] = SESSIONS["claude-code"] as readonly [Session];
  write(home, { ...session, text: session.text.replaceAll("2026-11-20T", "2026-03-20T") });
  telemetry(["import", "claude-code"], { environment });
  // A process of another day tidies up before it records.
  telemetry(["record"], { environment, input: "ValueError: today\n" });
  expect(telemetry(["summary", "--since", "400d"], { environment }).stdout).toContain("Total Errors: 6");
});

test.each([
  ["pin-citer", "pin-citer"],
  ["ada+pin-citer", "pin-citer"],
  ["notepad++", "notepad++"],
])("aider in a folder %s: the repository is %s", (folder, repo) => {
  const [session] = SESSIONS["aider"] as readonly [Session];
  const file = write(temporaryFolder(), { ...session, path: `${folder}/.aider.chat.history.md` });
  expect(new Set(preview("aider", [file]).map((event) => event["repo"]))).toEqual(new Set([repo]));
});

test("what is too long to be read is told, and the rest is imported", () => {
  const [session] = SESSIONS["claude-code"] as readonly [Session];
  const file = write(temporaryFolder(), { ...session, text: `{"x":"${"y".repeat(17 << 20)}"}\n${session.text}` });
  const { stdout } = telemetry(["import", "claude-code", "--file", file, "--dry-run"]);
  expect(stdout).toContain("1 lines over 16 MiB were skipped");
  expect(stdout).toContain("Would record 5 failures");
});
