// The fix loop as a user goes through it, on a real git repository: resolve, a commit on top, an old checkout, a regression, verified.

import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

class Sister {
  readonly folder = join(temporaryFolder(), "pin-citer");
  readonly data = temporaryFolder();
  #count = 0;

  constructor() {
    mkdirSync(this.folder);
    this.git("init", "--quiet");
    this.commit("first");
  }

  git(...args: string[]): string {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...identity, ...args], { cwd: this.folder, encoding: "utf8" }).trim();
  }

  /** Its hash. */
  commit(message: string): string {
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
    return this.git("rev-parse", "HEAD");
  }

  /** Fails as it did so many days ago at a commit. */
  fail(daysAgo: number, commit?: string): void {
    const event = {
      timestamp: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
      repo: "pin-citer",
      agent: "Fixer",
      error_type: "GlorbError",
      error_message: "the glorb did not frotz",
      context: {},
      telemetry_id: (this.#count++).toString(16).padStart(8, "0"),
      ...(commit !== undefined && { commit }),
    };
    appendFileSync(join(this.data, "all_errors.jsonl"), `${JSON.stringify(event)}\n`);
  }

  say(...args: string[]) {
    return telemetry([...args, "--dir", this.data], { cwd: this.folder });
  }

  get pattern() {
    return JSON.parse(this.say("patterns", "--json").stdout)[0];
  }

  /** As if the last word had been said so many days ago. */
  age(daysAgo: number): void {
    const path = join(this.data, "state.jsonl");
    const lines = readFileSync(path, "utf8").trim().split("\n");
    const word = { ...JSON.parse(lines.pop() ?? ""), at: new Date(Date.now() - daysAgo * DAY_MS).toISOString() };
    word.seen_since = new Date(Date.now() - (daysAgo + 5) * DAY_MS).toISOString();
    writeFileSync(path, `${[...lines, JSON.stringify(word)].join("\n")}\n`);
  }
}

test("resolve, a commit on top, an old checkout, a regression", () => {
  const sister = new Sister();
  const old = sister.git("rev-parse", "HEAD");
  for (let daysAgo = 6; daysAgo > 1; daysAgo--) sister.fail(daysAgo, old);
  const { groups } = sister.pattern;
  const fix = sister.commit("the fix");

  const resolved = sister.say("resolve", groups[0].slice(0, 8), "--note", "frotz it twice");
  expect(resolved).toMatchObject({ status: 0, stderr: "" });
  expect(resolved.stdout).toBe(
    `Resolved at ${fix.slice(0, 7)}, not yet proven: ${groups[0]} (GlorbError: the glorb did not frotz)\n`,
  );
  expect(sister.pattern).toMatchObject({ state: "resolved", count: 5 });

  sister.fail(0, old); // an agent that still runs in an old checkout
  expect(sister.pattern).toMatchObject({ state: "stale-checkout", count: 6 });

  const onTop = sister.commit("more work");
  sister.age(1);
  sister.fail(0.5, onTop);
  expect(sister.pattern).toMatchObject({ kind: "back", state: "back", severity: "high" });
  expect(sister.pattern.evidence).toContain(`since the fix ${fix.slice(0, 7)}`);

  sister.say("reopen", groups[0]);
  expect(sister.pattern.state).toBe("new");
});

test("a commit on a branch without the fix is an old checkout; one that git does not know may have it", () => {
  const sister = new Sister();
  for (let daysAgo = 6; daysAgo > 1; daysAgo--) sister.fail(daysAgo, sister.git("rev-parse", "HEAD"));
  const { groups } = sister.pattern;
  sister.git("branch", "other");
  sister.commit("the fix");
  sister.say("resolve", groups[0]);
  sister.age(1);
  sister.git("checkout", "--quiet", "other");
  sister.fail(0.5, sister.commit("beside it"));
  expect(sister.pattern.state).toBe("stale-checkout");
  sister.fail(0.4, "9".repeat(40));
  expect(sister.pattern.state).toBe("back");
});

test("when the silence is unlikely to be chance, the fix is verified, and its note is the first suggestion", () => {
  const sister = new Sister();
  for (let daysAgo = 6.5; daysAgo > 4; daysAgo -= 0.25) sister.fail(daysAgo, sister.git("rev-parse", "HEAD"));
  const { groups } = sister.pattern;
  sister.commit("the fix");
  sister.say("resolve", groups[0], "--note", "frotz it twice");
  sister.age(3.5);
  expect(sister.pattern).toMatchObject({ state: "verified", count: 10 });
  const script = `import { TelemetryCollector } from "12-factor-telemetry";
    const failed = Object.assign(new Error("the glorb did not frotz"), { name: "GlorbError", stack: "" });
    const [first] = await new TelemetryCollector({ dir: process.argv[1] }).suggestFixes(failed);
    process.stdout.write(JSON.stringify(first));`;
  const first = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", script, sister.data], { encoding: "utf8" }),
  );
  expect(first).toMatchObject({
    suggestion: "frotz it twice",
    source: "verified-fix",
    count: 10,
    repos: ["pin-citer"],
  });
  expect(first.cause).toMatch(/^The fix held: expected 7\.0 in 4 days, saw 0, p < 0\.001\.$/);
});

test("wrong words are said in one line and end with exit code 2", () => {
  const sister = new Sister();
  for (let daysAgo = 6; daysAgo > 1; daysAgo--) sister.fail(daysAgo);
  const [group] = sister.pattern.groups;
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = sister.say(...args);
    expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
    return stderr;
  };
  expect(refused("resolve", "nothing-like-it")).toContain("no group of the last 30 days begins so");
  expect(refused("resolve", group, "--commit", "--upload-pack=x")).toContain("git knows no such commit");
  expect(refused("mute", group, "--until", "2020-01-01")).toContain("is over");
  expect(refused("mute", group, "--until-count", "0")).toContain("is no count");
  expect(refused("reopen", group)).toContain("neither resolved nor muted");
  expect(refused("split", group)).toContain("was not merged");
  expect(refused("merge", group, group)).toContain("cannot be merged into itself");
  sister.say("resolve", group);
  expect(refused("mute", group)).toContain("is resolved");
});

test("a mute hides nothing and comes last; a merge and a split are taken back", () => {
  const sister = new Sister();
  for (let daysAgo = 6; daysAgo > 1; daysAgo--) sister.fail(daysAgo);
  const [group] = sister.pattern.groups;
  const said = JSON.parse(sister.say("mute", group, "--until-count", "9", "--json").stdout);
  expect(said).toMatchObject({ group, word: "mute", until_count: 9 });
  expect(sister.pattern).toMatchObject({ state: "muted", count: 5 });
  sister.say("split", group, "--by", "repo");
  const [part] = sister.pattern.groups;
  expect(part).not.toBe(group);
  sister.say("split", group, "--undo");
  expect(sister.pattern.groups).toEqual([group]);
});
