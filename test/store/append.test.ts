import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { append } from "../../core/telemetry/store/append.ts";
import { openStore, pathsIn } from "../../core/telemetry/store/index.ts";
import { allErrors, linesOf, messagesIn, readAll, sanitized, start, temporaryFolder } from "./folder.ts";

/** A store in whose place of `all_errors.jsonl` stands something else. */
function withInItsPlace(make: (path: string, precious: string) => void): { attempt: () => void; precious: string } {
  const directory = temporaryFolder();
  const precious = join(temporaryFolder(), "precious");
  writeFileSync(precious, "precious\n");
  make(allErrors(directory), precious);
  return { attempt: () => openStore(directory).append(sanitized()), precious };
}

test.each([
  ["a link", (path: string, precious: string) => symlinkSync(precious, path), /ELOOP/],
  ["a hard link", (path: string, precious: string) => linkSync(precious, path), /hard link/],
  ["a FIFO", (path: string) => void execFileSync("mkfifo", [path]), /not a regular file/],
  ["a directory", (path: string) => void mkdirSync(path), /EISDIR/],
])("%s in the place of the file is refused, and what it leads to is untouched", (_name, make, words) => {
  const { attempt, precious } = withInItsPlace(make);
  expect(attempt).toThrow(words);
  expect(readFileSync(precious, "utf8")).toBe("precious\n");
});

test("an event is in the central file and in its repository's, the same bytes", () => {
  const directory = temporaryFolder();
  openStore(directory).append(sanitized());
  expect(readFileSync(join(directory, "pin-citer_errors.jsonl"))).toEqual(readFileSync(allErrors(directory)));
});

test("copies go on in a repository's file made anew, soon where it was moved away and at once where it was deleted", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  const copy = pathsIn(directory).repo("pin-citer");
  const recordUntil = (isThere: () => boolean) => {
    for (let count = 1; count < 100; count++) {
      store.append(sanitized());
      if (isThere()) return count;
    }
    return Number.NaN;
  };
  expect(recordUntil(() => existsSync(copy))).toBe(1);
  renameSync(copy, join(directory, "elsewhere"));
  expect(recordUntil(() => existsSync(copy))).toBeLessThanOrEqual(16);
  rmSync(copy);
  expect(recordUntil(() => existsSync(copy))).toBe(1);
  expect(linesOf(copy)).toHaveLength(1);
});

test("where the central file was moved away, the next line and its copy are in files made anew", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  store.append(sanitized({ error_message: "before" }));
  for (const path of [allErrors(directory), pathsIn(directory).repo("pin-citer")]) renameSync(path, `${path}.away`);
  store.append(sanitized({ error_message: "after" }));
  for (const path of [allErrors(directory), pathsIn(directory).repo("pin-citer")])
    expect(linesOf(path).map((line) => line.includes('"after"'))).toEqual([true]);
});

test("where somebody has made it anew by then the next line goes into the new file, after what is torn in it", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  store.append(sanitized({ error_message: "before" }));
  renameSync(allErrors(directory), join(directory, "away"));
  writeFileSync(allErrors(directory), "torn", { mode: 0o600 });
  store.append(sanitized({ error_message: "after" }));
  expect(linesOf(allErrors(directory))).toEqual(["torn", expect.stringContaining('"after"')]);
});

test("the line after a torn one starts on a line of its own", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  store.append(sanitized({ error_message: "first" }));
  appendFileSync(allErrors(directory), '{"timestamp":"2026-11-22T10:3');
  store.append(sanitized({ error_message: "second" }));
  expect(linesOf(allErrors(directory))[1]).toBe('{"timestamp":"2026-11-22T10:3');
  expect(readAll(directory)).toMatchObject({
    events: [{ error_message: "first" }, { error_message: "second" }],
    torn: 1,
  });
});

