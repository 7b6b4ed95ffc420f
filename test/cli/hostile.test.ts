// Untrusted text through every command, and terminals and streams that are not as one expects.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

const AGENT = resolve("bin/agent");

const HOSTILE = [
  "\u001b[2J\u001b[1;1Hgone",
  "\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007",
  "\u001b]52;c;eA==\u0007",
  "\u009b31m\u0085\u0090",
  "safe\rEVIL",
  "two\nlines\ttab\0null\b\b\u007f",
  "\u202egnp.exe\u2066\u200f\u061c",
  "\u{e0041}\u{e0042}\ufe0f\u200b\ufeff\u00ad",
  "\u2028\u2029",
  "漢字かな 👩‍👩‍👧 é̂̂̂ ｶﾞ",
  "index.lock ".repeat(100),
  "<script>alert(1)</script> `x` @all | $(touch x)",
  "%s%n {name} $& $1",
];

/** What moves a cursor, hides or turns text; a newline is ours. */
const ACTS =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]|\ufe0f/u;

function hostileStore(): string {
  const dir = temporaryFolder();
  const now = Date.now();
  const lines = HOSTILE.flatMap((text, index) =>
    [0, 1].map((copy) =>
      JSON.stringify({
        timestamp: new Date(now - (index * 2 + copy) * 60_000).toISOString(),
        repo: `${text}${copy}`,
        agent: text,
        error_type: text,
        error_message: `No module named 'agents' ${text.padEnd(10_000, text)}`,
        context: { tool: text, [text]: text },
        telemetry_id: `00000a${(index * 2 + copy).toString(16).padStart(2, "0")}`,
        stack: [text],
        cause: [{ error_type: text, error_message: text }],
        source: text,
        commit: text,
        [text]: text,
      }),
    ),
  );
  writeFileSync(join(dir, "all_errors.jsonl"), `${lines.join("\n")}\n`);
  chmodSync(dir, 0o700);
  return dir;
}

const COMMANDS = [
  ["summary"],
  ["patterns"],
  ["search", "agents", "--limit", "100"],
  ["show", "00000a"],
  ["show", "00000a00"],
  ["show", "agents-import"],
  ["explain"],
  ["status"],
  ["audit"],
  ["report"],
  ["report", "--format", "html"],
  ["scrub", "--dry-run"],
  ["clean", "--dry-run"],
  ["link", "--check"],
  ["complete", "--", "search", "--type", ""],
  ["search", HOSTILE.slice(0, 7).join("").replaceAll("\0", "")],
  ["show", "\u001b[2J"],
  ["\u001b[2J\u202e"],
  ["summary", "--repo", "\u001b[2J"],
  ["summary", "--\u001b[2J"],
  ["enable", "--repo", "\u001b[2J\n"],
];

test.each(COMMANDS)("nothing of an event reaches the terminal raw: %j", (...args) => {
  const dir = hostileStore();
  const input = `${HOSTILE.map((text) => JSON.stringify({ error_message: text, error_type: text, context: { tool: text } })).join("\n")}\n`;
  const flags = args[0] === "complete" ? [[]] : [[], ["--json"], ["--plain"]];
  for (const flag of flags) {
    const { stdout, stderr } = telemetry([...args.slice(0, 1), ...flag, ...args.slice(1)], {
      input,
      environment: { TELEMETRY_DIR: dir },
    });
    expect((stdout + stderr).match(ACTS)).toBeNull();
    if (flag.length === 0 && args[0] !== "complete") expect(stdout + stderr).toMatch(/\S/);
  }
});

/** util-linux's script(1) is the terminal; its own carriage returns and our colours are taken out. */
function onTerminal(dir: string, args: string, columns: number, environment: Record<string, string> = {}): string {
  const { stdout } = spawnSync(
    "script",
    ["-qec", `stty cols ${columns}; '${process.execPath}' '${AGENT}' telemetry ${args}`, "/dev/null"],
    {
      encoding: "utf8",
      input: "",
      env: { ...process.env, TELEMETRY_DIR: dir, TERM: "xterm", ...environment },
    },
  );
  return stdout
    .replaceAll("\r\n", "\n")
    .replace(/\u001b\[[\d;]*m/g, "")
    .replace(/^\^@|^\^D[\b]*/, "");
}

test.each(["summary", "patterns", "search agents", "show 00000a00", "status"])(
  "on a terminal of 20 and of 80 columns: %s",
  (args) => {
    const dir = hostileStore();
    for (const columns of [20, 80]) {
      const screen = onTerminal(dir, args, columns);
      expect(screen).toMatch(/\S/);
      expect(screen.match(ACTS)).toBeNull();
    }
  },
);

test("no TERM, no HOME and no PATH are no reason to fail", () => {
  const { status, stdout } = spawnSync(process.execPath, [AGENT, "telemetry", "summary", "--dir", hostileStore()], {
    env: {},
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toContain("Total Errors: 26");
});

const isRoot = process.geteuid?.() === 0;

test.each([
  ["a folder in place of the file", (dir: string) => mkdirSync(join(dir, "all_errors.jsonl"))],
  ["a store that may not be read", (dir: string) => writeFileSync(join(dir, "all_errors.jsonl"), "", { mode: 0 })],
])("%s is one clear line and exit code 2", (name, spoil) => {
  if (name.includes("may not") && isRoot) return; // root may
  const dir = temporaryFolder();
  spoil(dir);
  for (const args of [["summary"], ["patterns"], ["search", "x"], ["show", "abc"], ["tail"]]) {
    const { status, stdout, stderr } = telemetry([...args, "--dir", dir]);
    expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: "" });
    expect(stderr).toMatch(/^error: Cannot read .*all_errors\.jsonl: .*\n$/);
  }
});

test("a reader that has gone is no error, a full disk is one line and exit code 2", () => {
  const dir = hostileStore();
  const shell = (line: string) =>
    spawnSync("bash", ["-c", `set -o pipefail; ${line}`], {
      encoding: "utf8",
      env: { ...process.env, A: AGENT, D: dir },
    });
  const gone = shell('"$A" telemetry search agents --json --limit 100 --dir "$D" | head -1 >/dev/null');
  expect({ status: gone.status, stderr: gone.stderr }).toEqual({ status: 0, stderr: "" });
  const full = shell('"$A" telemetry summary --dir "$D" >/dev/full');
  expect({ status: full.status, stderr: full.stderr }).toEqual({
    status: 2,
    stderr: "error: cannot write the answer: ENOSPC. Look at where the output goes.\n",
  });
  const closed = shell('"$A" telemetry summary --dir "$D" >&-');
  expect(closed.status).toBe(0);
});

test("an interrupt ends a command as it ends any other", async () => {
  const child = spawn(process.execPath, [AGENT, "telemetry", "record", "--dir", temporaryFolder()]);
  child.stdin.write("boom\n");
  await new Promise((later) => setTimeout(later, 500));
  child.kill("SIGINT");
  expect(await new Promise((end) => child.on("close", (code, signal) => end(code ?? signal)))).toBe("SIGINT");
});
