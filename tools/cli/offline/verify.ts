// Shows on the user's own machine that nothing here talks to a network. Real processes, in a data directory of their own: one records
// and reports, and is asked which modules of Node it loaded; every command runs where there is no network, and must do without.
// Each way of looking is shown something dirty first, which it must find.

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

interface Check {
  /** What ran. */
  what: string;
  /** How it was looked at. */
  how: "module list" | "node --permission" | "unshare -rn";
  /** Traces of the network; none is what is wanted. */
  found: string[];
}

export interface Verification {
  checks: Check[];
  /** What could not be shown on this machine, and why. */
  missing: string[];
}

/** `program` is what runs the commands: the path of a script, and words before the command. */
export function verifyOffline(core: string, program: readonly string[]): Verification {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-offline-"));
  try {
    const lab = {
      folder,
      environment: { ...process.env, CORE: core, TELEMETRY_DIR: join(folder, "data"), HOME: folder },
    };
    const recording: Check = { what: "recording and reporting", how: "module list", found: modulesOf(lab, RECORDING) };
    const cage = cageHere(lab);
    const missing = [
      ...(modulesOf(lab, `${RECORDING} await import("node:dns");`).length > 0
        ? []
        : ["the module list does not show node:dns"]),
      ...(cage === undefined ? ["commands: this needs Node 25, or `unshare -rn` on Linux"] : []),
    ];
    const checks =
      cage === undefined ? [] : COMMANDS.map(([words, input]) => check(lab, cage, [...program, ...words], input));
    return { checks: [recording, ...checks], missing };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const INPUT = `{"agent":"A","error_message":"lost the connection to https://example.com"}\nENOENT: no such file or directory\n`;

/** What a coding agent asks: one line a message. */
const QUESTIONS = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "offline", version: "1" } },
  },
  { method: "notifications/initialized" },
  { id: 2, method: "tools/call", params: { name: "summary", arguments: {} } },
  { id: 3, method: "tools/call", params: { name: "suggest", arguments: { error_message: "ENOENT" } } },
]
  .map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
  .join("");

/** All that read or write the store, and what they are given; `share`'s are there to leave the machine, at the user's word. */
const COMMANDS: readonly (readonly [words: readonly string[], input?: string])[] = [
  [["record"], INPUT],
  [["explain"], INPUT],
  [["summary"]],
  [["patterns"]],
  [["search", "lost"]],
  [["audit"]],
  [["scrub"]],
  [["clean"]],
  [["status"]],
  [["doctor"]],
  [["mcp"], QUESTIONS],
];

const RECORDING = `
  const { BaseAgent, TelemetryCollector } = await import(process.env.CORE);
  const telemetry = new TelemetryCollector({ enabled: true, repo: "offline" });
  telemetry.record(new Error("connect ECONNREFUSED 127.0.0.1:5432", { cause: new Error("https://example.com is down") }), { agent: "A" });
  for (let call = 0; call < 1000; call++) telemetry.recordError("", "A", "TimeoutError", "timed out");
  class Failing extends BaseAgent { async executeTaskImpl() { throw new TypeError("failed"); } }
  await new Failing({ telemetryEnabled: true }).executeTask("x").catch(() => {});
  await telemetry.getErrorSummary();
  await telemetry.suggestFixes("ENOENT: no such file");`;

/** Modules and bindings of Node that open sockets, resolve names or start processes. */
const REACHING =
  /^(?:NativeModule (?:net|dns|dns\/promises|tls|dgram|http|https|http2|child_process|cluster|inspector|internal\/deps\/undici\/undici)|Internal Binding (?:tcp_wrap|udp_wrap|pipe_wrap|cares_wrap|tls_wrap|process_wrap|spawn_sync))$/;

interface Lab {
  folder: string;
  environment: NodeJS.ProcessEnv;
}

function modulesOf(lab: Lab, script: string): string[] {
  const { status, stdout, stderr } = run(lab, [
    process.execPath,
    "--input-type=module",
    "-e",
    `${script}\nconsole.log(JSON.stringify(process.moduleLoadList));`,
  ]);
  if (status !== 0) return [`it failed: ${lastLineOf(stderr)}`];
  return (JSON.parse(stdout) as string[]).filter((name) => REACHING.test(name));
}

/** A way to run a process without a network, and what it says of one that tried. */
interface Cage {
  how: Check["how"];
  command: readonly string[];
  isCaught(ended: Ended): boolean;
}

const PERMISSION: Cage = {
  how: "node --permission",
  command: [
    process.execPath,
    "--permission",
    "--allow-fs-read=*",
    "--allow-fs-write=*",
    "--allow-worker",
    "--allow-addons",
  ],
  isCaught: ({ stderr }) => /ERR_ACCESS_DENIED/.test(stderr),
};

const NAMESPACE: Cage = {
  how: "unshare -rn",
  command: ["unshare", "-rn", process.execPath],
  isCaught: ({ stderr }) => /\b(?:ENETUNREACH|EADDRNOTAVAIL|EAI_AGAIN|ECONNREFUSED)\b/.test(stderr),
};

/** Reserved for documentation (RFC 5737): nobody answers there, with a network or without. */
const REACH_OUT = `require("node:net").connect(9, "192.0.2.1").setTimeout(2000, () => process.exit(0));`;

/** One that is there and catches what it must. */
function cageHere(lab: Lab): Cage | undefined {
  const isRestricted = Number(process.versions.node.split(".")[0]) >= 25;
  const cages = isRestricted ? [PERMISSION, NAMESPACE] : [NAMESPACE];
  return cages.find((cage) => cage.isCaught(run(lab, [...cage.command, "-e", REACH_OUT])));
}

function check(lab: Lab, cage: Cage, words: readonly string[], input = ""): Check {
  const ended = run(lab, [...cage.command, ...words], input);
  const isDone = ended.status === 0 || ended.status === 1;
  const found = cage.isCaught(ended) || !isDone ? [lastLineOf(ended.stderr) || `exit code ${ended.status}`] : [];
  return {
    what: words
      .slice(1)
      .filter((word) => word !== "telemetry")
      .join(" "),
    how: cage.how,
    found,
  };
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Output goes into files: a pipe is a socket, and Node loads its modules for one. */
function run({ folder, environment }: Lab, [command = "", ...words]: readonly string[], input = ""): Ended {
  const paths = ["stdout", "stderr"].map((name) => join(folder, name));
  const files = paths.map((path) => openSync(path, "w"));
  const options = { env: environment, cwd: folder, input, timeout: 60_000 };
  const { status } = spawnSync(command, words, { ...options, stdio: ["pipe", ...files] });
  for (const file of files) closeSync(file);
  const [stdout = "", stderr = ""] = paths.map((path) => readFileSync(path, "utf8"));
  return { status, stdout, stderr };
}

const lastLineOf = (text: string): string =>
  text
    .trim()
    .split("\n")
    .findLast((line) => /\w/.test(line)) ?? "";

/** What this very process was started with. */
export function thisProgram(argv: readonly string[]): string[] {
  const [, script = ""] = argv;
  return basename(script) === "agent" ? [script, "telemetry"] : [script];
}
