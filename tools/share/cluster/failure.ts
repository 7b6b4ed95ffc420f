// What went wrong on the way or at the server, in one line that says what to do; and whether another try may help.

import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "12-factor-telemetry/store";
import type { Target } from "./target.ts";
import { PASSWORD, PASSWORD_FILE, USER } from "./target.ts";

interface Failure {
  is: (code: string) => boolean;
  say: string;
  /** Whether it may pass by itself. @default false */
  passes?: true;
}

const among = (codes: string) => (code: string) => codes.split(" ").includes(code);

/** Node's codes, and the numbers of ClickHouse's src/Common/ErrorCodes.cpp. The first that fits speaks. */
const FAILURES: readonly Failure[] = [
  {
    is: among("243 ENOSPC"),
    say: "its disk is full. Nothing is lost here: push again when it has space.",
    passes: true,
  },
  {
    is: among("ECONNREFUSED"),
    say: "nobody listens there. Is the server running, and is that its HTTP port?",
    passes: true,
  },
  { is: among("ENOTFOUND EAI_AGAIN"), say: "there is no host of that name. Check the address.", passes: true },
  {
    is: (code) => /CERT|SIGNATURE|SSL|TLS|EPROTO/.test(code),
    say: "its certificate is not trusted, or it speaks no TLS. An authority of your own goes into NODE_EXTRA_CA_CERTS.",
  },
  {
    is: (code) => /^(?:E[A-Z]+|UND_ERR_.*|HPE_.*)$/.test(code),
    say: "the connection broke. Try again when the network is back.",
    passes: true,
  },
  {
    is: among("192 193 194 516"),
    say: `it does not know this user and password. Set ${USER}, and ${PASSWORD} or ${PASSWORD_FILE}.`,
  },
  { is: among("164 291 497"), say: "this user may not do that. Ask for the rights in docs/team.md." },
  {
    is: among("60 81"),
    say: "there is no telemetry in that database, or not on every shard. `push` makes the tables.",
  },
  { is: among("170 701"), say: "it has no cluster of that name. `SELECT cluster FROM system.clusters` lists them." },
  {
    is: among("198 209 210 279 519"),
    say: "one of its shards does not answer. What all of them hold is told when it is back.",
    passes: true,
  },
  { is: among("159 160 202 241 252 285 319 999"), say: "it is too busy now. Try again later.", passes: true },
];

/** Characters of the server's own words. */
const WORDS = 200;

export function told(error: unknown, { url }: Target): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || error instanceof TypeError) return error;
  const code = codeOf(error);
  const known = FAILURES.find(({ is }) => is(code));
  const words = error.message.replace(/\s+/g, " ").trim().slice(0, WORDS);
  const why =
    known?.say ??
    (code === "" ? `the answer is not ClickHouse's ("${words}"). Check the address.` : `it says ${words}`);
  return new StoreError("STORE_UNREADABLE", `${url}${code === "" ? "" : ` (${code})`}: ${why}`, { cause: error });
}

/** Milliseconds before each further try. */
const WAITS_MS = [250, 1000, 4000];

/** `work` once more while it fails in a way that may pass. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (const waitMs of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || !passes(codeOf(error))) throw error;
      await pause(waitMs);
    }
  }
  return await work();
}

/** Whether the other side hung up while it was told something. */
export const isHungUp = (error: unknown): boolean => error instanceof Error && among("EPIPE ECONNRESET")(codeOf(error));

/** What is not ClickHouse's word is a proxy's before it. */
const passes = (code: string): boolean => code === "" || FAILURES.find(({ is }) => is(code))?.passes === true;

/** "" where there is none. Servers before 20 say theirs only in words; what stopped a write is in the words of all of them. */
function codeOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  if (/\berrno: 28\b/.test(error.message)) return "ENOSPC";
  return /^Code: (\d+)/.exec(error.message)?.[1] ?? code ?? "";
}
