// `run -- CMD` with real commands: what passes through, and what is kept of a failure.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const AGENT = resolve("bin/agent");

function eventsIn(dir: string): Record<string, unknown>[] {
  const text = existsSync(dir) ? readFileSync(join(dir, "all_errors.jsonl"), "utf8") : "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

const newStore = () => join(temporaryFolder(), "telemetry");

test("output, exit code and standard input pass through unchanged, and success leaves nothing behind", () => {
  const dir = newStore();
  const bytes = "a\r\n\u001b[31mred\u001b[0m\0\ufffe no newline at the end";
  expect(telemetry(["run", "--dir", dir, "--", "cat"], { input: bytes })).toEqual({
    status: 0,
    stdout: bytes,
    stderr: "",
  });
  expect(existsSync(dir)).toBe(false);
});

test("a failure is one event with the line that tells, and without arguments or other output", () => {
  const dir = newStore();
  const python = join(temporaryFolder(), "agent.sh");
  writeFileSync(
    python,
    `echo "the answer is private"
cat >&2 <<'END'
Traceback (most recent call last):
  File "/home/ada/agent.py", line 3, in <module>
    main(secret_argument)
ValueError: invalid literal for int() with base 10: 'x'
END
exit 7
`,
  );
  const { status, stdout, stderr } = telemetry([
    "run",
    "--dir",
    dir,
    "--agent",
    "nightly",
    "sh",
    python,
    "--token",
    "s3",
  ]);
  expect({ status, stdout }).toEqual({ status: 7, stdout: "the answer is private\n" });
  expect(stderr).toContain("Traceback (most recent call last):");
  const events = eventsIn(dir);
  expect(events).toMatchObject([
    {
      agent: "nightly",
      error_type: "ValueError",
      source: "run",
      context: { operation: "run", exit_code: 7, duration_ms: expect.any(Number) },
    },
  ]);
  expect(events[0]?.["error_message"]).toMatch(/^invalid literal for int\(\) with base 10/);
  for (const hidden of ["private", "--token", "secret_argument", "agent.sh"])
    expect(JSON.stringify(events)).not.toContain(hidden);
});

test("a command that says nothing is told by its exit code", () => {
  const dir = newStore();
  expect(telemetry(["run", "--dir", dir, "false"])).toEqual({ status: 1, stdout: "", stderr: "" });
  expect(eventsIn(dir)).toMatchObject([
    { agent: "false", error_type: "CommandError", error_message: "false exited with code 1" },
  ]);
});

test("a failure is told as an import tells it of the same command in a coding agent's log", () => {
  const dir = newStore();
  const script = join(temporaryFolder(), "check.sh");
  const output = "[lint:go] a/b.go:1:2: unused variable x (unused)\n[lint:go] ERROR task failed";
  writeFileSync(script, `cat <<'END'\n${output}\nEND\nexit 1\n`);
  telemetry(["run", "--dir", dir, "sh", script]);
  expect(eventsIn(dir)).toMatchObject([
    {
      error_type: "GolangciLint unused",
      error_message: "a/b.go:1:2: unused variable x (unused)",
      context: { class: "check_failed" },
    },
  ]);
});

test("a command that is not there ends as in a shell, and is recorded", () => {
  const dir = newStore();
  expect(telemetry(["run", "--dir", dir, "nosuchcommand"])).toEqual({
    status: 127,
    stdout: "",
    stderr: "error: nosuchcommand: command not found\n",
  });
  const plain = join(temporaryFolder(), "plain.txt");
  writeFileSync(plain, "", { mode: 0o600 });
  expect(telemetry(["run", "--dir", dir, plain])).toMatchObject({ status: 126 });
  expect(eventsIn(dir)).toMatchObject([
    { error_type: "ENOENT", error_message: "nosuchcommand: command not found" },
    { error_type: "EACCES" },
  ]);
});

test("both outputs to one place keep their order", () => {
  const out = join(temporaryFolder(), "out");
  const loop = "for i in 1 2 3 4 5 6 7 8 9; do echo o$i; echo e$i >&2; done";
  const { status } = spawnSync("sh", [
    "-c",
    `"${process.execPath}" "${AGENT}" telemetry run -- sh -c '${loop}' >"${out}" 2>&1`,
  ]);
  expect(status).toBe(0);
  const order = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((i) => [`o${i}`, `e${i}`]);
  expect(readFileSync(out, "utf8").trim().split("\n")).toEqual(order);
});

test("a command may open its outputs by name", () => {
  expect(telemetry(["run", "--", "sh", "-c", "echo out >/dev/stdout; echo err >/dev/stderr"])).toEqual({
    status: 0,
    stdout: "out\n",
    stderr: "err\n",
  });
});

test("a signal that ends the command ends us, and is recorded unless it was the user's own", () => {
  const dir = newStore();
  const signalOf = (name: string) =>
    spawnSync(process.execPath, [AGENT, "telemetry", "run", "--dir", dir, "--", "sh", "-c", `kill -${name} $$`]).signal;
  expect(["TERM", "KILL", "INT"].map(signalOf)).toEqual(["SIGTERM", "SIGKILL", "SIGINT"]);
  expect(eventsIn(dir)).toMatchObject([
    { error_type: "SIGTERM", context: { signal: "SIGTERM" } },
    { error_type: "SIGKILL" },
  ]);
});

test("a signal to us reaches the command, which ends as it likes", async () => {
  const child = spawn(process.execPath, [
    ...[AGENT, "telemetry", "run", "--dir", newStore(), "--"],
    ...["sh", "-c", "trap 'echo bye; exit 5' TERM; echo ready; while :; do sleep 0.05; done"],
  ]);
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => {
    if (said === "") child.kill("SIGTERM");
    said += String(bytes);
  });
  expect(await new Promise((end) => child.on("close", end))).toBe(5);
  expect(said).toBe("ready\nbye\n");
});

test("a reader that has gone ends the command as it would without us", () => {
  const { stdout } = spawnSync(
    "bash",
    ["-c", `"${process.execPath}" "${AGENT}" telemetry run -- yes | head -1; echo \${PIPESTATUS[0]}`],
    {
      encoding: "utf8",
    },
  );
  expect(stdout).toBe("y\n141\n");
});

test("telemetry that is off leaves the command alone", () => {
  const dir = newStore();
  const environment = { TELEMETRY_ENABLED: "false", TELEMETRY_DIR: dir };
  expect(telemetry(["run", "sh", "-c", "echo no >&2; exit 3"], { environment })).toEqual({
    status: 3,
    stdout: "",
    stderr: "no\n",
  });
  expect(existsSync(dir)).toBe(false);
});

/** util-linux's script(1) is the terminal around us; the end of its own input it echoes as `^@`, whenever that comes. */
function onTerminal(command: string): string {
  const line = `TELEMETRY_DIR='${newStore()}' '${process.execPath}' '${AGENT}' telemetry run -- ${command}; echo "code $?"`;
  const { stdout } = spawnSync("script", ["-qec", line, "/dev/null"], { encoding: "utf8", input: "" });
  return stdout.replaceAll("^@", "").replace(/\r+\n/g, "\r\n");
}

test("a terminal stays a terminal, and the exit code is the command's", () => {
  expect(onTerminal(`sh -c 'test -t 1 && test -t 2 && echo both; exit 6'`)).toMatch(/both\r\n(?:.*\r\n)?code 6/);
  expect(onTerminal(`sh -c 'test -t 1 || echo file; test -t 2 && echo terminal >&2' >/dev/null`)).toContain("terminal");
});