test("a write that went in only partly is said, never taken for done, and nothing is written after it", () => {
  const directory = temporaryFolder();
  const script = `
    import { openStore } from ${JSON.stringify(resolve("core/dist/telemetry/store/index.js"))};
    process.on("SIGXFSZ", () => {});
    const store = openStore(${JSON.stringify(directory)});
    for (let done = 0; ; done++) {
      try {
        store.append({ ...${JSON.stringify(sanitized())}, repo: String(done), error_message: String(done) });
      } catch ({ code, message }) {
        console.log(JSON.stringify({ done, code, message }));
        break;
      }
    }`;
  // No file may grow over 1 KiB.
  const limited = `ulimit -f 1; exec "${process.execPath}" --input-type=module -e "$SCRIPT"`;
  const answer = execFileSync("bash", ["-c", limited], { env: { ...process.env, SCRIPT: script }, encoding: "utf8" });
  const { done, code, message } = JSON.parse(answer);
  expect({ code, message }).toEqual({ code: "STORE_WRITE", message: expect.stringMatching(/^Only \d+ of \d+ bytes/) });
  expect(readAll(directory)).toMatchObject({ events: { length: done }, torn: 1 });
  expect(statSync(allErrors(directory)).size).toBe(1024);
});

test("a file that was removed under the store is made again", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  store.append(sanitized({ error_message: "first" }));
  rmSync(allErrors(directory));
  store.append(sanitized({ error_message: "second" }));
  expect(messagesIn(directory)).toEqual(["second"]);
});

test("a folder that was deleted under the store is made again, the directory itself and an old day's", () => {
  const directory = join(temporaryFolder(), "data");
  const store = openStore(directory);
  const old = sanitized({ error_message: "old", timestamp: "2026-01-05T10:00:00.000Z" });
  for (const folder of [directory, join(directory, "archive", "2026-01-05"), join(directory, "archive")]) {
    store.append(sanitized({ error_message: "new" }));
    store.append(old);
    rmSync(folder, { recursive: true });
  }
  store.append(old);
  expect(messagesIn(directory)).toEqual(["old", "new", "new"]);
});

const NAMES = [
  "all",
  "ALL",
  "../../x",
  "x",
  "../x",
  ".hidden",
  "hidden",
  "..",
  ".",
  "",
  "r".repeat(300),
  "r".repeat(64),
  "r".repeat(65),
  "répo",
  "r-po",
  "日本",
  "CON",
  "a b",
  "a-b",
  "a/b",
  "a\\b",
  "a\0b",
  "a\nb",
  "pin-citer",
  "😀",
];

test("every repository has a file of its own in the directory, whatever its name", () => {
  const directory = temporaryFolder();
  const { repo, all } = pathsIn(directory);
  for (const name of NAMES) append(repo(name), `${Buffer.from(JSON.stringify(name)).toString("latin1")}\n`);
  const files = readdirSync(directory);
  expect(files).toHaveLength(NAMES.length);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(NAMES.length);
  for (const file of files) expect(file).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}_errors\.jsonl$/);
  expect(NAMES.map((name) => repo(name).toLowerCase())).not.toContain(all.toLowerCase());
  for (const name of NAMES) expect(linesOf(repo(name))).toEqual([JSON.stringify(name)]);
  expect(repo("pin-citer")).toBe(join(directory, "pin-citer_errors.jsonl"));
});

test("of 8 processes that append 500 events each at once, none is torn and none is lost", async () => {
  const directory = temporaryFolder();
  const writers = Array.from({ length: 8 }, (_, name) => start("writer", directory, String(name), "500"));
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(Array(8).fill(0));
  for (const path of [allErrors(directory), join(directory, "pin-citer_errors.jsonl")]) {
    // A writer that saw another's line half there began with a newline: an empty line, which nobody reads.
    const messages = linesOf(path)
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).error_message);
    expect(messages).toHaveLength(4000);
    expect(new Set(messages).size).toBe(4000);
  }
  expect(readAll(directory)).toMatchObject({ events: { length: 4000 }, torn: 0, foreign: 0 });
});
