// The short form of test/torture.mjs.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

test("under killed writers, cleaners, rotators and repairers no event is lost, torn or double once its call returned", () => {
  const { stdout } = spawnSync(process.execPath, [resolve("test/torture.mjs"), "16", "200", "30"], {
    encoding: "utf8",
  });
  const { told, before, after, ...rest } = JSON.parse(stdout);
  expect(told).toBe(16 * 200);
  for (const { lost, double, foreign } of [before, after])
    expect({ lost, double, foreign }).toEqual({ lost: 0, double: 0, foreign: 0 });
  expect(rest).toMatchObject({ asides: 0, stillMissing: 0, failures: [] });
  expect(rest.kills).toBeGreaterThan(10);
});
