// `npm run bench -- import` runs the measurements that are named; `npm run bench` runs all and writes what they said to docs/bench.md.

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, release } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Each with what it tells. */
const MEASUREMENTS = {
  record: "What recording costs the program that failed, beside what else it could do with an error",
  cli: "Commands, beside a Node process that does nothing",
  weight: "What a program takes on with the dependency, beside its peers",
  sanitize: "What cleaning a text costs, beside the specification's own four expressions and secretlint",
  "eval-privacy": "What is hidden, and what is hidden by mistake, if the corpus is there",
  group: "The key of a message",
  recognise: "The known failure that a message is",
  discovery: "What fails often is reported with a suggestion, what is noise is not: simulated weeks",
  import: "Logs of coding agents, beside a loop that only parses them",
  summary: "The report on a large store, beside a loop that only parses it",
  mcp: "Answers to a coding agent, beside a loop that only parses the store",
  "peers-at-scale": "The same questions to DuckDB and to jq, on the same million events",
  cluster: "A team's ClickHouse: push, bytes, report, beside the local roll-ups; CLICKHOUSE names the server",
  dashboard: "The page: weight, first paint, time to data, memory",
};

const named = process.argv.slice(2);
const said = {};
for (const name of named.length > 0 ? named : Object.keys(MEASUREMENTS)) {
  process.stdout.write(`\n${name}\n`);
  const child = spawn(process.execPath, [fileURLToPath(new URL(`dist/${name}.js`, import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.pipe(process.stdout, { end: false });
  const ended = new Promise((done) => child.once("close", done));
  said[name] = await text(child.stdout);
  if ((await ended) !== 0) process.exitCode = 1;
}
if (named.length === 0) writeFileSync(new URL("../docs/bench.md", import.meta.url), page());

function page() {
  const [{ model }, ...others] = cpus();
  const load = loadavg()[2].toFixed(1);
  return `# Measurements

\`npm run bench\` wrote this on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${process.platform} ${release()}, ${others.length + 1} cores (${model.trim()}), load ${load}.
Peers are measured in the same run, so ratios travel further than microseconds do. \`npm run bench -- NAME\` makes one of them again.
${Object.entries(said)
  .map(
    ([name, lines]) =>
      `\n## ${name}\n\n${MEASUREMENTS[name]}.\n\n\`\`\`text\n${lines.replace(/^\n+/, "").trimEnd()}\n\`\`\`\n`,
  )
  .join("")}`;
}
