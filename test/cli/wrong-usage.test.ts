import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { addCommands, newCommand, runProgram } from "../../tools/cli/program.ts";
import { agent, telemetry, temporaryFolder } from "./agent.ts";

const WRONG: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ["an unknown command", ["telemetry", "nosuch"], /unknown command 'nosuch'/],
  ["a misspelt command", ["telemetry", "sumary"], /Did you mean summary\?/],
  ["an unknown flag", ["telemetry", "summary", "--jsn"], /unknown option '--jsn'\. Did you mean --json\?/],
  [
    "a directory that is not there",
    ["telemetry", "summary", "--dir", "/nonexistent"],
    /--dir \/nonexistent: there is no such directory/,
  ],
  ["a directory that is a file", ["telemetry", "patterns", "--dir", "/etc/passwd"], /Cannot read \/etc\/passwd\//],
  ["a directory to record into that is a file", ["telemetry", "record", "--dir", "/etc/passwd"], /\/etc\/passwd/],
  ["a span without a unit", ["telemetry", "summary", "--since", "7"], /--since 7 is no span of time/],
  ["a date that does not exist", ["telemetry", "summary", "--since", "2026-02-30"], /--since 2026-02-30 is no moment/],
  [
    "a window that ends before it begins",
    ["telemetry", "summary", "--since", "1d", "--until", "2d"],
    /is not before --until 2d/,
  ],
  ["a negative span", ["telemetry", "clean", "--older-than=-3d"], /--older-than -3d is no span of time/],
  ["a module that is not there", ["run", "nosuch.mjs", "task"], /there is no module nosuch\.mjs/],
  ["a module without a task", ["run", "nosuch.mjs"], /missing required argument 'task'/],
  ["a folder without agents", ["list", "nosuch"], /there is no folder nosuch/],
];

test.each(WRONG)("%s is said in a line and ends with exit code 2", (_, args, says) => {
  const { status, stdout, stderr } = agent(args, { input: "boom\n" });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(says);
  expect(stderr).toMatch(ONE_LINE);
});

/** What is wrong, and what to do. */
const ONE_LINE = /^error: [^\n]+[:.] [^\n]+[.?]\n$/;

/** Arguments that a command takes, for what is wrong beside them. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ["resolve", "mute", "reopen", "split", "issue", "advise", "show"].map((name) => [name, ["beef"]]),
  ),
  ...{ search: ["text"], note: ["beef", "text"], merge: ["beef", "cafe"], run: ["--", "true"] },
  ...{ rules: ["list"], "hook install": ["codex"], "hook uninstall": ["codex"], "hook run": ["codex"] },
  ...{ "mcp install": ["codex"], completion: ["bash"], import: ["codex"], push: ["--to", "https://127.0.0.1/x"] },
};

/** A value that is none of its flag's, and what is said. A flag with choices needs none here. */
const VALUES: Readonly<Record<string, readonly (readonly [value: string, says: RegExp])[]>> = {
  "--since": [
    ["soon", /--since soon is no moment\. Write a span/],
    ["7", /--since 7 is no span of time\. Write it like 30d/],
    ["2026-13-01", /--since 2026-13-01 is no moment/],
  ],
  "--until": [["someday", /--until someday is no (?:moment|span of time)\. Write/]],
  "--limit": [
    ["many", /--limit many is no count\. Write a whole number above 0/],
    ["0", /--limit 0 is no count/],
  ],
  "--until-count": [["-1", /--until-count -1 is no count/]],
  "--older-than": [["30", /--older-than 30 is no span of time/]],
  "--every": [["7h", /--every: cron knows parts of an hour and of a day\. Write 15m/]],
  "--port": [["http", /--port http is no port\. Write/]],
  "--github": [["ada", /--github ada is no repository\. Write it as OWNER\/NAME/]],
  "--from": [["nowhere", /no address of a ClickHouse server\. Write it like|leave the other out/]],
  "--to": [["nowhere", /no address of a ClickHouse server\. Write it like/]],
};

/** Names, words and paths, which may be any; what a file or a folder must be is told elsewhere. */
const FREE = [
  "--dir",
  "--repo",
  "--agent",
  "--type",
  "--note",
  "--output",
  "--out",
  "--file",
  "--with",
  "--trust-rules",
];
const ELSEWHERE = ["--commit", "--cluster", "--group"];

type Command = ReturnType<typeof newCommand>;

interface Row {
  words: readonly string[];
  says: RegExp;
}

const quiet = () => ({
  stdin: new PassThrough(),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  environment: {},
});

async function rowsOf({ name, about, load }: (typeof TELEMETRY_COMMANDS)[number]): Promise<Row[]> {
  const command = newCommand(name, about, quiet());
  (await load()).define(command, quiet(), TELEMETRY_COMMANDS);
  return [command, ...command.commands].flatMap((one) =>
    rowsOfOne(one, one === command ? name : `${name} ${one.name()}`),
  );
}

