// What `show` and `patterns` tell besides counts: steps, documentation, and groups that may be the same failure.

import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const EVENT = { repo: "pin-citer", agent: "Writer", context: {} };

function storeOf(...messages: string[]): string {
  const dir = temporaryFolder();
  for (const [index, error_message] of messages.entries()) {
    const timestamp = new Date(Date.now() - (index + 1) * 60_000).toISOString();
    const line = { ...EVENT, timestamp, error_type: "Error", error_message, telemetry_id: `0000000${index}` };
    appendFileSync(join(dir, "all_errors.jsonl"), `${JSON.stringify(line)}\n`);
  }
  return dir;
}

const NEAR = [
  "the citation index refused its third update",
  "the citation index refuses its third update",
  "no oven is warm enough",
];

const groupOf = (dir: string, id: string) => JSON.parse(telemetry(["show", id, "--json", "--dir", dir]).stdout).group;

test("near-duplicates are offered with the command that takes them for one, and no more once it was said", () => {
  const dir = storeOf(...NEAR);
  const [a, b] = [groupOf(dir, "00000000"), groupOf(dir, "00000001")];
  const { stdout } = telemetry(["show", a, "--plain", "--dir", dir]);
  const command = `telemetry merge ${a} ${b}`;
  expect(stdout).toContain(`The same? the citation index refuses its third update\n  ${command}\n`);
  expect(JSON.parse(telemetry(["show", a, "--json", "--dir", dir]).stdout).near_duplicates).toMatchObject([
    { into: a, group: b },
  ]);
  expect(telemetry([...command.split(" ").slice(1), "--dir", dir]).status).toBe(0);
  expect(telemetry(["show", a, "--plain", "--dir", dir]).stdout).not.toContain("The same?");
});

test("a merged group is shown whole, by the name of any of its parts, and a part of a split one alone", () => {
  const dir = storeOf(...NEAR);
  const [a, b] = [groupOf(dir, "00000000"), groupOf(dir, "00000001")];
  const show = (id: string) => JSON.parse(telemetry(["show", id, "--json", "--dir", dir]).stdout);
  telemetry(["merge", a, b, "--dir", dir]);
  for (const id of [a, b])
    expect(show(id)).toMatchObject({
      group: a,
      count: 2,
      events: [{ telemetry_id: "00000001" }, { telemetry_id: "00000000" }],
    });
  expect(show("00000001")).toMatchObject({ group: a, event: { telemetry_id: "00000001" } });
  const c = groupOf(dir, "00000002");
  telemetry(["split", c, "--by", "repo", "--dir", dir]);
  const part = groupOf(dir, "00000002");
  expect(part).not.toBe(c);
  expect(show(part)).toMatchObject({ group: part, count: 1 });
});

test("a group and its pattern tell the rule's steps and documentation", () => {
  const message = "git@github.com: Permission denied (publickey).";
  const dir = storeOf(message, message, message, message);
  const json = (...words: string[]) => JSON.parse(telemetry([...words, "--json", "--dir", dir]).stdout);
  const group = json("show", groupOf(dir, "00000000"));
  const pattern = json("show", "git-ssh-key-refused");
  expect(group.steps.length).toBeGreaterThan(0);
  expect(group.docs).toMatch(/^https:/);
  expect(pattern).toMatchObject({ id: "git-ssh-key-refused", steps: group.steps, docs: group.docs });
  expect(telemetry(["patterns", "--plain", "--dir", dir]).stdout).toContain(`Docs: ${group.docs}`);
});

test("a note is cleaned, stands in show, and the last one counts", () => {
  const dir = storeOf(...NEAR);
  const group = groupOf(dir, "00000000");
  const note = (...words: string[]) => telemetry(["note", group.slice(0, 8), ...words, "--dir", dir]);
  expect(note("seen", "since", "the new proxy").stdout).toMatch(new RegExp(`^Noted: ${group} \\(Error: `));
  note("ask ada@example.com");
  expect(readFileSync(join(dir, "state.jsonl"), "utf8")).not.toContain("ada@");
  expect(JSON.parse(telemetry(["show", group, "--json", "--dir", dir]).stdout).note).toMatch(/^ask [^@]+$/);
  expect(note(" ")).toMatchObject({ status: 2, stderr: expect.stringContaining("needs a text") });
});
