// What recording one error costs, beside the cheapest durable thing there is: `fs.appendFileSync` of the same line.
// Both in turn in one process, so that the ratio holds when the machine's speed drifts. Run: npm run bench

import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TelemetryCollector } from "12-factor-telemetry";

const ROUNDS = 20_000;
const WARM_UP = 2_000;
const MESSAGE =
  "ENOENT: no such file or directory, open '/Users/ada/Documents/work/pin-citer/data/citations/2026-11/index.json' while the " +
  "IssueProcessorAgent read its second source (attempt 2 of 3, request 7f3c)";

const folder = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
const telemetry = new TelemetryCollector({ dir: join(folder, "telemetry"), repo: "pin-citer", enabled: true });
const record = (): unknown =>
  telemetry.recordError("pin-citer", "IssueProcessorAgent", "FileNotFoundError", MESSAGE, {
    operation: "read",
    file_type: "json",
    retry_count: 0,
  });
record();
const line = readFileSync(join(folder, "telemetry", "all_errors.jsonl"), "utf8");
const append = (): void => appendFileSync(join(folder, "peer.jsonl"), line);

const times = { record: [] as number[], append: [] as number[] };
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const [name, work] of [
    ["record", record],
    ["append", append],
  ] as const) {
    const started = performance.now();
    work();
    if (round >= 0) times[name].push((performance.now() - started) * 1000);
  }
}
rmSync(folder, { recursive: true });

const at = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const lines = [50, 99, 99.9].map((percent) => {
  const [ours, peer] = [at(times.record, percent / 100), at(times.append, percent / 100)];
  return (
    `p${percent}`.padEnd(7) +
    `${ours.toFixed(1)} µs`.padStart(12) +
    `${peer.toFixed(1)} µs`.padStart(16) +
    `${(ours / peer).toFixed(2)}x`.padStart(9)
  );
});
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}: ${ROUNDS} errors of ${MESSAGE.length} characters, ${line.length} bytes a line\n` +
    `${["       recordError", "appendFileSync", "ratio"].join("  ")}\n${lines.join("\n")}\n`,
);
