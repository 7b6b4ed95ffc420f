// What a user of the published packages meets: linters of packages, compilers, runtimes, bundlers, the installed command. Run by
// .ci/packages in a folder of its own, in which the packed packages are installed.

import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CORE = "12-factor-telemetry.tgz";
const TOOLS = "12-factor-telemetry-tools.tgz";
const NODES = ["node20", "node22", "node24", "node26"].map((name) => [name, `node_modules/${name}/bin/node`]);

const RECORDED = {
  adapters: 7,
  isOne: true,
  instant: 1795343400123,
  rules: true,
  clean: "***EMAIL***",
  total_errors: 2,
  messages: ["index.lock is there", "mail to ***EMAIL*** was lost"],
};

const folder = () => mkdtempSync(join(tmpdir(), "12-factor-packages-"));

/** In a home and a data directory of its own. Throws with what the program said when it fails. */
function run(program, args, { environment = {}, input = "" } = {}) {
  const env = { ...process.env, HOME: folder(), TELEMETRY_DIR: folder(), ...environment };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env, input });
  if (status !== 0) throw new Error(`${[program, ...args].join(" ")}: exit code ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

function judged(what, judge) {
  const started = performance.now();
  judge();
  process.stdout.write(`${what}: well, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

const bin = (name) => `node_modules/.bin/${name}`;

for (const tarball of [CORE, TOOLS]) judged(`publint, ${tarball}`, () => run(bin("publint"), [tarball, "--strict"]));
judged("attw", () => run(bin("attw"), [CORE, "--profile", "esm-only", "--no-emoji"]));

for (const typescript of ["typescript", "typescript5"]) {
  for (const [module, resolution, ...files] of [
    ["node16", "node16", "consumer.mts"],
    ["nodenext", "nodenext", "consumer.mts", "consumer.cts"],
    ["esnext", "bundler", "consumer.mts"],
  ]) {
    const flags = ["--noEmit", "--strict", "--target", "es2022", "--types", "node", "--exactOptionalPropertyTypes"];
    judged(`${typescript}, ${resolution}`, () =>
      run(process.execPath, [
        `node_modules/${typescript}/bin/tsc`,
        ...[...flags, "--module", module, "--moduleResolution", resolution, ...files],
      ]),
    );
  }
}

for (const [name, node] of NODES) {
  judged(`${name}, import`, () => deepEqual(JSON.parse(run(node, ["consumer.mjs"])), RECORDED));
  judged(`${name}, require`, () =>
    deepEqual(JSON.parse(run(node, ["consumer.cjs"])), ["mail to ***EMAIL*** was lost"]),
  );
  judged(`${name}, register`, () => {
    const environment = { TELEMETRY_DIR: folder() };
    const uncaught = 'setTimeout(() => { throw new RangeError("too far"); })';
    const register = ["--import", "12-factor-telemetry/register"];
    equal(spawnSync(node, [...register, "-e", uncaught], { env: { ...process.env, ...environment } }).status, 1);
    match(run(node, [bin("12-factor-telemetry"), "search", "too far", "--json"], { environment }), /"RangeError"/);
  });
}

for (const [name, args] of [
  ["bun", ["consumer.mjs"]],
  ["deno", ["run", "--allow-all", "--node-modules-dir=manual", "--quiet", "consumer.mjs"]],
]) {
  judged(`${name}, import`, () => deepEqual(JSON.parse(run(bin(name), args)), RECORDED));
}

judged("bundled by esbuild", () => {
  const out = folder();
  const flags = ["--bundle", "--platform=node", "--format=esm", "--splitting", "--minify", "--out-extension:.js=.mjs"];
  run(bin("esbuild"), ["consumer.mjs", ...flags, `--outdir=${out}`, "--log-level=warning"]);
  deepEqual(JSON.parse(run(process.execPath, [join(out, "consumer.mjs")])), RECORDED);
});

judged("bundled by webpack", () => {
  const out = folder();
  run(process.execPath, ["webpack.mjs", out]);
  deepEqual(JSON.parse(run(process.execPath, [join(out, "main.mjs")])), RECORDED);
});

judged("the installed command", () => {
  const command = [resolve(bin("12-factor-telemetry"))];
  const environment = { TELEMETRY_DIR: folder() };
  const ask = (...words) => run(process.execPath, [...command, ...words], { environment, input: ask.input });
  ask.input = '{"error_message":"index.lock of ada@example.com","repo":"r","agent":"A","error_type":"GitError"}\n';
  equal(ask("record"), "Recorded 1 event.\n");
  equal(JSON.parse(ask("summary", "--json")).total_errors, 1);
  match(ask("export", "--format", "otlp-jsonl"), /^\{"resourceLogs":/);
  equal(ask("export", "--format", "parquet").slice(0, 4), "PAR1");
  match(ask("audit"), /./);
  match(ask("demo"), /Total Errors: \d+/);
  match(ask("rules", "test"), /./);
});
