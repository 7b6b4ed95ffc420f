import { constants } from "node:os";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import { teach } from "../examples.ts";
import { fromText } from "../input-events.ts";
import { type DirOptions, dirOption, givenDirectory } from "../options.ts";
import { type Ended, runChild } from "../run/child.ts";
import { printable, type Terminal } from "../terminal.ts";

interface RunOptions extends DirOptions {
  repo?: string;
  agent?: string;
}

/** The user's own doing is no failure of the command: Ctrl-C, a closed terminal, `| head`. */
const BY_THE_USER: readonly (string | null)[] = ["SIGINT", "SIGHUP", "SIGPIPE"];
// As a shell has it; POSIX, Shell Command Language, 2.8.2.
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const SIGNALED = 128;

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<command>", "program to run")
    .argument("[arguments...]", "handed on as they are")
    .passThroughOptions()
    .addOption(new Option("--agent <name>", "who fails (default: name of the program)"))
    .addOption(new Option("--repo <name>", "repository (default: found from the working directory)"))
    .addOption(dirOption())
    .action(async (program: string, args: string[], options: RunOptions) => {
      const begun = performance.now();
      const ending = runChild([program, ...args], { ...terminal, stdin: terminal.stdin as NodeJS.ReadStream });
      // Loaded while the command works, so that nobody waits for it.
      const [ended, { TelemetryCollector }] = await Promise.all([ending, import("12-factor-telemetry")]);
      const duration_ms = Math.round(performance.now() - begun);
      const agent = options.agent ?? basename(program);
      const collector = new TelemetryCollector({ ...givenDirectory(options), repo: options.repo });
      const failed = hasFailed(ended);
      if (failed)
        collector.recordEvent({ agent, source: "run", ...(await failureOf(ended, [program, ...args], duration_ms)) });
      if (failed || ended.exitCode === 0) collector.recordRun({ agent, ok: !failed, duration_ms });
      endLike(ended, program, terminal);
    });
  teach(
    command,
    "Output, colours, signals and exit code pass through unchanged. When the command fails, one event is recorded with the line of its output that tells why: never its arguments, never the rest of its output.",
    "run -- uv run agent.py",
    "run --agent nightly -- npm test",
  );
}

function hasFailed({ exitCode, signal }: Ended): boolean {
  if (exitCode === 0) return false;
  // A pseudo-terminal tells of a signal as a shell does.
  const code = exitCode ?? 0;
  return !BY_THE_USER.includes(signal) && !BY_THE_USER.includes(code > SIGNALED ? nameOf(code - SIGNALED) : null);
}

async function failureOf(ended: Ended, command: readonly string[], duration_ms: number) {
  const { exitCode, signal, problem } = ended;
  const { error_type, error_message, class: kind } = await wrongWith(ended, command);
  return {
    error_type: problem ?? signal ?? error_type,
    ...fromText(error_message),
    context: {
      operation: "run",
      class: kind,
      duration_ms,
      ...(exitCode !== null && { exit_code: exitCode }),
      ...(signal && { signal }),
    },
  };
}

/** As an importer tells it of the same command in a coding agent's log. */
async function wrongWith({ exitCode, signal, problem, tail }: Ended, command: readonly string[]) {
  const { surelyFailed } = await import("../../backfill/command-failure.ts");
  const wrong = surelyFailed({ command: command.map(quoted).join(" "), exitCode: exitCode ?? undefined, output: tail });
  const name = basename(command[0] ?? "");
  if (problem !== undefined)
    return { ...wrong, error_message: `${name}: ${problem === "ENOENT" ? "command not found" : problem}` };
  const end = signal === null ? `exited with code ${exitCode}` : `was ended by ${signal}`;
  return tail.trim() === "" ? { ...wrong, error_message: `${name} ${end}` } : wrong;
}

/** For a shell; only the names of programs are looked for in it. */
const quoted = (word: string): string => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function endLike({ exitCode, signal, problem }: Ended, program: string, { stderr }: Terminal): void {
  if (problem !== undefined) {
    const found = problem !== "ENOENT";
    stderr.write(`error: ${printable(program)}: ${found ? `cannot be started (${problem})` : "command not found"}\n`);
    process.exitCode = found ? NOT_EXECUTABLE : NOT_FOUND;
  } else if (signal !== null) {
    process.exitCode = SIGNALED + constants.signals[signal]; // Node ignores SIGPIPE
    process.kill(process.pid, signal);
  } else process.exitCode = exitCode ?? 0;
}

function nameOf(number: number): string | null {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? null;
}
