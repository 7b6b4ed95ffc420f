// `telemetry dashboard` as a user starts it, in a process of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

export interface Started {
  /** With the token behind the #. */
  address: string;
  origin: string;
  token: string;
  port: number;
  process: ChildProcess;
  /** Ends it as Ctrl-C does, and answers its exit code. */
  stop(): Promise<number | null>;
}

export async function startDashboard(
  directory: string,
  before: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Started> {
  const [program = "", ...args] = [...before, process.execPath, resolve("bin/agent"), "telemetry", "dashboard"];
  const child = spawn(program, [...args, "--no-open", "--store", directory, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await new Promise<string>((done, fail) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{64}/.exec(text)?.[0];
      if (found !== undefined) done(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => fail(new Error(`The dashboard ended: ${text}`)));
  });
  const { origin, port, hash } = new URL(address);
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return {
    ...{ address, origin, port: Number(port), token: hash.slice(1), process: child },
    stop: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}
