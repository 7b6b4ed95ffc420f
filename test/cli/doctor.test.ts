// What doctor finds, what it puts right, and that it says so with its exit code.

import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../../core/index.ts";
import { telemetry, temporaryFolder } from "./agent.ts";

interface Diagnosis {
  healthy: boolean;
  repaired: string[];
  findings: { check: string; level: string; text: string; advice?: string }[];
}

function doctor(dir: string, ...flags: string[]): Diagnosis & { status: number | null } {
  const { status, stdout, stderr } = telemetry(["doctor", "--json", "--dir", dir, ...flags], {
    environment: { TELEMETRY_ENABLED: "true" },
  });
  expect(stderr).toBe("");
  return { status, ...JSON.parse(stdout) };
}

/** A store with some events in it. */
function store(): string {
  const dir = join(temporaryFolder(), "telemetry");
  const collector = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
  for (const word of ["one", "two", "three"]) collector.record(new Error(word));
  return dir;
}

const ills = ({ findings }: Diagnosis) => findings.filter(({ level }) => level !== "ok").map(({ text }) => text);

test("a healthy store is told healthy, and so is one that is not there yet", () => {
  expect(doctor(store())).toMatchObject({ status: 0, healthy: true });
  const { status, stdout } = telemetry(["doctor", "--plain", "--dir", join(temporaryFolder(), "none")]);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^ok consent {5}telemetry is on for \S+ \(default: on\)\n-- directory .*nothing was recorded\n/,
  );
  expect(stdout).toMatch(/All is well\.\n$/);
});

const ILLS: readonly (readonly [what: string, harm: (dir: string) => void, told: RegExp, isRepaired: boolean])[] = [
  ["an open file", (dir) => chmodSync(join(dir, "all_errors.jsonl"), 0o644), /^all_errors\.jsonl: its mode/, true],
  ["an open directory", (dir) => chmodSync(dir, 0o755), /its mode is not ours alone/, true],
  [
    "a missing copy",
    (dir) => rmSync(join(dir, "pin-citer_errors.jsonl")),
    /^3 events without a copy by repository \(pin-citer\)$/,
    true,
  ],
  [
    "an orphan",
    (dir) => renameSync(join(dir, "all_errors.jsonl"), join(dir, "all_errors.jsonl.q2147483646-1")),
    /^1 file left aside/,
    true,
  ],
  ["a link", (dir) => symlinkSync("/etc/passwd", join(dir, "x_errors.jsonl")), /^x_errors\.jsonl: it is a link/, false],
  ["a folder in a file's place", (dir) => mkdirSync(join(dir, "x_errors.jsonl")), /it is no regular file/, false],
  [
    "an event from the future",
    (dir) => append(dir, `{"timestamp":"2999-01-01T00:00:00Z","error_message":"x"}`),
    /^1 event from the future$/,
    false,
  ],
  [
    "a broken config.json",
    (dir) => writeFileSync(join(dir, "config.json"), "{", { mode: 0o600 }),
    /^telemetry is off$/,
    false,
  ],
];

const append = (dir: string, line: string) => appendFileSync(join(dir, "all_errors.jsonl"), `${line}\n`);

test.each(ILLS)("%s is found, with what to do, and put right where that is safe", (what, harm, told, isRepaired) => {
  const dir = store();
  harm(dir);
  const environment = { TELEMETRY_ENABLED: what === "a broken config.json" ? undefined : "true" };
  const found = JSON.parse(telemetry(["doctor", "--json", "--dir", dir], { environment }).stdout) as Diagnosis;
  expect(found.healthy).toBe(false);
  expect(found.findings.filter(({ level }) => level === "bad").every(({ advice }) => advice !== undefined)).toBe(true);
  expect(ills(found)).toEqual(expect.arrayContaining([expect.stringMatching(told)]));
  const repaired = doctor(dir, "--repair");
  if (isRepaired) expect(repaired).toMatchObject({ status: 0, healthy: true });
  else if (what !== "a broken config.json") expect(repaired).toMatchObject({ status: 1, healthy: false });
  const lines = (name: string) => readFileSync(join(dir, name), "utf8").match(/"error_message":"(?:one|two|three)"/g);
  expect([lines("all_errors.jsonl"), lines("pin-citer_errors.jsonl")]).toEqual([expect.any(Array), expect.any(Array)]);
  expect(lines("pin-citer_errors.jsonl")).toHaveLength(3);
});

