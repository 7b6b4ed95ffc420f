// What cleaning one message costs, beside the specification's own expressions (four plain global ones, one after another) and
// secretlint's recommended rules. All in turn in one process, so that the ratios hold when the machine's speed drifts.
// Messages: sparse ones hold nothing private, typical ones one thing, dense ones several; of the texts in
// ../shared/data/privacy, where there are any, nine in ten are benign. Run: npm run bench

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { sanitizeText } from "12-factor-telemetry/sanitize";
import { asSpecified, lint } from "./privacy-peers.ts";

const CORPUS = resolve("../shared/data/privacy");
const ROUNDS = 60;
const WARM_UP = 60;
/** secretlint's profiler keeps a hundred marks of every call and walks them all for each when this ends. */
const LINT_ROUNDS = 6;
const MESSAGES = 40;
const BENIGN_OF_TEN = 9;

const SPARSE: readonly string[] = [
  "TypeError: Cannot read properties of undefined (reading 'map') at render (src/view/list.tsx:41:17) in build 1.24.3-rc.1",
  "ENOENT: no such file or directory, open 'data/citations/2026-11/index.json' while the agent read its second source",
  "Command failed with exit code 128: fatal: not a git repository (or any of the parent directories): .git",
  "FileNotFoundError: [Errno 2] No such file or directory: 'reports/weekly.md'; attempt 2 of 3, next in 1500 ms",
  "AssertionError: expected 47 to be 61 at tests/test_merge.py:118; 2026-11-22T10:30:00.123Z, commit 3f786850e387550fdab836ed7e6dc881de23001b",
  "Rate limit reached for requests: limit 50 per minute, used 50; request 7f9c2ba4-e88f-427d-a616-1c3a3f2b0e11 is retried after 20 s",
];
const TYPICAL: readonly string[] = [
  "ENOENT: no such file or directory, open '/Users/ada/Documents/work/pin-citer/data/citations/index.json' (attempt 2 of 3)",
  "fatal: Unable to create '/home/ada/src/article-analytics/.git/index.lock': File exists. Another git process seems to be running",
  "connect ECONNREFUSED 10.2.14.7:5432 - the connection of the pool timed out after 30 s and was not tried again by the agent",
  "401 Unauthorized: Incorrect API key provided: sk-proj-q7Xw2LpZ9vRk4TnB8sYd. You can find your key in the settings of your account",
];
const DENSE: readonly string[] = [
  "401 for ada@example.com from 10.2.14.7: Authorization: Bearer q7Xw2LpZ9vRk4TnB8sYd, Cookie: session=Zk81mQpL; home /home/ada/src",
  "connect to postgres://app:s3cr3t-pw@db.example.com:5432/prod failed, password=hunter2!x, api_key: 'a1B2c3D4e5F6', host 172.16.4.9",
  "/Users/ada/a.ts, /Users/grace/b.ts: token=a1b2c3d4e5f6 rejected, call +1 212 555 0187 or write to grace.hopper@example.org",
];

/** 64 KiB made of what costs the rules most; the longest time of all is told. */
const HOSTILE: readonly string[] = [
  ..."a1A.-@:/\\\"'=*^~`+",
  ...[
    "a:",
    "1:",
    "1.",
    "1.1.1.1/",
    "12-",
    "+1 ",
    "a@",
    "a@a.",
    "a.a@a-",
    "key=",
    "token: ",
    'key="',
    "passwordpassword",
    "key=a1 ",
  ],
  ...[
    "http://",
    "http://a@",
    "/home/",
    "/home/a Ab Ab Ab",
    "C:\\Users\\",
    "~a",
    "ey",
    "eyJaaaaaaaa.",
    "SG.",
    "hvs.",
    "%41",
    "\\n",
  ],
  ...[
    "bearer ",
    "cookie: a=bcdefghi ",
    "-----BEGIN PRIVATE KEY-----",
    "-----END ",
    "```a",
    "issue: ",
    "input_value='",
    "QWRhIExv",
  ],
  ...[
    "got '",
    "body: {",
    "==",
    "mysql ",
    "'a' == key ",
    "GB29",
    "2001:db8::",
    "WHERE a ",
    "\n^",
    '  File "',
    "sk-a1",
    "a1B2c3D4e5F6g7H8i9J0-",
  ],
  ...[...DENSE, ...TYPICAL],
];

