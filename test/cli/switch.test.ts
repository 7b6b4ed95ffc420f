// enable, disable and link: what they write, and what is left alone.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const configIn = (dir: string) => JSON.parse(readFileSync(join(dir, "config.json"), "utf8"));

function repository(files: Record<string, string> = {}): string {
  const root = realpathSync(temporaryFolder());
  mkdirSync(join(root, ".git"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

test("disable and enable change their key, and keep every other as it was", () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), '{"from_the_future": {"a": [1]}, "retention_days": 5}', { mode: 0o600 });
  expect(telemetry(["disable", "--dir", dir]).stdout).toContain("Telemetry is switched off");
  expect(configIn(dir)).toEqual({ from_the_future: { a: [1] }, retention_days: 5, enabled: false });
  telemetry(["disable", "--repo", "pin-citer", "--dir", dir]);
  telemetry(["enable", "--dir", dir]);
  telemetry(["enable", "--runs", "--dir", dir]);
  expect(configIn(dir)).toEqual({
    from_the_future: { a: [1] },
    retention_days: 5,
    enabled: true,
    repos: { "pin-citer": false },
    runs: true,
  });
  expect(statSync(join(dir, "config.json")).mode & 0o777).toBe(0o600);
});

test("disable --repo means the repository of the working directory, and records nothing there any more", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const cwd = join(repository(), "..", "pin-citer-x");
  mkdirSync(join(cwd, ".git"), { recursive: true });
  const environment = { TELEMETRY_DIR: dir };
  const { stdout } = telemetry(["disable", "--repo"], { cwd, environment });
  expect(stdout).toContain("Telemetry of pin-citer-x is switched off");
  expect(stdout).toContain("In this folder telemetry is off (config.json: pin-citer-x is off).");
  telemetry(["record"], { cwd, environment, input: "boom\n" });
  expect(existsSync(join(dir, "all_errors.jsonl"))).toBe(false);
  rmSync(cwd, { recursive: true });
});

test("enable says so when a louder voice still says no", () => {
  const { stdout, status } = telemetry(["enable"], { environment: { TELEMETRY_ENABLED: "0" } });
  expect(status).toBe(0);
  expect(stdout).toContain("In this folder telemetry is off (environment: TELEMETRY_ENABLED=0).");
});

test("a config.json that cannot be read is not written over", () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), "{ half");
  expect(telemetry(["disable", "--dir", dir])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("config.json"),
  });
  expect(readFileSync(join(dir, "config.json"), "utf8")).toBe("{ half");
});

test("link makes npm's link where there is a package.json and .agents elsewhere, and the framework is found there", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const [npm, python] = [repository({ "package.json": "{}" }), repository({ "pyproject.toml": "" })];
  const { status, stdout } = telemetry(["link", npm, python, "--dir", dir]);
  expect({ status, lines: stdout.trim().split("\n").length }).toEqual({ status: 0, lines: 2 });
  expect(readlinkSync(join(npm, "node_modules", "12-factor-telemetry"))).toBe(resolve("core"));
  expect(existsSync(join(python, ".agents", "bin", "agent"))).toBe(true);
  expect(configIn(dir).links).toEqual([npm, python]);
  expect(telemetry(["link", "--check", "--dir", dir])).toMatchObject({ status: 0 });
  telemetry(["link", npm, "--dir", dir]);
  expect(configIn(dir).links).toEqual([npm, python]);
});

test("link --check finds what is missing, broken or gone, and link mends it", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const [missing, broken, gone] = [
    repository({ "package.json": "{}" }),
    repository({ "package.json": "{}" }),
    repository(),
  ];
  telemetry(["link", missing, broken, gone, "--dir", dir]);
  const path = (root: string) => join(root, "node_modules", "12-factor-telemetry");
  rmSync(path(missing));
  rmSync(path(broken));
  symlinkSync("/nowhere/12-factor-telemetry", path(broken));
  rmSync(gone, { recursive: true });
  const { status, stdout } = telemetry(["link", "--check", "--json", "--dir", dir]);
  expect(status).toBe(1);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).state),
  ).toEqual(["missing", "broken", "no-repository"]);
  expect(telemetry(["link", missing, broken, "--dir", dir]).status).toBe(0);
  expect(lstatSync(path(broken)).isSymbolicLink()).toBe(true);
});

test("link leaves alone what stands in the way", () => {
  const root = repository({ "package.json": "{}" });
  mkdirSync(join(root, "node_modules", "12-factor-telemetry"), { recursive: true });
  writeFileSync(join(root, "node_modules", "12-factor-telemetry", "mine.txt"), "");
  expect(telemetry(["link", root])).toMatchObject({ status: 1, stdout: expect.stringContaining("is no link") });
  expect(existsSync(join(root, "node_modules", "12-factor-telemetry", "mine.txt"))).toBe(true);
  expect(telemetry(["link", "/nonexistent"])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no folder"),
  });
});
