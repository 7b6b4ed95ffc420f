import { execFileSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { chooseDirectory, openStore } from "../../core/telemetry/store/index.ts";
import { allErrors, sanitized, temporaryFolder } from "./folder.ts";

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const REFUSED = expect.objectContaining({ name: "StoreError", code: "STORE_REFUSED" });

test.each([
  ["/data/telemetry", {}, "/data/telemetry"],
  ["/data/telemetry/", {}, "/data/telemetry"],
  [undefined, { TELEMETRY_DIR: "/from/environment" }, "/from/environment"],
  ["/code/wins", { TELEMETRY_DIR: "/from/environment" }, "/code/wins"],
  ["", { TELEMETRY_DIR: "/from/environment" }, "/from/environment"],
])("dir %j with %j chooses %s", (dir, environment, chosen) => {
  expect(chooseDirectory(dir, environment)).toBe(chosen);
});

test.each([["telemetry"], ["./telemetry"], ["../x"], ["~/telemetry"]])(
  "the relative directory %s is refused, for it would lie in a repository",
  (dir) => {
    expect(() => chooseDirectory(dir, {})).toThrow(REFUSED);
    expect(() => chooseDirectory(undefined, { TELEMETRY_DIR: dir })).toThrow(/not absolute/);
  },
);

test("the home directory is next, and /tmp where there is no usable one; choosing makes nothing", () => {
  const home = temporaryFolder();
  const script = `import { chooseDirectory } from ${JSON.stringify(resolve("core/dist/telemetry/store/index.js"))};
    process.stdout.write(chooseDirectory(undefined, process.env));`;
  const chosenWith = (HOME: string) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: { HOME }, encoding: "utf8" });
  expect(chosenWith(home)).toBe(join(home, ".12-factor-telemetry"));
  expect(readdirSync(home)).toEqual([]);
  for (const unusable of ["", "relative", "/nonexistent"])
    expect(chosenWith(unusable)).toBe("/tmp/12-factor-telemetry");
});

test.runIf(isWritable(homedir()))("where nobody names a directory it lies in the user's home, hidden", () => {
  for (const TELEMETRY_DIR of [undefined, ""])
    expect(chooseDirectory(undefined, { TELEMETRY_DIR })).toBe(join(homedir(), ".12-factor-telemetry"));
});

test("folders above the directory are made with it, closed to others, and one that is as it should be is not touched", () => {
  const folder = temporaryFolder();
  const directories = ["a", "a/b", "a/b/c"].map((name) => join(folder, name));
  openStore(directories[2] as string);
  expect(directories.map(modeOf)).toEqual(["700", "700", "700"]);
  const { ctimeNs } = statSync(directories[2] as string, { bigint: true });
  openStore(directories[2] as string);
  expect(statSync(directories[2] as string, { bigint: true }).ctimeNs).toBe(ctimeNs);
});

test("a directory that cannot be made is refused with the reason", () => {
  expect(() => openStore(`${temporaryFolder()}/${"n".repeat(300)}`)).toThrow(/cannot be made \(ENAMETOOLONG\)/);
});

test.each([0, 0o022, 0o077, 0o777])("under umask %i the directory is 0700 and its files 0600", (umask) => {
  const directory = join(temporaryFolder(), "telemetry");
  // A process of its own: the umask is the whole process's.
  const script = `import { openStore } from ${JSON.stringify(resolve("core/dist/telemetry/store/index.js"))};
    process.umask(${umask});
    openStore(${JSON.stringify(directory)}).append(${JSON.stringify(sanitized())});`;
  execFileSync(process.execPath, ["--input-type=module", "-e", script]);
  expect([directory, allErrors(directory), join(directory, "pin-citer_errors.jsonl")].map(modeOf)).toEqual([
    "700",
    "600",
    "600",
  ]);
});

test("modes of our own that are too open are repaired", () => {
  const directory = temporaryFolder();
  writeFileSync(allErrors(directory), "");
  chmodSync(directory, 0o777);
  chmodSync(allErrors(directory), 0o666);
  openStore(directory).append(sanitized());
  expect([directory, allErrors(directory)].map(modeOf)).toEqual(["700", "600"]);
});

test.each(["", "/"])("a directory that is a link is refused, and what it points to is left alone: link%s", (end) => {
  const folder = temporaryFolder();
  const [target, link] = [join(folder, "target"), join(folder, "link")];
  mkdirSync(target, { mode: 0o755 });
  symlinkSync(target, link);
  expect(() => openStore(chooseDirectory(link + end, {}))).toThrow(REFUSED);
  expect([modeOf(target), ...readdirSync(target)]).toEqual(["755"]);
});

test("a directory that is a file, a link to nowhere or lies below a file is refused", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "mine");
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
  for (const name of ["file", "dangling", "file/below"]) expect(() => openStore(join(folder, name))).toThrow(REFUSED);
  expect(existsSync(join(folder, "nowhere"))).toBe(false);
});

test.runIf(process.geteuid?.() === 0)("a directory and a file of another user are refused", () => {
  const foreign = temporaryFolder();
  chownSync(foreign, 12345, 12345);
  expect(() => openStore(foreign)).toThrow(/belongs to user 12345/);
  const directory = temporaryFolder();
  writeFileSync(allErrors(directory), "theirs\n");
  chownSync(allErrors(directory), 12345, 12345);
  expect(() => openStore(directory).append(sanitized())).toThrow(/belongs to user 12345/);
  expect(lstatSync(allErrors(directory)).size).toBe(7);
});
