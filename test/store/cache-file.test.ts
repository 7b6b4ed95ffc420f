// Files that can be made again: whole or not there, and never worth an error.

import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCache, writeCache } from "../../core/telemetry/store/cache-file.ts";
import { temporaryFolder } from "./folder.ts";

test("rows come back as they were written, from a file of the user's own in a folder that is made for it", () => {
  const path = join(temporaryFolder(), "archive", "days.jsonl");
  expect(writeCache(path, ['{"a":1}', "[2]"])).toBe(true);
  expect(readCache(path)).toEqual([{ a: 1 }, [2]]);
  expect(writeCache(path, ["3"])).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("3\n");
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
    expect(writeCache(join(folder, name), ["1"]), name).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["archive", "days.jsonl", "file"]);
  expect(readdirSync(elsewhere)).toEqual([]);
});