function rowsOfOne({ registeredArguments, options, commands }: Command, path: string): Row[] {
  const words = path.split(" ");
  const given = [...words, ...(ARGUMENTS[path] ?? [])];
  const [first] = registeredArguments;
  const last = registeredArguments.at(-1);
  const long = options.map((option) => option.long ?? "");
  const near = long.find((flag) => flag.length > 5) ?? "--help";
  return [
    { words: [...words, "--nosuch", ...given.slice(words.length)], says: /unknown option '--nosuch'\. Add --help/ },
    { words: [...words, `${near}x`, ...given.slice(words.length)], says: new RegExp(`Did you mean ${near}\\?`) },
    ...(first?.required ? [{ words, says: new RegExp(`missing required argument '${first.name()}'`) }] : []),
    ...(last?.variadic || commands.length > 0
      ? []
      : [{ words: [...given, "one", "more"], says: /too many arguments/ }]),
    ...(first?.argChoices === undefined ? [] : [{ words: [...words, "nonsense"], says: /Allowed choices are/ }]),
    ...options.flatMap((option) => valuesOf(option, words, given.slice(words.length))),
  ];
}

function valuesOf(
  { long, required, argChoices }: Command["options"][number],
  words: readonly string[],
  rest: readonly string[],
): Row[] {
  if (!required || long === null || long === undefined) return [];
  const known = VALUES[long] ?? [];
  const bad = argChoices === undefined ? known : [["nonsense", /Allowed choices are/] as const];
  expect(bad.length > 0 || [...FREE, ...ELSEWHERE].includes(long), `${long} of ${words.join(" ")}`).toBe(true);
  return [
    ...(rest[0] === "--" ? [] : [{ words: [...words, ...rest, long], says: /argument missing/ }]),
    ...bad.map(([value, says]) => ({ words: [...words, ...flagged(`${long}=${value}`, rest)], says })),
  ];
}

/** What follows `--` is of another program. */
const flagged = (flag: string, rest: readonly string[]) => (rest[0] === "--" ? [flag, ...rest] : [...rest, flag]);

const SHOWN = TELEMETRY_COMMANDS.filter(({ hidden }) => hidden !== true);

test.each(SHOWN)("$name says in a line what is wrong with its flags and arguments, and what to do", async (entry) => {
  const dir = temporaryFolder();
  for (const { words, says } of await rowsOf(entry)) expect(await said(words, dir)).toMatchObject(refusal(words, says));
});

/** Not `advise`, which is off by itself and says so first. */
const BY_GROUP = ["resolve", "mute", "reopen", "note", "merge", "split", "issue", "show"];

test.each(BY_GROUP)("%s of a group that is not there says so, and where groups are listed", async (name) => {
  for (const id of ["beef", "nosuch-pattern", "0".repeat(16)]) {
    const words = [name, id, ...(ARGUMENTS[name] ?? []).slice(1)];
    expect(await said(words, temporaryFolder())).toMatchObject(refusal(words, new RegExp(`${id}: no .*\`patterns\``)));
  }
});

const refusal = (words: readonly string[], says: RegExp) => ({
  words,
  code: 2,
  stdout: "",
  stderr: expect.stringMatching(new RegExp(`(?=.*(?:${says.source}))${ONE_LINE.source.slice(1)}`)),
});

async function said(words: readonly string[], dir: string) {
  const terminal = { ...quiet(), environment: { TELEMETRY_DIR: dir } };
  terminal.stdin.end();
  const program = newCommand("telemetry", "", terminal);
  await addCommands(program, TELEMETRY_COMMANDS, words, terminal);
  const code = await runProgram(program, words, terminal);
  const [stdout, stderr] = [terminal.stdout, terminal.stderr].map((stream) => String(stream.read() ?? ""));
  return { words, code, stdout, stderr };
}

test.each([
  [".env", "TELEMETRY_ENABLED: false\n", /\.env, line 1/],
  [".env", 'A=1\nTELEMETRY_ENABLED="false\n', /\.env, line 2/],
  [".env", "TELEMETRY_ENABLED=false\0", /\.env: it is not a text file/],
])("a broken %s is named with its line by status and by record", (name, text, says) => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, ".git"));
  writeFileSync(join(cwd, name), text);
  for (const command of ["status", "record"]) {
    const { status, stderr } = telemetry([command], { cwd, input: "boom\n" });
    expect({ command, status }).toEqual({ command, status: 2 });
    expect(stderr).toMatch(says);
  }
});

test("a broken config.json is named with its key", () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), '{"retention_days": "30"}');
  for (const command of ["status", "record", "clean"]) {
    const { status, stderr } = telemetry([command, "--dir", dir], { input: "boom\n" });
    expect({ command, status }).toEqual({ command, status: 2 });
    expect(stderr).toMatch(/config\.json: "retention_days" must be a number of days above 0/);
  }
});

test("a checkout that is not built says what to do", async () => {
  const { spawnSync } = await import("node:child_process");
  const { cpSync } = await import("node:fs");
  const folder = temporaryFolder();
  cpSync("bin", join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/agent")], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain("npm ci");
});
