// Where the user's own failure rules lie.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleFiles } from "../../core/telemetry/store/index.ts";
import { temporaryFolder } from "./folder.ts";

/** A repository with rules of its own. */
function repository(text: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".telemetry"));
  writeFileSync(join(root, ".telemetry", "rules.json"), text);
  return root;
}

test("rules are the user's own and those of the repositories that they trust, in this order, and of no other", () => {
  const directory = temporaryFolder();
  expect(ruleFiles(directory)).toEqual([]);
  const [first, without, second] = [repository("first"), temporaryFolder(), repository("second")];
  repository("not trusted");
  writeFileSync(join(directory, "config.json"), JSON.stringify({ trusted_repos: [second, without, first] }));
  const trusted = [
    { path: join(second, ".telemetry", "rules.json"), text: "second" },
    { path: join(first, ".telemetry", "rules.json"), text: "first" },
  ];
  expect(ruleFiles(directory)).toEqual(trusted);
  writeFileSync(join(directory, "rules.json"), "own");
  expect(ruleFiles(directory)).toEqual([{ path: join(directory, "rules.json"), text: "own" }, ...trusted]);
  writeFileSync(join(directory, "config.json"), "{");
  expect(ruleFiles(directory)).toEqual([{ path: join(directory, "rules.json"), text: "own" }]);
});

test("a rule file that is a link is not followed: it is said", () => {
  const directory = temporaryFolder();
  symlinkSync("/etc/hostname", join(directory, "rules.json"));
  expect(() => ruleFiles(directory)).toThrow(/it is a link/);
});
