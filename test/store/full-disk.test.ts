// A disk that is really full: a small tmpfs.

import { spawnSync } from "node:child_process";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { TelemetryCollector } from "../../core/telemetry/index.ts";
import { linesOf, readAll, temporaryFolder } from "./folder.ts";

test("on a full disk the host lives, drops are counted exactly, and when there is room again events are whole", async (context) => {
  const disk = temporaryFolder();
  const { status, stderr, error } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], {
    encoding: "utf8",
  });
  // Containers and users other than root may not mount.
  if (status !== 0) return context.skip(`mount -t tmpfs: ${(error?.message ?? stderr).trim()}`);
  onTestFinished(() => void spawnSync("umount", ["-l", disk]));
  const filler = join(disk, "filler");
  writeFileSync(filler, Buffer.alloc(32 * 1024));

  const directory = join(disk, "telemetry");
  const telemetry = new TelemetryCollector({ dir: directory, repo: "pin-citer", enabled: true });
  const kept: string[] = [];
  let dropped = 0;
  const record = (message: string) => {
    if (telemetry.recordEvent({ agent: "A", error_message: message, error_type: "E" }) === "") dropped++;
    else kept.push(message);
  };
  for (let number = 0; number < 500; number++) record(`before ${number} ${"x".repeat(100)}`);
  expect(dropped).toBeGreaterThan(300);
  expect([kept.length + dropped, telemetry.failures]).toEqual([500, dropped]);

  unlinkSync(filler);
  await new Promise((later) => setTimeout(later, 3100)); // nothing is tried meanwhile
  for (let number = 0; number < 5; number++) record(`after ${number}`);
  const { events, torn } = readAll(directory);
  expect(events.map(({ error_message }) => error_message)).toEqual(kept);
  expect(kept.slice(-5)).toEqual([0, 1, 2, 3, 4].map((number) => `after ${number}`));
  expect(torn).toBeLessThanOrEqual(1);
  const last = linesOf(join(directory, "pin-citer_errors.jsonl")).at(-1) ?? "";
  expect(JSON.parse(last).error_message).toBe("after 4");
  expect(readFileSync(join(directory, "all_errors.jsonl"), "latin1").endsWith("\n")).toBe(true);
});
