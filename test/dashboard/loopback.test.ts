// The server binds 127.0.0.1 and connects nowhere: system calls of the real command, while it answers and tells what happens.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hasStrace, straced } from "../strace.ts";
import { startDashboard } from "./started.ts";
import { writeEvents, writeFortnight } from "./store.ts";

test.runIf(hasStrace)("it binds the literal 127.0.0.1 once, and connects nowhere", async () => {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-loopback-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [trace, directory] = [join(folder, "trace"), join(folder, "data")];
  writeFortnight(directory);
  const dashboard = await startDashboard(directory, straced(trace));
  const headers = { authorization: `Bearer ${dashboard.token}` };
  for (const path of ["/", "/app.js", "/api/overview", "/api/groups", "/api/score"])
    expect((await fetch(dashboard.origin + path, { headers })).status).toBe(200);
  const live = await fetch(`${dashboard.origin}/api/live`, { headers });
  writeEvents(directory, [{ at: Date.now(), error_type: "LiveError", error_message: "now" }]);
  const reader = live.body?.getReader();
  let told = "";
  while (!told.includes("LiveError")) told += Buffer.from((await reader?.read())?.value ?? []).toString();
  // strace passes a signal on to nobody: the dashboard itself is its child.
  const children = readFileSync(`/proc/${dashboard.process.pid}/task/${dashboard.process.pid}/children`, "utf8");
  const command = readFileSync(`/proc/${children.trim().split(" ")[0]}/cmdline`, "utf8");
  expect(command).toContain("dashboard");
  expect(command).not.toContain(dashboard.token);
  process.kill(Number(children.trim().split(" ")[0]), "SIGHUP");
  await new Promise((done) => dashboard.process.once("exit", done));
  const calls = readFileSync(trace, "utf8").split("\n");
  const binds = calls.filter((call) => /\bbind\(/.test(call));
  expect(binds).toHaveLength(1);
  expect(binds[0]).toContain('inet_addr("127.0.0.1")');
  // What a git process asks of the system's own name service goes over a local socket, and is no network.
  expect(calls.filter((call) => /\b(?:connect|sendto|sendmsg)\(/.test(call) && /AF_INET/.test(call))).toEqual([]);
});
