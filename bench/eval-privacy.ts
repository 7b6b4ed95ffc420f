// How much of real test strings the sanitizer hides, what it hides wrongly and what it costs, beside its peers in one run: the
// specification's own expressions and secretlint's recommended rules. Run: npm run eval:privacy
//
// The corpus is measured where it lies and is no part of this repository. A secret is hidden when no run of it is left that has a
// third of its length and at least 8 characters; a benign text is falsely redacted when the answer holds more placeholders.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { sanitizeText } from "12-factor-telemetry/sanitize";

const CORPUS = resolve("../shared/data/privacy");

const CORE = new Set(
  "provider-shaped keyword-context vendor-context-only auth-header jwt cookie private-key url-credentials user-path credit-card ssn phone ip email".split(
    " ",
  ),
);

// secretlint's profiler keeps a hundred marks of every call and walks them all for each when this ends: 10,000 calls took minutes.
const ROUNDS = 60;
const WARM_UP = 20;

// As a reader of the specification, Data Sanitization Rules, would write them.
const SPECIFICATION: readonly (readonly [RegExp, string])[] = [
  [/\/(Users|home)\/[^/\s]+/g, "/$1/***"],
  [/sk-[A-Za-z0-9_-]+/g, "***TOKEN***"],
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g, "***EMAIL***"],
  [/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, "***IP***"],
];

const MESSAGES: readonly string[] = [
  "ENOENT: no such file or directory, open '/Users/ada/Documents/work/pin-citer/data/citations/index.json' (attempt 2 of 3)",
  "TypeError: Cannot read properties of undefined (reading 'map') at render (src/view/list.tsx:41:17) in build 1.24.3-rc.1",
  "401 Unauthorized: invalid x-api-key for ada@example.com; request req_011CSHoEeqs5C35K2UUqR7Fy took 1,204 ms and was not retried",
  "connect ECONNREFUSED 10.2.14.7:5432 - connecting to postgres://app:s3cr3t-pw@db.example.com:5432/prod timed out after 30s",
  "fatal: Unable to create '/home/ada/src/article-analytics/.git/index.lock': File exists. Another git process seems to be running",
];

interface Sample {
  text: string;
  /** "" in a benign one. */
  secret: string;
  /** Family of a secret, category of a benign text. */
  kind: string;
  debatable: boolean;
}

if (existsSync(CORPUS)) process.stdout.write(`${[...hiding(), "", ...(await costs())].join("\n")}\n`);
else process.stdout.write(`There is no corpus in ${CORPUS}: nothing measured.\n`);

function hiding(): string[] {
  const secrets = samplesIn("secrets.jsonl");
  const benign = samplesIn("benign.jsonl").filter(({ debatable }) => !debatable);
  const isFalse = (redact: Redact) => (sample: Sample) => marks(redact(sample.text)) > marks(sample.text);
  const hidden = (redact: Redact) => (sample: Sample) => isHidden(sample.secret, redact(sample.text));
  return [
    row(["", "ours", "specification", "texts"]),
    row(["hidden"]),
    ...byKind(secrets).map(([kind, samples]) => compared(CORE.has(kind) ? kind : `${kind} *`, samples, hidden)),
    compared(
      "all core kinds",
      secrets.filter(({ kind }) => CORE.has(kind)),
      hidden,
    ),
    compared("all (* is not core)", secrets, hidden),
    row(["falsely redacted"]),
    compared("benign texts", benign, isFalse),
    ...byKind(benign.filter(isFalse(redactOurs))).map(([kind, { length }]) => row([`  ${kind}`, `${length}`])),
  ];
}

function compared(name: string, samples: Sample[], is: (redact: Redact) => (sample: Sample) => boolean): string {
  const share = (redact: Redact) => `${((100 * samples.filter(is(redact)).length) / samples.length).toFixed(1)} %`;
  return row([`  ${name}`, share(redactOurs), share(asSpecified), `${samples.length}`]);
}

async function costs(): Promise<string[]> {
  const short = MESSAGES.map((message) => `${message} | ${message}`.slice(0, 200));
  const long = MESSAGES.map((_, index) => [...MESSAGES.slice(index), ...MESSAGES].join("\n").repeat(8).slice(0, 4096));
  return [
    row(["p50", "ours", "specification", "ratio", "secretlint", "ratio"]),
    await cost("  200 characters", short),
    await cost("  4 KiB", long),
  ];
}

/** All in turn, so that the ratios hold when the machine's speed drifts. */
async function cost(name: string, texts: readonly string[]): Promise<string> {
  const times: [number[], number[], number[]] = [[], [], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const text of texts) {
      for (const [index, work] of [redactOurs, asSpecified, lint].entries()) {
        const started = performance.now();
        const answer = work(text);
        if (answer instanceof Promise) await answer;
        if (round >= 0) times[index]?.push((performance.now() - started) * 1000);
      }
    }
  }
  const [ours, specified, secretlint] = times.map(median) as [number, number, number];
  const ratio = (peer: number) => `${(ours / peer).toFixed(2)}x`;
  const micro = (time: number) => `${time.toFixed(1)} µs`;
  return row([name, micro(ours), micro(specified), ratio(specified), micro(secretlint), ratio(secretlint)]);
}

type Redact = (text: string) => string;

function redactOurs(text: string): string {
  return sanitizeText(text);
}

function asSpecified(text: string): string {
  return SPECIFICATION.reduce((clean, [pattern, placeholder]) => clean.replace(pattern, placeholder), text);
}

function lint(content: string): Promise<unknown> {
  return lintSource({
    source: { filePath: "message.txt", content, contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] },
    },
  });
}

function isHidden(secret: string, answer: string): boolean {
  const run = Math.max(8, Math.floor(secret.length / 3));
  if (secret.length <= run) return !answer.includes(secret);
  for (let start = 0; start + run <= secret.length; start++) {
    if (answer.includes(secret.slice(start, start + run))) return false;
  }
  return true;
}

function marks(text: string): number {
  return text.match(/\*\*\*[A-Z-]*/g)?.length ?? 0;
}

function samplesIn(name: string): Sample[] {
  const decoded = (base64 = "") => Buffer.from(base64, "base64").toString("utf8");
  const lines = readFileSync(join(CORPUS, name), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { text_b64, secret_b64, family, cat, debatable } = JSON.parse(line);
    return { text: decoded(text_b64), secret: decoded(secret_b64), kind: family ?? cat, debatable: debatable === true };
  });
}

function byKind(samples: readonly Sample[]): [string, Sample[]][] {
  const kinds = new Map<string, Sample[]>();
  for (const sample of samples) kinds.set(sample.kind, [...(kinds.get(sample.kind) ?? []), sample]);
  return [...kinds].sort((a, b) => b[1].length - a[1].length);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function row([name = "", ...cells]: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(15)).join("");
}
