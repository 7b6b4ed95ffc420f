import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { atTerminal, hasScript, telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { asking, taken } from "../mcp/client.ts";
import { hasStrace, straced } from "../strace.ts";

const ADVISER = resolve("test/fixtures/adviser.mjs");

interface Set {
  directory: string;
  seen: string;
}

function configured(how: string, more: object = {}): Set {
  const directory = temporaryFolder();
  const seen = join(temporaryFolder(), "seen");
  writeWeek(directory);
  const advise = { command: [process.execPath, ADVISER, how, seen], ...more };
  writeFileSync(join(directory, "config.json"), JSON.stringify({ advise }));
  return { directory, seen };
}

const wordsFor = (directory: string, more: readonly string[] = []) => [
  ...["advise", "git-index-lock", ...more],
  ...["--dir", directory],
];

const advise = (directory: string, more: readonly string[] = []) =>
  telemetry(wordsFor(directory, ["--yes", ...more]), { environment: { CLAUDECODE: "1" } });

test("nothing is asked until a command is configured; it is told how", () => {
  const directory = temporaryFolder();
  writeWeek(directory);
  expect(advise(directory)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('"advise": {"preset": "claude"}'),
  });
});

test.each([
  [{ preset: "gpt" }, "there is no preset"],
  [{ command: [] }, '"advise" must be'],
  [{ command: "claude" }, '"advise" must be'],
  [{ seconds: 0, preset: "llm" }, '"advise" must be'],
])("advise %j in config.json is refused with what is wrong", (value, told) => {
  const { directory } = configured("well");
  writeFileSync(join(directory, "config.json"), JSON.stringify({ advise: value }));
  expect(advise(directory)).toMatchObject({ status: 2, stderr: expect.stringContaining(told) });
});

test("it shows the command and every word that goes to it, and nothing else goes", () => {
  const { directory, seen } = configured("well");
  const file = join(temporaryFolder(), "committer.mjs");
  writeFileSync(file, 'commit();\nconst key = "AKIAIOSFODNN7EXAMPLE"; // ada@example.com\n');
  const { status, stdout, stderr } = advise(directory, ["--with", file]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { prompt, telemetry: enabled, nested } = JSON.parse(readFileSync(seen, "utf8"));
  expect(stdout.startsWith(`${prompt}\n`)).toBe(true);
  expect(stdout).toContain(`This goes to: ${JSON.stringify([process.execPath, ADVISER, "well", seen])}`);
  expect({ enabled, nested }).toEqual({ enabled: "false", nested: null });
  expect(prompt).toContain("Known as git-index-lock");
  expect(prompt).toContain("commit();");
  expect(prompt).not.toMatch(/AKIA|ada@/);
  expect(stdout).toMatch(/^Hidden by today's rules: /m);
  expect(stdout).toContain("nobody has checked it:\n\nTwo processes write the index at once. Queue them.\n");
  expect(existsSync(join(directory, "state.jsonl"))).toBe(false);
});

test.runIf(hasScript)("without the word, typed at a terminal, the command is not started", () => {
  const { directory, seen } = configured("well");
  for (const keys of ["", "y\n", "no\n"])
    expect(atTerminal(wordsFor(directory), keys)).toMatchObject({
      status: 2,
      screen: expect.stringContaining("Nothing was sent."),
    });
  for (const input of ["", "send\n"])
    expect(telemetry(wordsFor(directory), { input })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("say --yes"),
    });
  expect(existsSync(seen)).toBe(false);
  const { status, screen } = atTerminal(wordsFor(directory), "send\n");
  expect({ status, screen }).toEqual({ status: 0, screen: expect.stringContaining("Queue them.") });
  expect(screen).toContain("Nothing is sent yet. Type send to go on: ");
});

test.each([
  ["slow", "has not answered within 1 s"],
  ["failing", "ended with 3: no credits left\\u{1b}[2J"],
  ["huge", "answered more than 256 KiB"],
  ["silent", "answered nothing"],
])("a command that is %s is told as such", (how, told) => {
  const { directory } = configured(how, { seconds: how === "slow" ? 1 : 30 });
  const { status, stderr } = advise(directory, ["--keep"]);
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(told) });
  expect(existsSync(join(directory, "state.jsonl"))).toBe(false);
});

test("a command that is missing is told as such", () => {
  const { directory } = configured("well", { command: ["no-such-ai"] });
  expect(advise(directory)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no-such-ai is not on this machine"),
  });
});

test("a hostile answer acts on no terminal, is cleaned when kept, and reaches an agent only as quoted text", async () => {
  const { directory } = configured("hostile");
  const { status, stdout } = advise(directory, ["--keep"]);
  expect(status).toBe(0);
  expect(stdout.replaceAll("\n", "")).toMatch(/^[\x20-\x7e]*$/);
  const kept = JSON.parse(readFileSync(join(directory, "state.jsonl"), "utf8"));
  expect(kept).toMatchObject({ word: "note", advised: true });
  expect(kept.note).not.toContain("AKIA");
  const { suggestions } = JSON.parse(telemetry(["summary", "--json", "--dir", directory]).stdout);
  const sources = suggestions.map(({ source }: { source: string }) => source);
  expect(new Set(sources)).toEqual(new Set(["rule", "advised"]));
  expect(suggestions.find(({ source }: { source: string }) => source === "advised")).toMatchObject({ count: 8 });
  const { ask } = await asking(directory);
  const error = { error_message: "fatal: Unable to create '/w/.git/index.lock': File exists.", error_type: "GitError" };
  for (const [tool, asked] of [
    ["suggest", error],
    ["group", { id: kept.group }],
    ["verify", {}],
  ] as const) {
    const { text } = await ask(tool, asked);
    const { outside, inside } = taken(text);
    expect(outside, tool).not.toContain("evil.example");
    expect(inside, tool).toContain("evil.example");
  }
});

test.runIf(hasStrace)("asking makes no network call of ours", () => {
  const { directory } = configured("well");
  const trace = join(temporaryFolder(), "trace");
  const [strace, ...watched] = straced(trace);
  const asked = [process.execPath, resolve("bin/agent"), "telemetry", ...wordsFor(directory, ["--yes"])];
  const { status } = spawnSync(strace, [...watched, ...asked], { stdio: ["pipe", "ignore", "ignore"] });
  expect(status).toBe(0);
  const calls = readFileSync(trace, "utf8").split("\n");
  // Pipes to a child are pairs of sockets without an address.
  expect(calls.filter((call) => /AF_INET|connect\(|bind\(|sendto\(/.test(call))).toEqual([]);
  expect(calls.join("\n")).toContain("AF_UNIX");
});
