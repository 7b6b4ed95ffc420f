import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryOf } from "../../core/telemetry/collect/repository.ts";
import { eventsIn, git, inProcess, repository, temporaryFolder, write } from "./host.ts";

test("a repository is named as the folder that holds .git, from any depth", () => {
  const root = repository("pin-citer");
  mkdirSync(join(root, "packages/a/src"), { recursive: true });
  write(join(root, "packages/a/package.json"), '{"name":"another-name"}');
  for (const cwd of [root, join(root, "packages/a/src"), join(root, ".git")]) {
    expect(repositoryOf(cwd)).toEqual({ name: "pin-citer", root, commit: git(root, "rev-parse", "HEAD") });
  }
});

test("a worktree is named as its main repository and has a HEAD of its own", () => {
  const root = repository("pin-citer");
  const worktree = join(temporaryFolder(), "try-two");
  git(root, "worktree", "add", "-b", "two", worktree);
  git(worktree, "commit", "--allow-empty", "-m", "second");
  const commit = git(worktree, "rev-parse", "HEAD");
  expect(commit).not.toBe(git(root, "rev-parse", "HEAD"));
  expect(repositoryOf(worktree)).toEqual({ name: "pin-citer", root: worktree, commit });
});

test.each([
  ["pin-citer.git", "pin-citer"],
  ["pin-citer/.bare", "pin-citer"],
])("a worktree of the bare repository %s is named %s", (path, name) => {
  const bare = join(temporaryFolder(), path);
  git(repository(), "clone", "--bare", ".", bare);
  const worktree = join(temporaryFolder(), "main");
  git(bare, "worktree", "add", worktree);
  expect(repositoryOf(worktree)).toMatchObject({ name, commit: git(worktree, "rev-parse", "HEAD") });
});

test("a submodule is a repository of its own", () => {
  const root = repository("pin-citer");
  git(root, "submodule", "add", repository("elsewhere"), "vendor/cite-assist");
  const submodule = join(root, "vendor/cite-assist");
  git(submodule, "commit", "--allow-empty", "-m", "inside");
  expect(repositoryOf(submodule)).toEqual({
    name: "cite-assist",
    root: submodule,
    commit: git(submodule, "rev-parse", "HEAD"),
  });
});

test.each([
  ["package.json", '{"name":"pin-citer"}', "pin-citer"],
  ["package.json", '{"name":"@acme/pin-citer"}', "pin-citer"],
  ["package.json", '{"author":{"name":"Ada Lovelace"},"name":"pin-citer"}', "pin-citer"],
  ["package.json", '{"author":{"name":"Ada Lovelace"}}', "the-folder"],
  ["package.json", '{"name":7}', "the-folder"],
  ["package.json", "null", "the-folder"],
  ["package.json", '{"name":"pin-', "the-folder"],
  ["pyproject.toml", '[build-system]\nrequires = []\n\n[project]\nname = "pin-citer"\n', "pin-citer"],
  ["pyproject.toml", "[tool.poetry]\r\nversion = '1'\r\nname = 'pin-citer'\r\n", "pin-citer"],
  ["pyproject.toml", '[project]\ndependencies = ["a"]\nauthors = [{name = "Ada"}]\nname = "pin-citer"\n', "pin-citer"],
  ["pyproject.toml", '[project]\nversion = "1"\n\n[tool.other]\nname = "other"\n', "the-folder"],
  ["setup.cfg", "[metadata]\nname = other\n", "the-folder"],
])("without git, %s with %j names it %s", (file, text, name) => {
  const folder = join(temporaryFolder(), "the-folder");
  write(join(folder, file), text);
  expect(repositoryOf(folder)).toEqual({ name, root: folder, commit: undefined });
});

test("the nearest package.json counts, and package.json goes before pyproject.toml", () => {
  const folder = temporaryFolder();
  write(join(folder, "package.json"), '{"name":"outer"}');
  write(join(folder, "inner/package.json"), '{"name":"inner"}');
  write(join(folder, "inner/pyproject.toml"), '[project]\nname = "python"\n');
  mkdirSync(join(folder, "inner/src"));
  expect(repositoryOf(join(folder, "inner/src"))).toMatchObject({ name: "inner", root: join(folder, "inner") });
});

