// Another command as if it had been started without us: the same standard input, output byte for byte, colours, signals.
// Only the end of what it says on its way through is kept, in memory, until it has ended.
//
// Three ways, by what we stand on:
// - no terminal: pipes. Where both outputs go to one place they share a pipe, so that their order stays.
// - a terminal, and util-linux's `script`: it makes a pseudo-terminal for what is a terminal here; what is redirected
//   reaches the command through its own descriptor, past the pseudo-terminal.
// - a terminal without `script` (macOS, busybox): the command gets the terminal itself, and nothing is kept.

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, createReadStream, fstatSync } from "node:fs";
import type { Readable } from "node:stream";
import { findProgram } from "../../find-program.ts";
import { OutputTail } from "./output-tail.ts";
import { makePipes } from "./pipe.ts";
import { scriptOf, underScript } from "./pseudo-terminal.ts";

export interface Ended {
  /** Null when a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** Why it could not be started: ENOENT, EACCES. */
  problem?: string;
  /** The end of its standard error, else of its output; "" where nothing could be kept. */
  tail: string;
}

export interface Streams {
  stdin: { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
}

export async function runChild(command: readonly string[], streams: Streams): Promise<Ended> {
  const { problem } = findProgram(command[0] ?? "", process.env["PATH"]);
  if (problem !== undefined) return { exitCode: null, signal: null, problem, tail: "" };
  const { child, outputs } = start(command, streams);
  const forwarding = forwardSignals(child, streams);
  const ended = await endOf(child);
  const tails = await Promise.all(outputs); // what the command left running may still write
  forwarding.stop();
  return { ...ended, tail: tails.find((text) => text.trim() !== "") ?? "" };
}

interface Started {
  child: ChildProcess;
  /** What was kept of each output, when it has ended; the one in which a failure is told comes first. */
  outputs: Promise<string>[];
}

function start(command: readonly string[], streams: Streams): Started {
  const { stdin, stdout, stderr } = streams;
  if (!stdout.isTTY && !stderr.isTTY) return inPipes(command, streams);
  const script = scriptOf(process.platform, process.env["PATH"]);
  const [program = "", ...args] = command;
  if (script === undefined) return { child: spawn(program, args, { stdio: "inherit" }), outputs: [] };
  const { argv, stdio, environment } = underScript(command, {
    stdin: stdin.isTTY === true,
    stdout: stdout.isTTY === true,
    stderr: stderr.isTTY === true,
  });
  const child = spawn(script, argv, { stdio, env: environment });
  return { child, outputs: child.stdout === null ? [] : [through(child.stdout, stdout.isTTY ? stdout : stderr)] };
}

function inPipes([program = "", ...args]: readonly string[], { stdout, stderr }: Streams): Started {
  const pipes = makePipes(isOnePlace() ? 1 : 2);
  if (pipes === undefined) {
    const child = spawn(program, args, { stdio: ["inherit", "pipe", "pipe"] });
    return { child, outputs: [through(child.stderr, stderr), through(child.stdout, stdout)] };
  }
  const [out, err = out] = pipes;
  const child = spawn(program, args, { stdio: ["inherit", out?.write, err?.write] });
  for (const { write } of pipes) closeSync(write);
  const reading = pipes.map(({ read }) => createReadStream("", { fd: read }));
  return { child, outputs: reading.map((from, index) => through(from, index === 0 ? stdout : stderr)).reverse() };
}

function endOf(child: ChildProcess): Promise<Omit<Ended, "tail">> {
  return new Promise((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve({ exitCode: null, signal: null, problem: `${error.code}` });
    });
    child.on("exit", (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

/** `2>&1`: both outputs are one file, one pipe, one device. */
function isOnePlace(): boolean {
  if (process.platform === "win32") return false;
  const [out, err] = [fstatSync(1), fstatSync(2)];
  return out.dev === err.dev && out.ino === err.ino;
}

function through(from: Readable, to: NodeJS.WritableStream): Promise<string> {
  const tail = new OutputTail();
  from.on("data", (bytes: Buffer) => tail.add(bytes));
  from.pipe(to, { end: false });
  // Whoever read our output has gone: the command shall notice as it would without us.
  to.removeAllListeners("error").on("error", () => from.destroy());
  return new Promise((resolve) => {
    from.on("close", () => resolve(tail.text()));
  });
}

const TO_ONE = ["SIGTERM", "SIGHUP", "SIGUSR2"] as const;
/** A terminal sends these to every process in the foreground, the command too. */
const TO_ALL = ["SIGINT", "SIGQUIT"] as const;

/** We live as long as the command does, and end as it ends. */
function forwardSignals(child: ChildProcess, { stdin, stdout, stderr }: Streams): { stop(): void } {
  const hasTerminal = stdin.isTTY || stdout.isTTY || stderr.isTTY;
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  const ignore = () => undefined;
  for (const signal of TO_ONE) process.on(signal, forward);
  for (const signal of TO_ALL) process.on(signal, hasTerminal ? ignore : forward);
  return {
    stop() {
      for (const signal of [...TO_ONE, ...TO_ALL]) process.off(signal, forward).off(signal, ignore);
    },
  };
}
