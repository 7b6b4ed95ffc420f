// The whole way with real processes: plant, audit, scrub, audit. Secrets are put together here, so that no scanner takes this
// file for a leak.

import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storedLines } from "../../core/telemetry/store/index.ts";
import { allErrors, deadPid, linesOf, lineOf as lineWith, readAll, start } from "../store/folder.ts";
import { telemetry, temporaryFolder } from "./agent.ts";

const KEY = `sk-ant-api03-${"x7Qw".repeat(23)}bAA`;
const SECRETS = [KEY, "ada.l@example.com", "/Users/adalove", "10.20.30.41", "hunter2xyz9"];
/** Only secretlint takes values like these for secrets: they are no random text. */
const DULL = "abcdefghij".repeat(4);

interface Finding {
  detector: string;
  kind: string;
  file: string;
  key: string;
  count: number;
}

function storeWith(files: Record<string, string | Buffer>): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    if (name.includes("/")) mkdirSync(join(dir, "archive"), { recursive: true, mode: 0o700 });
    writeFileSync(join(dir, name), text, { mode: 0o600 });
  }
  return dir;
}

function audit(dir: string): { status: number | null; findings: Finding[]; places: string[]; [key: string]: unknown } {
  const { status, stdout, stderr } = telemetry(["audit", "--dir", dir, "--json"]);
  expect(stderr).toBe("");
  const answer = JSON.parse(stdout);
  return { status, ...answer, places: answer.findings.map(({ file, key }: Finding) => `${file} ${key}`).sort() };
}

const scrub = (dir: string, ...args: string[]) => {
  const { status, stdout, stderr } = telemetry(["scrub", "--dir", dir, "--json", ...args]);
  expect(stderr).toBe("");
  return { status, ...JSON.parse(stdout) };
};

const modeOf = (path: string) => statSync(path).mode & 0o777;

test("a store that holds nothing private, or is not there yet, is clean, and no directory is made for asking", () => {
  const line = lineWith({
    commit: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
    stack: ["at f (src/read.ts:10:5)"],
    v: 1,
  });
  const dir = storeWith({ "all_errors.jsonl": `${line}\n${line}\n`, "pin-citer_errors.jsonl": `${line}\n` });
  expect(audit(dir)).toMatchObject({ status: 0, clean: true, files: 2, lines: 3, torn: 0, foreign: 0, findings: [] });
  expect(scrub(dir)).toEqual({
    status: 0,
    directory: dir,
    dry_run: false,
    files: 0,
    changed: 0,
    dropped: 0,
    repaired: 0,
    findings: 0,
  });
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).toBe(`${line}\n${line}\n`);
  const home = temporaryFolder();
  for (const command of ["audit", "scrub"]) {
    expect(telemetry([command], { environment: { HOME: home } })).toMatchObject({ status: 0, stderr: "" });
  }
  expect(readdirSync(home)).toEqual([]);
});

