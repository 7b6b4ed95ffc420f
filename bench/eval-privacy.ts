// How much of real test strings the sanitizer hides and what it hides wrongly, beside the specification's own expressions.
// What it costs: sanitize.ts. Run: npm run eval:privacy
//
// The corpus is measured where it lies and is no part of this repository. A secret is hidden when no run of it is left that has a
// third of its length and at least 8 characters; a benign text is falsely redacted when the answer holds more placeholders.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sanitizeText } from "12-factor-telemetry/sanitize";
import { asSpecified } from "./privacy-peers.ts";

const CORPUS = resolve("../shared/data/privacy");

const CORE = new Set(
  "provider-shaped keyword-context vendor-context-only auth-header jwt cookie private-key url-credentials user-path credit-card ssn phone ip email".split(
    " ",
  ),
);

interface Sample {
  text: string;
  /** "" in a benign one. */
  secret: string;
  /** Family of a secret, category of a benign text. */
  kind: string;
  debatable: boolean;
}

if (existsSync(CORPUS)) process.stdout.write(`${hiding().join("\n")}\n`);
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

type Redact = (text: string) => string;

function redactOurs(text: string): string {
  return sanitizeText(text);
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

function row([name = "", ...cells]: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(15)).join("");
}