test("a broken config.json is told also when the environment decides", () => {
  const dir = store();
  writeFileSync(join(dir, "config.json"), '{"retention_days": -1}', { mode: 0o600 });
  const { status, findings } = doctor(dir);
  expect(status).toBe(1);
  expect(findings.find(({ check }) => check === "config")).toMatchObject({
    level: "bad",
    advice: expect.stringContaining('"retention_days" must be a number of days above 0'),
  });
});

test("a mistake in a rule of the user's own is told by file, line and field; so is a file that cannot be read", () => {
  const dir = store();
  const rules = join(dir, "rules.json");
  writeFileSync(rules, '{"rules": [\n{"id": "Not An Id", "samples": {}}]}', { mode: 0o600 });
  const told = () => doctor(dir).findings.filter(({ check, level }) => check === "rules" && level === "bad");
  expect(told()[0]?.text).toMatch(/rules\.json, line 2, rules\[0\]\.id: /);
  rmSync(rules);
  symlinkSync("/etc/passwd", rules);
  expect(told()[0]).toMatchObject({ text: "rules of your own are not used", advice: expect.stringContaining(rules) });
});

test("--repair puts right a store that was hurt in every way at once, and loses no event", () => {
  const dir = store();
  const all = join(dir, "all_errors.jsonl");
  rmSync(join(dir, "pin-citer_errors.jsonl"));
  renameSync(all, `${all}.q2147483646-1`);
  append(dir, `{"timestamp":"2026-11-24T10:00:00.000Z","error_message":"torn`);
  chmodSync(all, 0o644);
  expect(doctor(dir, "--repair")).toMatchObject({ status: 0, healthy: true });
  expect(doctor(dir)).toMatchObject({ status: 0, healthy: true });
  const stored = (path: string) => readFileSync(path, "utf8").match(/"error_message":"(?:one|two|three)"/g)?.length;
  expect([stored(all), stored(join(dir, "pin-citer_errors.jsonl"))]).toEqual([3, 3]);
  expect(statSync(all).mode & 0o777).toBe(0o600);
});

test("torn, foreign and local-time lines are worth a note, and storms are counted", () => {
  const dir = store();
  append(
    dir,
    `{"timestamp":"2026-11-24T10:00:00.000Z","error_message":"x","count":40,"telemetry_id":"0000000a","repo":"pin-citer"}`,
  );
  append(dir, `{"timestamp":"2026-11-24T10:00:00","error_message":"x","repo":"pin-citer"}`);
  append(dir, `{"half":`);
  append(dir, `{"other":1}`);
  const { status, findings } = doctor(dir, "--repair");
  expect(status).toBe(0);
  const texts = findings.filter(({ check }) => ["lines", "clock"].includes(check)).map(({ text }) => text);
  expect(texts).toEqual([
    "5 lines for 44 events; 39 were folded in storms",
    "1 torn line: a process was killed, or the disk was full",
    "1 line of another program",
    "1 event without a time zone, read as local time",
  ]);
});

test("what collectors dropped and how long they took is told, from health.jsonl", () => {
  const dir = store();
  const note = `{"timestamp":"2026-11-24T10:00:00.000Z","dropped":{"ENOSPC":3},"last_error":"ENOSPC: no space left","recorded_us":{"16":90,"64":10}}`;
  writeFileSync(join(dir, "health.jsonl"), `${note}\n${note}\n{"torn`, { mode: 0o600 });
  const { status, findings } = doctor(dir);
  expect(status).toBe(1);
  expect(findings.filter(({ check }) => check === "collectors").map(({ text }) => text)).toEqual([
    "6 events dropped (ENOSPC: 6)",
    "last error of a collector, 2026-11-24T10:00:00.000Z: ENOSPC: no space left",
    "recording took 16 microseconds at most for half of 200 timed events, 64 for 99 %",
  ]);
});

test("text of the store cannot act on the terminal", () => {
  const dir = store();
  writeFileSync(join(dir, "health.jsonl"), `{"timestamp":"x","last_error":"\\u001b[2Jgone"}\n`, { mode: 0o600 });
  const { stdout } = telemetry(["doctor", "--dir", dir]);
  expect(stdout).toContain("\\u{1b}[2Jgone");
  expect(stdout).not.toContain("\u001b[2J");
});

test("doctor writes nothing of its own accord", () => {
  const dir = store();
  chmodSync(join(dir, "all_errors.jsonl"), 0o644);
  doctor(dir);
  expect(statSync(join(dir, "all_errors.jsonl")).mode & 0o777).toBe(0o644);
});