test("what is planted in any field of any file is found and counted by kind and place, and never printed", () => {
  const planted = `failed with ${KEY} for ada.l@example.com in /Users/adalove/notes.txt from 10.20.30.41`;
  const fields = ["repo", "agent", "error_type", "error_message", "source", "telemetry_id", "commit"];
  const lines = [
    ...fields.map((field) => lineWith({ [field]: planted })),
    lineWith({ context: { tool: planted } }),
    lineWith({ context: { prompt: planted, deep: [{ deeper: planted }] } }),
    lineWith({ stack: ["at f (a.ts:1:1)", planted] }),
    lineWith({ cause: [{ error_type: "E", error_message: planted }] }),
    lineWith({ password: "hunter2xyz9" }),
    lineWith({ [KEY]: "a name of a key may be one too" }),
    `{"error_message":"${planted}","error_message":"the second of two equal keys"}`,
  ];
  const one = `${lineWith({ error_message: planted })}\n`;
  const dir = storeWith({
    "all_errors.jsonl": `${lines.join("\n")}\n`,
    "pin-citer_errors.jsonl": `${lineWith()}\ntorn ${planted}\n["${planted}"]\n`,
    "all_runs.jsonl": one,
    "state.jsonl": one,
    "archive/2026-11-01.jsonl": one,
    [`cite-assist_errors.jsonl.q${deadPid()}-77`]: one,
  });
  const { status, clean, findings, places, files, torn, foreign } = audit(dir);
  expect({ status, clean, files, torn, foreign }).toEqual({ status: 1, clean: false, files: 6, torn: 1, foreign: 1 });
  const emails = findings.filter(({ detector, kind }) => detector === "rules" && kind === "email");
  expect(emails.map(({ file, key, count }) => [`${file} ${key}`, count]).sort()).toEqual(
    [
      ...fields.filter((field) => field !== "error_message").map((field) => [`all_errors.jsonl ${field}`, 1]),
      ["all_errors.jsonl error_message", 2],
      ["all_errors.jsonl context.tool", 1],
      ["all_errors.jsonl context.*", 2],
      ["all_errors.jsonl stack", 1],
      ["all_errors.jsonl cause.error_message", 1],
      ["pin-citer_errors.jsonl line", 2],
      ["all_runs.jsonl error_message", 1],
      ["state.jsonl error_message", 1],
      ["archive/2026-11-01.jsonl error_message", 1],
      ["cite-assist_errors.jsonl error_message", 1],
    ].sort(),
  );
  expect(places).toContain("all_errors.jsonl *"); // the password, and the key that is a secret
  expect(
    findings.filter(({ detector, kind }) => detector === "secretlint" && kind === "ANTHROPIC_API_KEY"),
  ).not.toEqual([]);
  const runs = [["audit"], ["audit", "--json"], ["scrub", "--dry-run"], ["scrub"], ["scrub", "--json"]];
  for (const { stdout, stderr } of runs.map((args) => telemetry([...args, "--dir", dir]))) {
    for (const secret of SECRETS) expect(stdout + stderr).not.toContain(secret);
    expect(stdout + stderr).not.toContain("failed with");
  }
  expect(audit(dir)).toMatchObject({ status: 0, findings: [] });
  const left = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl"));
  expect(left).toHaveLength(6);
  for (const name of left)
    for (const secret of SECRETS) expect(readFileSync(join(dir, name), "utf8")).not.toContain(secret);
});

test("a scrub changes the strings that it must, and leaves every other byte as it was", () => {
  const foreign = Buffer.from([
    ...Buffer.from('{"b": 1.0, "2": "ada.l@example.com", "1": "caf'),
    0xe9,
    ...Buffer.from('", "b": [ ]}'),
  ]);
  const same = [
    '{ "spaced" : "as it was", "n": 12345678901234567890 }',
    "no JSON at all",
    "[1, 2]",
    lineWith().slice(0, 40) + lineWith({ error_message: "glued" }),
  ];
  const dir = storeWith({
    "all_errors.jsonl": Buffer.concat([
      Buffer.from(`${same.join("\n")}\n`),
      foreign,
      Buffer.from(
        `\ntorn ada.l@example.com {"timestamp": "2026-11-22T10:30:00Z","error_message":"whole"}\n["ada.l@example.com"]\n`,
      ),
    ]),
  });
  const before = readFileSync(join(dir, "all_errors.jsonl"));
  expect(scrub(dir, "--dry-run")).toMatchObject({ status: 0, dry_run: true, files: 1, changed: 2, dropped: 1 });
  expect(readFileSync(join(dir, "all_errors.jsonl"))).toEqual(before);
  expect(scrub(dir)).toMatchObject({ status: 0, dry_run: false, files: 1, changed: 2, dropped: 1, findings: 0 });
  expect(readFileSync(join(dir, "all_errors.jsonl"), "latin1").split("\n")).toEqual([
    ...same,
    '{"b": 1.0, "2": "***EMAIL***", "1": "caf\xe9", "b": [ ]}',
    '{"timestamp": "2026-11-22T10:30:00Z","error_message":"whole"}',
    "",
  ]);
  expect(readdirSync(dir)).toEqual(["all_errors.jsonl", "last_audit.json"]);
});