test("a manifest that is a FIFO or of 2 MB is not waited for, and names nothing", () => {
  const cwd = join(temporaryFolder(), "scratch");
  write(join(cwd, "pyproject.toml"), `[project]\nname = "pin-citer"\n${"# comment\n".repeat(200_000)}`);
  execFileSync("mkfifo", [join(cwd, "package.json")]);
  const data = temporaryFolder();
  const script = `new TelemetryCollector({ enabled: true, dir: process.env.DATA }).record("x"); process.exit(7);`;
  // A FIFO would also stop node itself, which looks for the type of a module: the script lies elsewhere.
  expect(inProcess(script, { cwd, environment: { DATA: data } }).status).toBe(7);
  expect(eventsIn(data)).toMatchObject([{ repo: "scratch" }]);
});

test("a plain folder is named as itself, and the root of the file system has a name too", () => {
  const folder = join(temporaryFolder(), "scratch");
  mkdirSync(folder);
  expect(repositoryOf(folder)).toEqual({ name: "scratch", root: folder, commit: undefined });
  expect(repositoryOf("/").name).toBe("root");
});

test("HEAD is found loose, packed, detached, behind a nested branch, and not before the first commit", () => {
  const root = repository();
  const head = () => git(root, "rev-parse", "HEAD");
  expect(repositoryOf(root).commit).toBe(head());
  git(root, "branch", "another/main");
  git(root, "pack-refs", "--all");
  expect(repositoryOf(root).commit).toBe(head());
  git(root, "commit", "--allow-empty", "-m", "loose again, above the packed one");
  expect(repositoryOf(root).commit).toBe(head());
  git(root, "checkout", "-b", "feature/deep/name");
  git(root, "commit", "--allow-empty", "-m", "nested");
  expect(repositoryOf(root).commit).toBe(head());
  git(root, "checkout", "--detach", "HEAD~1");
  expect(repositoryOf(root).commit).toBe(head());
  git(root, "checkout", "--orphan", "empty");
  expect(repositoryOf(root).commit).toBeUndefined();
});

test.each([
  ["HEAD names no commit", "HEAD", "ref: refs/heads/nosuch"],
  ["HEAD leads out of the repository", "HEAD", "ref: refs/../../../etc/passwd"],
  ["HEAD is nonsense", "HEAD", "hunter2"],
  ["HEAD is a large file", "HEAD", "a".repeat(2_000_000)],
])("%s: there is no commit", (_, file, text) => {
  const root = repository();
  git(root, "pack-refs", "--all");
  writeFileSync(join(root, ".git", file), text);
  expect(repositoryOf(root)).toMatchObject({ name: "pin-citer", commit: undefined });
});

test("a hostile repository runs no program and is not waited for", () => {
  const root = repository();
  const ran = join(temporaryFolder(), "ran");
  git(root, "config", "core.fsmonitor", `touch ${ran}`);
  const script = `
    import { existsSync } from "node:fs";
    new TelemetryCollector({ enabled: true }).record("x");
    console.log(existsSync(${JSON.stringify(ran)}));`;
  expect(inProcess(script, { cwd: root })).toMatchObject({ status: 0, stdout: "false\n" });
});

test("a working directory that was deleted under the process does not keep it from recording", () => {
  const cwd = join(temporaryFolder(), "gone");
  mkdirSync(cwd);
  const data = temporaryFolder();
  const script = `
    import { rmSync } from "node:fs";
    process.chdir(${JSON.stringify(cwd)}); // node remembers process.cwd(), and forgets it here
    rmSync(${JSON.stringify(cwd)}, { recursive: true });
    try { process.cwd(); } catch ({ code }) { console.error(code); }
    console.log(new TelemetryCollector({ enabled: true, dir: ${JSON.stringify(data)} }).record("x"));`;
  const ended = inProcess(script, { cwd });
  expect(ended).toMatchObject({ stdout: expect.stringMatching(/^[0-9a-f]{8}\n$/), stderr: "ENOENT\n" });
  expect(eventsIn(data)).toMatchObject([{ repo: "gone", error_message: "x" }]);
});

test("a sister repository that links the framework in is named as itself, its frames relative to it", () => {
  const sister = repository("cite-assist");
  mkdirSync(join(sister, "node_modules"));
  symlinkSync(join(process.cwd(), "core"), join(sister, "node_modules/12-factor-telemetry"));
  const script = `new TelemetryCollector({ enabled: true, dir: process.env.DATA }).record(new Error("x"));`;
  const data = temporaryFolder();
  const { status, stderr } = inProcess(script, {
    cwd: sister,
    from: "12-factor-telemetry",
    environment: { DATA: data },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [event] = eventsIn(data, "cite-assist_errors.jsonl");
  expect(event).toMatchObject({ repo: "cite-assist", commit: git(sister, "rev-parse", "HEAD") });
  expect(event?.stack?.[0]).toMatch(/^host\.mjs:\d+:\d+$/);
});
