// What grouping one message costs, beside the simplest peer there is: one alternated expression in the manner of Sentry's
// parameterisation (dates, addresses, paths, UUIDs, hexadecimal, numbers, quotes -> a placeholder each), which sees through
// nothing. 100,000 distinct messages, both in turn in one process. Run: npm run build && node bench/dist/group.js

import { groupOf, templateOf } from "12-factor-telemetry/report";

const MESSAGES = 100_000;
const WARM_UP = 5_000;

const KINDS: readonly ((n: number) => string)[] = [
  (n) => `ENOENT: no such file or directory, open '/srv/job-${n}/notes-${n % 7}.md'`,
  (n) => `2026-11-22T10:30:0${n % 10}.123Z [ERROR] worker: connect ECONNREFUSED 127.0.0.1:${1024 + (n % 60_000)}`,
  (n) => `No module named 'plugin_${n}'`,
  (n) => `Timeout of ${n} ms exceeded while waiting for the tool to answer (attempt ${n % 5})`,
  (n) =>
    `litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached for gpt-4o on tokens per min: Limit ${n}`,
  (n) =>
    `API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: ${n} tokens > 200000 maximum"}}`,
  (n) => `fatal: Unable to create '/srv/repo-${n}/.git/index.lock': File exists.`,
  (n) => `TypeError: Cannot read properties of undefined (reading 'field${n}')`,
];

const PEER =
  /(?<email>[\w.+-]+@[\w-]+\.[\w.-]+)|(?<url>\w+:\/\/[^\s'")]+)|(?<ip>\d+\.\d+\.\d+\.\d+)|(?<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<date>\d{4}-\d\d-\d\d[T ]?[\d:.]*Z?)|(?<path>\/[\w./-]+)|(?<hex>0x[0-9a-f]+|\b[0-9a-f]{8,}\b)|(?<dur>\d+ ?ms\b)|(?<int>-?\d+)|(?<quoted>'[^']+'|"[^"]+")/g;

function peer(message: string): string {
  return message.replace(PEER, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    return `<${Object.keys(groups).find((kind) => groups[kind] !== undefined)}>`;
  });
}

const groupIn = (message: string): string => groupOf({ error_type: "Error", error_message: message });

const messages = Array.from({ length: MESSAGES + WARM_UP }, (_, n) =>
  (KINDS[n % KINDS.length] as (n: number) => string)(n),
);
const work = { template: templateOf, group: groupIn, peer };
const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
for (const [index, message] of messages.entries())
  for (const [place, [name, run]] of Object.entries(work).entries()) {
    const own = `${message} #${index * 8 + place}`; // nobody is to find what another has just read
    const started = performance.now();
    run(own);
    if (index >= WARM_UP) times.get(name)?.push((performance.now() - started) * 1000);
  }

const at = (name: string, share: number): number =>
  times.get(name)?.sort((a, b) => a - b)[Math.floor(MESSAGES * share)] ?? Number.NaN;
const rows = [...times.keys()].map(
  (name) =>
    `${name.padEnd(24)}${[0.5, 0.99].map((share) => `${at(name, share).toFixed(1)} µs`.padStart(12)).join("")}` +
    `${(at(name, 0.5) / at("peer", 0.5)).toFixed(2)}x`.padStart(9),
);
const hostile = ["a/", "'", "{", "(", ": ", "x.", "<"].map((text) => text.repeat(32_768));
const started = performance.now();
for (const text of hostile) templateOf(text);
const slowest = (performance.now() - started) / hostile.length;
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}: ${MESSAGES} distinct messages\n` +
    `${"".padEnd(24)}${"median".padStart(12)}${"p99".padStart(12)}${"to peer".padStart(9)}\n${rows.join("\n")}\n` +
    `hostile, 64 KiB: ${slowest.toFixed(2)} ms each\n`,
);