interface Engine {
  name: string;
  clean(text: string): unknown;
}
const ENGINES: readonly Engine[] = [
  { name: "ours", clean: (text) => sanitizeText(text) },
  { name: "specification", clean: asSpecified },
];

const mixes: [name: string, texts: readonly string[]][] = [
  ["sparse", SPARSE],
  ["typical", TYPICAL],
  ["dense", DENSE],
];
if (existsSync(CORPUS)) mixes.push(["corpus, 9 of 10 benign", corpus()]);

const lines: string[] = [];
for (const [size, characters] of [
  ["200 characters", 200],
  ["4 KiB", 4096],
] as const) {
  lines.push(row([size, "ours", "specification", "ratio", "secretlint", "ratio"]));
  for (const [name, texts] of mixes) lines.push(await compared(`  ${name}`, messagesOf(texts, characters)));
}
process.stdout.write(`${[...lines, "", ...worst()].join("\n")}\n`);

async function compared(name: string, messages: readonly string[]): Promise<string> {
  const times = ENGINES.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [index, { clean }] of ENGINES.entries()) {
      for (const message of messages) {
        const started = performance.now();
        clean(message);
        if (round >= 0) times[index]?.push((performance.now() - started) * 1000);
      }
    }
  }
  const linted: number[] = [];
  for (let round = 0; round < LINT_ROUNDS; round++) {
    for (const message of messages) {
      const started = performance.now();
      await lint(message);
      linted.push((performance.now() - started) * 1000);
    }
  }
  const [ours, specified, secretlint] = [...times, linted].map(median) as [number, number, number];
  const ratio = (peer: number) => `${(ours / peer).toFixed(2)}x`;
  const micro = (time: number) => `${time.toFixed(1)} µs`;
  return row([name, micro(ours), micro(specified), ratio(specified), micro(secretlint), ratio(secretlint)]);
}

function worst(): string[] {
  const timed = HOSTILE.map((piece) => ({ piece, large: best(piece, 64 * 1024), small: best(piece, 4 * 1024) }));
  const by = (cost: (one: (typeof timed)[number]) => number) => timed.reduce((a, b) => (cost(b) > cost(a) ? b : a));
  const slowest = by(({ large }) => large);
  const steepest = by(({ large, small }) => large / small);
  return [
    `worst 64 KiB of ${timed.length}: ${slowest.large.toFixed(2)} ms, ${JSON.stringify(slowest.piece)} repeated`,
    `steepest from 4 to 64 KiB: ${(steepest.large / steepest.small).toFixed(1)}x, ${JSON.stringify(steepest.piece)} repeated`,
  ];
}

/** Milliseconds, the least of five. */
function best(piece: string, characters: number): number {
  const text = flat(piece.repeat(characters / piece.length + 1).slice(0, characters));
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    sanitizeText(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** Texts joined by new lines and cut to size; each message begins with another text. */
function messagesOf(texts: readonly string[], characters: number): string[] {
  return Array.from({ length: MESSAGES }, (_, index) => {
    let message = "";
    for (let at = index; message.length < characters; at++) message += `${texts[at % texts.length]}\n`;
    return flat(message.slice(0, characters));
  });
}

/** A string that was put together is a tree until something reads it; whoever reads it first would pay for all. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}

function corpus(): string[] {
  const [secrets = [], benign = []] = ["secrets.jsonl", "benign.jsonl"].map((name) =>
    readFileSync(resolve(CORPUS, name), "utf8")
      .trim()
      .split("\n")
      .map((line): string => Buffer.from(JSON.parse(line).text_b64, "base64").toString()),
  );
  const shuffled = (texts: string[]) =>
    texts.map((text, index) => [(index * 7919) % 1009, text] as const).sort((a, b) => a[0] - b[0]);
  const [private_, plain] = [shuffled(secrets), shuffled(benign)];
  return plain.map(([, text], index) => (index % 10 < BENIGN_OF_TEN ? text : (private_[index]?.[1] ?? text)));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function row([name = "", ...cells]: string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(15)).join("");
}
