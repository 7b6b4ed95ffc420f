// Completions as the shells ask for them, and the manual page as man(1) shows it.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { candidatesFor } from "../../tools/cli/complete.ts";
import { newCommand } from "../../tools/cli/program.ts";
import { agent, telemetry, temporaryFolder } from "./agent.ts";
import { writeWeek } from "./week.ts";

function complete(words: string[], dir = temporaryFolder()): string[] {
  const { stdout } = telemetry(["complete", "--", ...words], { environment: { TELEMETRY_DIR: dir } });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t")[0] ?? "");
}

test("commands, flags, moments, choices, repositories, agents and groups are completed", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  for (const name of ["all", "pin-citer", "cite-assist"])
    writeFileSync(join(dir, `${name}_errors.jsonl`), "", { flag: "a" });
  expect(complete(["su"])).toEqual(["summary"]);
  expect(complete(["help", "ta"])).toEqual(["tail"]);
  expect(complete(["summary", "--re"])).toEqual(["--repo"]);
  expect(complete(["summary", "--since", "y"])).toEqual(["yesterday"]);
  expect(complete(["link", "--style", ""])).toEqual(["npm", "agents"]);
  expect(complete(["patterns", "--repo", ""], dir).sort()).toEqual(["cite-assist", "pin-citer"]);
  expect(complete(["search", "--agent", "I"], dir)).toEqual(["IssueFixerAgent"]);
  expect(complete(["show", "git"], dir)).toEqual(["git-index-lock"]);
  expect(complete(["show", ""], dir)).toContainEqual(expect.stringMatching(/^[0-9a-f]{16}$/));
  expect(complete(["rules", "new", "--group", "git"], dir)).toEqual(["git-index-lock"]);
  expect(complete(["nosuch", ""])).toEqual([]);
  expect(agent(["telemetry", "complete", "--agent", "--", "te"]).stdout).toMatch(/^telemetry\t/);
});

const SHOWN = TELEMETRY_COMMANDS.filter(({ hidden }) => hidden !== true);

test.each(SHOWN)("every flag of $name is completed, and groups where it takes one", async ({ name, about, load }) => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const environment = { TELEMETRY_DIR: dir };
  const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), environment };
  const offered = async (...words: string[]) =>
    (await candidatesFor(words, TELEMETRY_COMMANDS, terminal)).map(({ value }) => value);
  const top = newCommand(name, about, terminal);
  (await load()).define(top, terminal, TELEMETRY_COMMANDS);
  for (const command of [top, ...top.commands]) {
    const path = command === top ? [name] : [name, command.name()];
    const flags = command.createHelp().visibleOptions(command);
    expect(await offered(...path, "--")).toEqual(flags.map(({ long }) => long));
    for (const [place, argument] of command.registeredArguments.entries()) {
      const given = [...path, "--dir", dir, ...Array.from({ length: place }, () => "beef")];
      const takesGroup = /\b(?:id|into|group)/.test(argument.name());
      expect((await offered(...given, "")).includes("git-index-lock"), given.join(" ")).toBe(takesGroup);
    }
  }
});

test("a name that a shell would take apart is not offered", () => {
  const dir = temporaryFolder();
  const event = { timestamp: new Date().toISOString(), error_message: "m", agent: "$(touch x)", error_type: "a b" };
  writeFileSync(join(dir, "all_errors.jsonl"), `${JSON.stringify(event)}\n`);
  writeFileSync(join(dir, "$(id)_errors.jsonl"), "");
  for (const flag of ["--agent", "--type", "--repo"]) expect(complete(["search", flag, ""], dir)).toEqual([]);
});

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** What a press of the key in bash would offer. */
test.runIf(has("bash"))("bash completes by the script, by the full path of what printed it", () => {
  const program = `
eval "$(bin/agent telemetry completion bash)"
COMP_WORDS=(./bin/agent telemetry summ) COMP_CWORD=2
_12_factor_telemetry ./bin/agent; echo "\${COMPREPLY[@]}"
COMP_WORDS=(12-factor-telemetry "") COMP_CWORD=1
_12_factor_telemetry 12-factor-telemetry; echo "\${#COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", program], { encoding: "utf8" });
  expect(stderr).toBe("");
  const [first, count] = stdout.split("\n");
  expect(first).toBe("summary");
  expect(Number(count)).toBeGreaterThan(15);
});

test.runIf(has("fish"))("fish completes by the script", () => {
  const home = temporaryFolder();
  const { stdout } = spawnSync(
    "fish",
    ["-c", 'bin/agent telemetry completion fish | source; complete -C "agent telemetry summ"'],
    {
      encoding: "utf8",
      env: { ...process.env, HOME: home },
    },
  );
  expect(stdout).toMatch(/^summary\t/);
});

test.runIf(has("zsh"))("zsh loads the script", () => {
  const home = temporaryFolder();
  const program = `bin/agent telemetry completion zsh > ${home}/c; ZDOTDIR=${home} source ${home}/c; echo $_comps[agent]`;
  const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", program], {
    encoding: "utf8",
    env: { ...process.env, HOME: home, ZDOTDIR: home },
  });
  expect({ stdout, stderr }).toEqual({ stdout: "_12_factor_telemetry\n", stderr: "" });
});

test("the manual page tells every command and every flag, and man(1) has nothing to say against it", async () => {
  const page = telemetry(["man"]).stdout;
  const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), environment: {} };
  for (const { name, about, load } of SHOWN) {
    const top = newCommand(name, about, terminal);
    (await load()).define(top, terminal, TELEMETRY_COMMANDS);
    for (const command of [top, ...top.commands]) {
      const path = (command === top ? name : `${name} ${command.name()}`).replaceAll("-", "\\-");
      const [, told = ""] = page.split(`\n.SS ${path} `);
      const own = told.split("\n.S")[0];
      expect(told, path).not.toBe("");
      for (const { flags, hidden } of command.options)
        if (!hidden) expect(own).toContain(`.B ${flags.replaceAll("-", "\\-")}\n`);
    }
  }
  expect(page).not.toContain("complete [");
  const folder = temporaryFolder();
  mkdirSync(join(folder, "man1"));
  writeFileSync(join(folder, "man1", "12-factor-telemetry.1"), page);
  if (!has("man")) return;
  const { stdout, stderr } = spawnSync("man", ["--warnings", "-l", join(folder, "man1", "12-factor-telemetry.1")], {
    encoding: "utf8",
    env: { ...process.env, MANWIDTH: "80" },
  });
  expect(stderr).toBe("");
  expect(stdout).toContain("EXIT STATUS");
});
