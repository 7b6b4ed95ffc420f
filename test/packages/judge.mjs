// What a user of the published packages meets: linters of packages, compilers, runtimes, bundlers, the installed command. Run by
// .ci/packages in a folder of its own, in which the packed packages are installed.

import { deepEqual, equal, match } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
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

async function judged(what, judge) {
  const started = performance.now();
  await judge();
  process.stdout.write(`${what}: well, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

const bin = (name) => `node_modules/.bin/${name}`;

for (const tarball of [CORE, TOOLS])
  await judged(`publint, ${tarball}`, () => run(bin("publint"), [tarball, "--strict"]));
await judged("attw", () => run(bin("attw"), [CORE, "--profile", "esm-only", "--no-emoji"]));

for (const typescript of ["typescript", "typescript5"]) {
  for (const [module, resolution, ...files] of [
    ["node16", "node16", "consumer.mts"],
    ["nodenext", "nodenext", "consumer.mts", "consumer.cts"],
    ["esnext", "bundler", "consumer.mts"],
  ]) {
    const flags = ["--noEmit", "--strict", "--target", "es2022", "--types", "node", "--exactOptionalPropertyTypes"];
    await judged(`${typescript}, ${resolution}`, () =>
      run(process.execPath, [
        `node_modules/${typescript}/bin/tsc`,
        ...[...flags, "--module", module, "--moduleResolution", resolution, ...files],
      ]),
    );
  }
}

for (const [name, node] of NODES) {
  await judged(`${name}, import`, () => deepEqual(JSON.parse(run(node, ["consumer.mjs"])), RECORDED));
  await judged(`${name}, require`, () =>
    deepEqual(JSON.parse(run(node, ["consumer.cjs"])), ["mail to ***EMAIL*** was lost"]),
  );
  await judged(`${name}, register`, () => {
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
  await judged(`${name}, import`, () => deepEqual(JSON.parse(run(bin(name), args)), RECORDED));
}

await judged("bundled by esbuild", () => {
  const out = folder();
  const flags = ["--bundle", "--platform=node", "--format=esm", "--splitting", "--minify", "--out-extension:.js=.mjs"];
  run(bin("esbuild"), ["consumer.mjs", ...flags, `--outdir=${out}`, "--log-level=warning"]);
  deepEqual(JSON.parse(run(process.execPath, [join(out, "consumer.mjs")])), RECORDED);
});

await judged("bundled by webpack", () => {
  const out = folder();
  run(process.execPath, ["webpack.mjs", out]);
  deepEqual(JSON.parse(run(process.execPath, [join(out, "main.mjs")])), RECORDED);
});

await judged("the installed command", () => {
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

await judged("the installed hook", () => {
  const [home, data] = [folder(), folder()];
  const environment = { HOME: home, TELEMETRY_DIR: data };
  const command = resolve(bin("12-factor-telemetry"));
  run(process.execPath, [command, "hook", "install", "claude-code"], { environment });
  const settings = JSON.parse(readFileSync(join(home, ".claude", "settings.json"), "utf8"));
  const failure = { hook_event_name: "PostToolUseFailure", session_id: "s", transcript_path: "/x", tool_use_id: "t1" };
  const input = JSON.stringify({
    ...failure,
    tool_name: "Bash",
    cwd: home,
    error: "Exit code 128\nfatal: no such remote",
  });
  equal(run("sh", ["-c", settings.hooks.PostToolUseFailure[0].hooks[0].command], { environment, input }), "");
  match(readFileSync(join(data, "all_errors.jsonl"), "utf8"), /"error_message":"fatal: no such remote"/);
});

await judged("the installed page", async () => {
  const words = ["dashboard", "--no-open", "--store", folder()];
  const server = spawn(process.execPath, [resolve(bin("12-factor-telemetry")), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let said = "";
    for await (const text of server.stdout) {
      said += text;
      if (/http:\S+\n/.test(said)) break;
    }
    const { origin } = new URL(/http:\S+/.exec(said)[0]);
    match(await (await fetch(origin)).text(), /app\.js/);
    equal((await fetch(`${origin}/app.js`)).status, 200);
  } finally {
    server.kill();
  }
});
