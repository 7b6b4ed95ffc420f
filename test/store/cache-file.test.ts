// Files that can be made again: whole or not there, and never worth an error.

import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCache, writeCache } from "../../core/telemetry/store/cache-file.ts";
import { temporaryFolder } from "./folder.ts";

test("rows come back as they were written, from a file of the user's own in a folder that is made for it", () => {
  const path = join(temporaryFolder(), "archive", "days.jsonl");
  const rows = [{ a: 1 }, "1 2;3", { text: "h\u00e9" }, "[4]"];
  expect(writeCache(path, rows)).toBe(true);
  expect(readCache(path)).toEqual(rows);
  expect(writeCache(path, [{}])).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("{}\n");
  expect([readdirSync(join(path, "..")), statSync(path).mode & 0o777]).toEqual([["days.jsonl"], 0o600]);
});

test.each<[string, (path: string, elsewhere: string) => void]>([
  ["nothing", () => {}],
  ["a folder", (path) => mkdirSync(path)],
  ["a link", (path, elsewhere) => symlinkSync(elsewhere, path)],
  ["no JSON", (path) => writeFileSync(path, '{"a":1}\n{"a"')],
])("where there is %s there is no cache", (_what, make) => {
  const [path, elsewhere] = [join(temporaryFolder(), "days.jsonl"), join(temporaryFolder(), "rows")];
  writeFileSync(elsewhere, "1\n");
  make(path, elsewhere);
  expect(readCache(path)).toBeUndefined();
});

test("what cannot be written is not, nothing is left of it, and nothing goes where a link leads", () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, "days.jsonl"));
  symlinkSync(elsewhere, join(folder, "archive"));
  writeFileSync(join(folder, "file"), "");
  for (const name of ["days.jsonl", "archive/days.jsonl", "file/days.jsonl"])
    expect(writeCache(join(folder, name), [{}]), name).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["archive", "days.jsonl", "file"]);
  expect(readdirSync(elsewhere)).toEqual([]);
});