test.each([
  [
    "a value under the name of another program",
    { "my aws_secret_access_key": DULL },
    '"my aws_secret_access_key":"***TOKEN***"',
    "*",
  ],
  [
    "the end of a word that its range cuts in half",
    { error_message: `aws_secret_access_key => ${DULL} is wrong` },
    '"***TOKEN*** is wrong"',
    "error_message",
  ],
  [
    "a token behind an escape",
    { error_message: `two lines\n\tdapi${"a".repeat(32)}` },
    '"two lines\\n\\t***TOKEN***"',
    "error_message",
  ],
  [
    "a token behind words that would switch it off",
    { error_message: `secretlint-disable\ndapi${"a".repeat(32)}` },
    '"secretlint-disable\\n***TOKEN***"',
    "error_message",
  ],
])("what only secretlint finds is counted and scrubbed: %s", (_, parts, becomes, key) => {
  const dir = storeWith({ "all_errors.jsonl": `${lineWith()}\n${lineWith(parts)}\n${lineWith()}\n` });
  expect(audit(dir)).toMatchObject({
    status: 1,
    findings: [{ detector: "secretlint", file: "all_errors.jsonl", key, count: 1 }],
  });
  expect(scrub(dir)).toMatchObject({ status: 0, changed: 1, dropped: 0, findings: 0 });
  const [first, second, third] = linesOf(join(dir, "all_errors.jsonl"));
  expect([first, third]).toEqual([lineWith(), lineWith()]);
  expect(second).toContain(becomes);
  expect(second).not.toContain(DULL.slice(-10));
});

test("modes that are open to others are findings, and scrub closes them", () => {
  const dir = storeWith({ "all_errors.jsonl": `${lineWith()}\n`, "config.json": "{}", "archive/2026-11-01.jsonl": "" });
  for (const [name, mode] of [
    [".", 0o755],
    ["all_errors.jsonl", 0o644],
    ["config.json", 0o664],
    ["archive", 0o750],
  ] as const) {
    chmodSync(join(dir, name), mode);
  }
  const { status, findings } = audit(dir);
  expect(status).toBe(1);
  expect(findings.map(({ detector, kind, file }) => `${detector} ${kind} ${file}`).sort()).toEqual([
    "files open-mode .",
    "files open-mode all_errors.jsonl",
    "files open-mode archive",
    "files open-mode config.json",
  ]);
  expect(scrub(dir, "--dry-run")).toMatchObject({ status: 0, repaired: 4 });
  expect(modeOf(dir)).toBe(0o755);
  expect(scrub(dir)).toMatchObject({ status: 0, repaired: 4, changed: 0, findings: 0 });
  expect([modeOf(dir), modeOf(join(dir, "all_errors.jsonl")), modeOf(join(dir, "archive"))]).toEqual([
    0o700, 0o600, 0o700,
  ]);
});

test("links, second names and what is no file are findings, are not followed, and scrub leaves them for people", () => {
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, "target"), `${KEY}\n`, { mode: 0o644 });
  const dir = storeWith({ "all_errors.jsonl": `${lineWith()}\n` });
  symlinkSync(join(elsewhere, "target"), join(dir, "linked_errors.jsonl"));
  linkSync(join(dir, "all_errors.jsonl"), join(elsewhere, "second"));
  mkdirSync(join(dir, "odd_errors.jsonl"));
  const { status, findings } = audit(dir);
  expect(status).toBe(1);
  expect(findings.map(({ kind, file }) => `${kind} ${file}`).sort()).toEqual([
    "hard-link all_errors.jsonl",
    "link linked_errors.jsonl",
    "no-regular-file odd_errors.jsonl",
  ]);
  expect(scrub(dir)).toMatchObject({ status: 1, findings: 3 });
  expect(readFileSync(join(elsewhere, "target"), "utf8")).toBe(`${KEY}\n`);
  expect(modeOf(join(elsewhere, "target"))).toBe(0o644);
  const link = join(elsewhere, "store");
  symlinkSync(dir, link);
  expect(audit(link).findings).toContainEqual({ detector: "files", kind: "link", file: ".", key: "", count: 1 });
  expect(telemetry(["scrub", "--dir", link])).toMatchObject({ status: 2, stderr: expect.stringContaining("a link") });
});

test("a scrub beside two writers loses none of their lines", async () => {
  const dir = temporaryFolder();
  const scrubber = start("scrubber", dir);
  const rounds = () =>
    [...storedLines(allErrors(dir))].filter((line) => line === '{"error_message":"***EMAIL***"}').length;
  while (rounds() === 0) await new Promise((later) => setTimeout(later, 10));
  const writers = ["1", "2"].map((name) => start("writer", dir, name, "2000"));
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0]);
  scrubber.signal("SIGKILL");
  expect(await scrubber.ended).toBe("SIGKILL");
  expect(scrub(dir)).toMatchObject({ status: 0, findings: 0 });
  const { events, torn } = readAll(dir);
  const written = events.map(({ error_message }) => error_message);
  expect([written.length, new Set(written).size, torn]).toEqual([4000, 4000, 0]);
  expect(rounds()).toBeGreaterThan(5);
  expect(readdirSync(dir).sort()).toEqual(["all_errors.jsonl", "last_audit.json", "pin-citer_errors.jsonl"]);
});

