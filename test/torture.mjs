// The store under torture: writers, and beside them cleaners, rewriters, rotators and repairers, all stopped and killed at random and
// started again. Then: is every event whose call returned an id there, once?
// `node test/torture.mjs [writers] [events each] [kills]`; the defaults are the long form.

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clean, readEvents, repairRepoFiles } from "../core/dist/telemetry/store/index.js";

const [writers = 16, events = 2000, mostKills = 400] = process.argv.slice(2).map(Number);
const ROLE = fileURLToPath(new URL("fixtures/torture-role.mjs", import.meta.url));
const MAINTAINERS = ["cleaner", "cleaner", "rewriter", "rotator", "closer", "repairer"];
const folder = mkdtempSync(join(tmpdir(), "12-factor-torture-"));
const directory = join(folder, "telemetry");
const running = new Map();
let kills = 0;
let isOver = false;
const failures = [];

/** Runs until its work is done; a killed one is started again. */
function keepRunning(role, name) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [ROLE, role, directory, name, String(events)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.once("data", () => running.set(name, child));
    child.stderr.on("data", (text) => (said += text));
    child.on("close", (code, signal) => {
      running.delete(name);
      if (signal === "SIGKILL") done(isOver && role !== "writer" ? undefined : keepRunning(role, name));
      else {
        if (code !== 0) failures.push(`${role} ${name} ended with ${code}: ${said.slice(0, 600)}`);
        done(undefined);
      }
    });
  });
}

const pick = (names) => names[Math.floor(Math.random() * names.length)];

const oneOf = (letter) => running.get(pick([...running.keys()].filter((name) => name.startsWith(letter))));

async function killAtRandom() {
  while (!isOver && kills < mostKills) {
    await new Promise((later) => setTimeout(later, Math.random() * 60));
    if (oneOf(pick(["w", "m", "m"]))?.kill("SIGKILL")) kills++;
  }
}

/** Writers, so that a maintainer passes them between two of their system calls. */
async function stopAtRandom() {
  while (!isOver) {
    await new Promise((later) => setTimeout(later, Math.random() * 4));
    const victim = oneOf("w");
    victim?.kill("SIGSTOP");
    setTimeout(() => victim?.kill("SIGCONT"), Math.random() * 60);
  }
}

const started = performance.now();
const maintaining = MAINTAINERS.map((role, index) => keepRunning(role, `m${index}`));
const writing = Array.from({ length: writers }, (_, index) => keepRunning("writer", `w${index}`));
const hurting = [killAtRandom(), stopAtRandom()];
await Promise.all(writing);
isOver = true;
await Promise.all(hurting);
const ending = setInterval(() => {
  for (const child of running.values()) child.kill("SIGKILL");
}, 50);
await Promise.all(maintaining);
clearInterval(ending);

const told = readdirSync(folder)
  .filter((name) => name.startsWith(`${basename(directory)}.told-`))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line));

function look() {
  const skipped = { torn: 0, foreign: 0 };
  const seen = new Map();
  for (const { telemetry_id, error_message } of readEvents(directory, skipped)) {
    const key = `${telemetry_id} ${error_message}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const copies = told.map(({ telemetry_id, error_message }) => seen.get(`${telemetry_id} ${error_message}`) ?? 0);
  return {
    lost: copies.filter((count) => count === 0).length,
    double: copies.filter((count) => count > 1).length,
    ...skipped,
  };
}

const before = look();
clean(directory, Date.now() - 30 * 86_400_000);
repairRepoFiles(directory);
const after = look();
const stillMissing = repairRepoFiles(directory, true).lines;
const asides = readdirSync(directory, { recursive: true }).filter((name) => /\.q\d/.test(name)).length;
rmSync(folder, { recursive: true });

const answer = {
  told: told.length,
  kills,
  seconds: Math.round((performance.now() - started) / 100) / 10,
  before,
  after,
  asides,
  stillMissing,
  failures,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
const isWhole = told.length === writers * events && failures.length === 0 && asides + stillMissing === 0;
const isRight = [before, after].every(({ lost, double }) => lost + double === 0);
process.exitCode = isWhole && isRight ? 0 : 1;
