// Nothing of core/ and no command that touches the store reaches for a network: nothing in the sources could, nothing in a real process
// does. Each way of looking is shown something dirty first, which it must find.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { telemetry } from "./cli/agent.ts";
import { writeWeek } from "./cli/week.ts";
import { CORE, inProcess, temporaryFolder } from "./collect/host.ts";
import { asking } from "./mcp/client.ts";
import { gitHub, hasGh } from "./share/github.ts";
import { hasStrace, straced } from "./strace.ts";

const SOURCES = readdirSync("core", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.startsWith("dist"))
  .map((path) => [path, readFileSync(join("core", path), "utf8")] as const);

// What reaches out without an import, or imports what no reader sees. test/architecture.test.ts holds the imports themselves.
const BANNED =
  /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|Worker|eval|getBuiltinModule|createRequire|dlopen|WebAssembly)\b\s*[(.]|\bnew (?:Function|WebSocket|EventSource|Worker)\b|\bprocess\.(?:binding|_linkedBinding|dlopen|mainModule)\b|\bFunction\(|\brequire\(/;

const withoutComments = (text: string) => text.replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, "").replace(/ \/\/ .*$/gm, "");

test.each(SOURCES)("core/%s opens no back door", (_, text) => {
  expect(BANNED.exec(withoutComments(text))?.[0]).toBeUndefined();
});

const DIRTY: Record<string, string> = {
  http: `(await import("node:http")).get("http://127.0.0.1:9/").on("error", () => {});`,
  dns: `(await import("node:dns")).lookup("localhost.invalid", () => {});`,
  fetch: `await fetch("http://127.0.0.1:8/").catch(() => {});`,
  udp: `const socket = (await import("node:dgram")).createSocket("udp4"); socket.send("x", 9, "127.0.0.1", () => socket.close());`,
  curl: `(await import("node:child_process")).spawnSync("curl", ["-s", "http://127.0.0.1:9/"]);`,
  getBuiltinModule: `process.getBuiltinModule("n" + "et").connect(9, "127.0.0.1").on("error", () => {});`,
  "process.binding": `const { TCP, constants } = process.binding("tcp_wrap"); new TCP(constants.SOCKET).bind("127.0.0.1", 0);`,
};

test.each(Object.entries(DIRTY).filter(([name]) => !["http", "dns", "udp", "curl"].includes(name)))(
  "the search for back doors finds %s",
  (_, dirty) => {
    expect(BANNED.test(withoutComments(dirty))).toBe(true);
  },
);

const RECORDING = `
  const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" });
  telemetry.record(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { agent: "A" });
  for (let call = 0; call < 200; call++) telemetry.recordError("", "A", "TimeoutError", "https://example.com timed out");
  await telemetry.getErrorSummary();
  await telemetry.suggestFixes("ENOENT");`;

const REACHING =
  /^(?:NativeModule (?:net|dns|tls|dgram|http|https|http2|child_process|internal\/deps\/undici\/undici)|Internal Binding (?:tcp_wrap|udp_wrap|cares_wrap|process_wrap|spawn_sync))$/;

function loadedBy(script: string): string[] {
  const written = `(await import("node:fs")).writeFileSync(process.env.LIST, JSON.stringify(process.moduleLoadList));`;
  const list = join(temporaryFolder(), "list");
  inProcess(`${script}\n${written}`, { environment: { DATA: temporaryFolder(), LIST: list } });
  return (JSON.parse(readFileSync(list, "utf8")) as string[]).filter((name) => REACHING.test(name));
}

test("recording and reporting load no module that reaches out", () => expect(loadedBy(RECORDING)).toEqual([]));

test.each(Object.entries(DIRTY))("the list of modules shows %s", (_, dirty) => {
  expect(loadedBy(RECORDING + dirty)).not.toEqual([]);
});

/** System calls on sockets, as strace saw them in the process and all its children; `alone`: in the process and its threads only. */
function calledBy(args: readonly string[], { input = "", environment = {}, alone = false } = {}): string[] {
  const trace = join(temporaryFolder(), "trace");
  const env = { ...process.env, HOME: temporaryFolder(), TELEMETRY_ENABLED: "true", ...environment };
  const [strace, ...flags] = straced(trace);
  const watched = [...flags, ...(alone ? ["-b", "execve"] : []), process.execPath, ...args];
  // Its own output goes nowhere: a pipe is a socket pair, which Node makes for a child.
  const { error } = spawnSync(strace, watched, { env, input, stdio: ["pipe", "ignore", "ignore"], timeout: 60_000 });
  if (error !== undefined) throw error;
  const calls = readFileSync(trace, "utf8").split("\n");
  // Whether standard input is a socket is a question, and spawnSync's pipe is one.
  return calls.filter(
    (call) => call !== "" && !/\b(?:getsockname|getpeername|getsockopt)\(0,/.test(call) && !/\+\+\+/.test(call),
  );
}

function callsOf(script: string): string[] {
  const source = `const { TelemetryCollector } = await import(${JSON.stringify(CORE)}); ${script}`;
  return calledBy(["--input-type=module", "-e", source], { environment: { DATA: temporaryFolder() } });
}

test("CI has strace", () => expect(hasStrace || process.env["CI"] === undefined).toBe(true));

test.runIf(hasStrace)("recording and reporting make no system call on a socket", () =>
  expect(callsOf(RECORDING)).toEqual([]),
);

// A child's pipes are socket pairs of its own, so curl itself has to be seen.
test.runIf(hasStrace).each(Object.entries(DIRTY))("strace sees %s", (name, dirty) => {
  const calls = callsOf(RECORDING + dirty);
  expect(calls.filter((call) => (name === "dns" ? true : /127\.0\.0\.1|AF_INET/.test(call)))).not.toEqual([]);
});

const COMMANDS = [
  "summary",
  "patterns",
  "search lost",
  "explain",
  "export",
  "record",
  "audit",
  "scrub",
  "clean",
  "status",
  "doctor",
];

test.runIf(hasStrace).each(COMMANDS)("telemetry %s makes no system call on a socket", (words) => {
  const input = `{"error_message":"lost https://example.com"}\n`;
  expect(calledBy([resolve("bin/agent"), "telemetry", ...words.split(" ")], { input })).toEqual([]);
});

test.runIf(hasStrace)("telemetry mcp makes no system call on a socket, whatever it is asked", async () => {
  const [directory, trace] = [temporaryFolder(), join(temporaryFolder(), "trace")];
  writeWeek(directory);
  const { client, ask } = await asking(directory, straced(trace));
  const { tools } = await client.listTools();
  for (const { name } of tools) await ask(name, { text: "e", error_message: "e", id: "abcd" });
  await client.readResource({ uri: "telemetry://report/week" });
  await client.close();
  // Whether its standard streams, which the client has made, are sockets is a question.
  expect(readFileSync(trace, "utf8").replace(/^\d+ +(?:getsockname|getpeername|getsockopt)\([012],.*\n/gm, "")).toBe(
    "",
  );
});

// A pipe to a child is a pair of sockets without an address.
const PIPE = /socketpair\(AF_UNIX|shutdown\(/;

test.runIf(hasStrace && hasGh)("telemetry issue reaches GitHub, and what reaches it is gh", async () => {
  const directory = temporaryFolder();
  writeWeek(directory);
  const { environment, requests } = await gitHub();
  const words = ["issue", "git-index-lock", "--create", "--yes", "--github", "ada/pin-citer", "--dir", directory];
  const create = [resolve("bin/agent"), "telemetry", ...words];
  const reaching = (alone: boolean) => calledBy(create, { environment, alone }).filter((call) => !PIPE.test(call));
  expect(reaching(true)).toEqual([]);
  expect(requests().map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  expect(reaching(false).join("\n")).toContain("127.0.0.1");
});

test("verify-offline runs it all, says how it looked, and finds nothing", () => {
  const { status, stdout, stderr } = telemetry(["verify-offline", "--json"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const answer = JSON.parse(stdout) as { offline: boolean; checks: { what: string; how: string; found: string[] }[] };
  expect(answer).toMatchObject({ offline: true });
  expect(answer.checks[0]).toEqual({ what: "recording and reporting", how: "module list", found: [] });
});