test("what a killed scrub left aside is put back once", () => {
  const dirty = [1, 2].map((id) => lineWith({ error_message: `ada.l@example.com ${id}` }));
  const clean = lineWith({ error_message: "***EMAIL*** 1" });
  // It had put back its first line when it was killed.
  const dir = storeWith({
    "all_errors.jsonl": `${clean}\n`,
    [`all_errors.jsonl.q${deadPid()}-77`]: `${dirty.join("\n")}\n`,
  });
  expect(scrub(dir)).toMatchObject({ status: 0, findings: 0 });
  expect(linesOf(join(dir, "all_errors.jsonl")).sort()).toEqual(
    [clean, lineWith({ error_message: "***EMAIL*** 2" })].sort(),
  );
  expect(readdirSync(dir)).toEqual(["all_errors.jsonl", "last_audit.json"]);
});

test("hostile lines crash nothing, and what is too long to be anybody's event is a finding that goes", () => {
  const deep = 30_000;
  const hostile = [
    `{"a":${"[".repeat(deep)}"ada.l@example.com"${"]".repeat(deep)}}`,
    `${'{"a":'.repeat(10_000)}"ada.l@example.com"${"}".repeat(10_000)}`,
    '{"__proto__":{"error_message":"ada.l@example.com"},"constructor":"ada.l@example.com","toString":1}',
    `{"error_message":"${"\\u0000\\ud800\\\\".repeat(2000)}ada.l@example.com"}`,
    `{"error_message":"${'\\"'.repeat(10_000)}"}`,
    "\0".repeat(5000),
    '"',
    "{}",
    "]]]}}}{{{",
  ];
  const dir = storeWith({
    "all_errors.jsonl": `${hostile.join("\n")}\n{"x":"${"y".repeat(1 << 20)} ada.l@example.com"}\n${lineWith()}`,
  });
  const { status, findings } = audit(dir);
  expect(status).toBe(1);
  expect(findings.map(({ kind, key, count }) => [kind, key, count])).toEqual(
    expect.arrayContaining([
      ["email", "*", 4],
      ["email", "error_message", 1],
      ["overlong-line", "line", 1],
    ]),
  );
  expect(scrub(dir)).toMatchObject({ status: 0, changed: 4, dropped: 1, findings: 0 });
  const lines = linesOf(join(dir, "all_errors.jsonl"));
  expect(lines).toContain('{"__proto__":{"error_message":"***EMAIL***"},"constructor":"***EMAIL***","toString":1}');
  expect(lines).toContain("]]]}}}{{{");
  expect(lines.at(-1)).toBe(lineWith());
});

test("words that the user names in config.json today are found in what was recorded before", () => {
  const line = lineWith({ error_message: "no such customer: Falkenstein" });
  const dir = storeWith({ "all_errors.jsonl": `${line}\n`, "config.json": '{"redact": ["falkenstein"]}' });
  expect(audit(dir)).toMatchObject({ status: 1, places: ["all_errors.jsonl error_message"] });
  expect(scrub(dir)).toMatchObject({ status: 0, changed: 1, findings: 0 });
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).not.toMatch(/falkenstein/i);
});

test("text of a store cannot act on the terminal, and --plain is ASCII", () => {
  const dir = storeWith({ "\u001b[2J_errors.jsonl": `${lineWith({ error_message: "ada.l@example.com" })}\n` });
  const { stdout } = telemetry(["audit", "--dir", dir]);
  expect(stdout).not.toContain("\u001b[2J");
  expect(telemetry(["audit", "--dir", dir, "--plain"]).stdout).toMatch(/^[\x20-\x7e\n]+$/);
});

test("input that cannot be read ends with exit code 2", () => {
  const dir = storeWith({ "all_errors.jsonl": "", "telemetry.lock": `${process.pid}\n` });
  for (const command of ["audit", "scrub"]) {
    expect(telemetry([command, "--dir", join(dir, "all_errors.jsonl")])).toMatchObject({ status: 2, stdout: "" });
    expect(telemetry([command, "--dir", "/nonexistent"])).toMatchObject({ status: 2, stdout: "" });
  }
  appendFileSync(join(dir, "all_errors.jsonl"), `${lineWith({ error_message: "ada.l@example.com" })}\n`);
  expect(telemetry(["scrub", "--dir", dir])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("telemetry.lock"),
  });
});
