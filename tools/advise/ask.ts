// Asks a command of the user's own: without a shell, the question on its standard input, its answer bounded in time and size.

import { spawn } from "node:child_process";
import type { AdviseCommand } from "./command.ts";

/** What went wrong with the command, and what to do. */
export class AdviseError extends Error {
  override name = "AdviseError";
}

/** Bytes. An answer of a few sentences was asked for. */
const LONGEST_ANSWER = 1 << 18;
/** Bytes of what it says of its failure. */
const LONGEST_COMPLAINT = 1 << 12;

/** Its standard output. Throws AdviseError. */
export async function ask(
  { words, seconds }: AdviseCommand,
  prompt: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const [program = "", ...args] = words;
  // Claude Code refuses to run inside itself; and a failure of the one that is asked is no failure of the user's agents.
  const { CLAUDECODE: _nested, ...own } = environment;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], env: { ...own, TELEMETRY_ENABLED: "false" } });
  const answer = new Collected(LONGEST_ANSWER, () => child.kill("SIGKILL"));
  const complaint = new Collected(LONGEST_COMPLAINT, () => {});
  child.stdout.on("data", (chunk: Buffer) => answer.add(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaint.add(chunk));
  child.stdin.on("error", () => {}); // it may answer, or end, before it has read all
  child.stdin.end(prompt);
  let isLate = false;
  const clock = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  try {
    const { code, signal } = await ended(child);
    if (isLate)
      throw new AdviseError(
        `${program} has not answered within ${seconds} s. Set "seconds" of advise in config.json higher, or ask again.`,
      );
    if (answer.isFull)
      throw new AdviseError(
        `${program} answered more than ${LONGEST_ANSWER >> 10} KiB, which is no short answer. Nothing was kept.`,
      );
    if (code !== 0)
      throw new AdviseError(
        `${program} ended with ${code ?? signal}: ${complaint.firstLine() || "it says nothing"}. Try it by hand, then ask again.`,
      );
    if (answer.text().trim() === "")
      throw new AdviseError(`${program} answered nothing. Try it by hand: it gets the question on its standard input.`);
    return answer.text().trim();
  } finally {
    clearTimeout(clock);
    // What it has started may still hold its streams.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  }
}

/** Its end, and what it wrote before; a program that it left behind is not waited for. */
function ended(child: ReturnType<typeof spawn>): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      const what = error.code === "ENOENT" ? "is not on this machine" : `cannot be started (${error.code})`;
      reject(
        new AdviseError(`${child.spawnfile} ${what}. Install it, or name another command as advise in config.json.`),
      );
    });
    child.once("close", (code, signal) => resolve({ code, signal }));
    child.once("exit", (code, signal) => setTimeout(() => resolve({ code, signal }), 500).unref());
  });
}

class Collected {
  readonly #chunks: Buffer[] = [];
  readonly #most: number;
  readonly #full: () => void;
  #bytes = 0;

  constructor(most: number, full: () => void) {
    this.#most = most;
    this.#full = full;
  }

  get isFull(): boolean {
    return this.#bytes > this.#most;
  }

  add(chunk: Buffer): void {
    if (this.isFull) return;
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
    if (this.isFull) this.#full();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }

  firstLine(): string {
    return this.text().trim().split("\n")[0] ?? "";
  }
}
