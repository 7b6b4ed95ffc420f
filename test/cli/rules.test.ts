import { mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const rule = (parts: object = {}) => ({
  id: "farm-quota",
  match: { any: ["quota of the build farm"] },
  suggestion: "Ask ops for more",
  samples: { match: ["Quota of the build farm is used up"], no_match: ["Quota"] },
  ...parts,
});

function directoryWith(...rules: object[]): string {
  const directory = temporaryFolder();
  writeFileSync(join(directory, "rules.json"), JSON.stringify({ rules }, undefined, 2));
  return directory;
}

test("rules list names every rule and its source; rules test passes on the built-in ones and the user's", () => {
  const directory = directoryWith(rule());
  const { status, stdout } = telemetry(["rules", "list", "--dir", directory]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^farm-quota .*rules\.json\)\n/);
  expect(stdout).toMatch(/^git-index-lock .*\(built-in\)$/m);
  const tested = telemetry(["rules", "test", "--dir", directory]);
  expect(tested.stdout).toMatch(/^\d+ rules, \d+ samples, 0 failed\.$/m);
  expect(tested.status).toBe(0);
});

test("explain --dir goes by the rules of that directory", () => {
  const input = "Quota of the build farm is used up\n";
  const { stdout } = telemetry(["explain", "--json", "--dir", directoryWith(rule())], { input });
  expect(JSON.parse(stdout)).toMatchObject({ rules: ["farm-quota"], suggestion: "Ask ops for more" });
});

test("rules test exits with 1 on a sample that fails, and on a mistake, which it names by file, line and field", () => {
  const failing = telemetry([
    "rules",
    "test",
    "--dir",
    directoryWith(rule({ samples: { match: ["Other"], no_match: [] } })),
  ]);
  expect(failing).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('farm-quota: "Other" is not recognised'),
  });
  const wrong = telemetry(["rules", "test", "--dir", directoryWith(rule({ id: "disk-full" }))]);
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toMatch(/rules\.json, line 4, rules\[0\]\.id: "disk-full" is the id of another rule/);
});

test("rules new makes a rule that can be used as it is", () => {
  const { stdout } = telemetry(["rules", "new"], { input: "Quota of the build farm is used up\n" });
  const directory = temporaryFolder();
  writeFileSync(join(directory, "rules.json"), stdout);
  expect(telemetry(["rules", "test", "--dir", directory])).toMatchObject({ status: 0, stderr: "" });
});

test("a repository's rules count only when the user trusts it, and then in explain and summary", () => {
  const [directory, repo] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(repo, ".telemetry"));
  writeFileSync(join(repo, ".telemetry", "rules.json"), JSON.stringify({ rules: [rule({ scope: { min_count: 1 } })] }));
  const environment = { TELEMETRY_DIR: directory };
  const ask = (...words: string[]) =>
    telemetry(words, { environment, cwd: repo, input: "Quota of the build farm is used up\n" }).stdout;
  ask("record");
  expect(ask("explain", "--json")).toContain('"rules":[]');
  expect(ask("patterns")).not.toContain("farm-quota");
  expect(ask("enable", "--trust-rules", ".")).toMatch(/^Rules of \S+ are read \(1 rule\)\.\n$/);
  expect(JSON.parse(ask("explain", "--json"))).toMatchObject({ rules: ["farm-quota"], suggestion: "Ask ops for more" });
  expect(ask("patterns")).toContain("Ask ops for more");
  ask("disable", "--trust-rules", repo);
  expect(ask("explain", "--json")).toContain('"rules":[]');
});

test("rules new --group begins a rule from what is in the store", () => {
  const environment = { TELEMETRY_DIR: temporaryFolder() };
  telemetry(["record"], { environment, input: "FarmError: Quota of the build farm is used up\n" });
  const group = JSON.parse(telemetry(["search", "Quota", "--json"], { environment }).stdout).telemetry_id;
  const id = JSON.parse(telemetry(["show", group, "--json"], { environment }).stdout).group;
  const { stdout } = telemetry(["rules", "new", "--group", id.slice(0, 8)], { environment });
  expect(JSON.parse(stdout).rules[0].samples.match).toEqual(["FarmError: Quota of the build farm is used up"]);
  writeFileSync(join(environment.TELEMETRY_DIR, "rules.json"), stdout);
  expect(telemetry(["rules", "test"], { environment })).toMatchObject({ status: 0, stderr: "" });
  expect(telemetry(["rules", "list", "--group", id], { environment })).toMatchObject({ status: 2 });
});

test("only a folder can be trusted, and trusting twice is trusting once", () => {
  const [directory, repo] = [temporaryFolder(), temporaryFolder()];
  const trust = (folder: string) => telemetry(["enable", "--trust-rules", folder, "--dir", directory]);
  expect(trust(join(repo, "none"))).toMatchObject({ status: 2, stderr: expect.stringContaining("is no folder") });
  trust(repo);
  expect(trust(repo).stdout).toContain("none there yet: .telemetry/rules.json");
  const config = JSON.parse(readFileSync(join(directory, "config.json"), "utf8"));
  expect(config).toEqual({ trusted_repos: [realpathSync(repo)] });
});
