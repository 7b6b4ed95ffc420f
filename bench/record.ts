// What recording one error costs, beside its peers: every call in one process, so that the ratios hold when the machine's speed
// drifts, and each round in another order, for whoever comes second finds the caches warm; import and first capture in fresh
// processes; what is on disk after exit() and SIGKILL right behind the call. The sanitizer runs whole, on messages of 200 characters
// that differ in their words: equal ones would be folded, and that is measured apart.
// Run: npm run bench

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OURS, OURS_WITH_STACK, PEERS, type Peer, PINO, SENTRY } from "./peers.ts";

const ROUNDS = 10_000;
const WARM_UP = 2_000;
const FRESH_PROCESSES = 15;
const ENDS = 10;
const EVENTS_BEFORE_END = 5;
const STORM_BLOCKS = 40;
const STORM_CALLS = 500;

type Record = (message: string, error: Error) => unknown;

const folder = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
const lines = [
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}: ${ROUNDS} errors of 200 characters`,
  ...(await costs()),
  "",
  ...freshCosts(),
  "",
  ...ends(),
];
rmSync(folder, { recursive: true });
process.stdout.write(`${lines.join("\n")}\n`);
process.exit(); // Sentry would keep the process

async function costs(): Promise<string[]> {
  const recorders = new Map(await Promise.all(PEERS.map(async (peer) => [peer, await begun(peer)] as const)));
  const plain = await timesOf(recorders);
  // Apart from the others: called twice a round, our code would stay in the processor's caches.
  const stacks = await timesOf(
    new Map([
      [OURS_WITH_STACK, await begun(OURS_WITH_STACK)],
      [SENTRY, recorders.get(SENTRY) as Record],
    ]),
  );
  const both = (share: number) =>
    `${times(plain, OURS, PINO, share)}, ${times(plain, OURS, SENTRY, share)}; ` +
    `${OURS_WITH_STACK.name}: ${times(stacks, OURS_WITH_STACK, SENTRY, share)}`;
  return [
    row("microseconds", ["p50", "p99", "p99.9", "max"]),
    ...[...plain].map(shown),
    ...[...stacks].slice(0, 1).map(shown),
    `  p50: ${both(0.5)}`,
    `  p99: ${both(0.99)}`,
    storm(recorders.get(OURS), recorders.get(PINO)),
  ];
}

/** Microseconds of each call. */
async function timesOf(recorders: ReadonlyMap<Peer, Record>): Promise<Map<Peer, number[]>> {
  const taken = new Map<Peer, number[]>([...recorders.keys()].map((peer) => [peer, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const message = messageOf(round + WARM_UP);
    for (const [peer, record] of shuffled(recorders)) {
      const error = new Error(message); // who asks first for its stack pays for it
      const took = timeOf(() => record(message, error));
      if (round >= 0) taken.get(peer)?.push(took);
    }
    if (round % 100 === 0) await new Promise((resolve) => setImmediate(resolve)); // winston and Sentry work on later
  }
  return taken;
}

function shuffled<T>(items: Iterable<T>): T[] {
  return Array.from(items, (item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function shown([{ name }, values]: [Peer, number[]]): string {
  const cells = [...[0.5, 0.99, 0.999].map((share) => quantile(values, share)), Math.max(...values)];
  return row(
    `  ${name}`,
    cells.map((value) => value.toFixed(1)),
  );
}

function times(taken: ReadonlyMap<Peer, number[]>, of: Peer, to: Peer, share: number): string {
  const [ours, theirs] = [of, to].map((peer) => quantile(taken.get(peer) ?? [], share)) as [number, number];
  return `${(ours / theirs).toFixed(2)}x ${to.name}`;
}

/** Equal errors, as in a retry loop: in blocks, for a storm comes in one piece. */
function storm(ours: Record | undefined, pino: Record | undefined): string {
  const error = new Error(messageOf(1));
  const times: number[][] = [[], []];
  for (let block = -4; block < STORM_BLOCKS; block++) {
    for (const [index, record] of [ours, pino].entries()) {
      for (let call = 0; call < STORM_CALLS; call++) {
        const took = timeOf(() => record?.(error.message, error));
        if (block >= 0) times[index]?.push(took);
      }
    }
  }
  const [folded = 0, written = 0] = times.map((values) => quantile(values, 0.5));
  return `  folded in a storm: p50 ${folded.toFixed(2)}, ${(folded / written).toFixed(2)}x ${PINO.name} (${written.toFixed(2)})`;
}

function freshCosts(): string[] {
  const times = new Map<string, { import: number[]; first: number[] }>(
    PEERS.map(({ name }) => [name, { import: [], first: [] }]),
  );
  for (let round = 0; round < FRESH_PROCESSES; round++) {
    for (const peer of PEERS) {
      const { stdout } = inFresh(peer, `const captured = now(); record(message, error); print(now() - captured);`);
      const [imported = Number.NaN, first = Number.NaN] = stdout.trim().split(/\s+/).map(Number);
      times.get(peer.name)?.import.push(imported);
      times.get(peer.name)?.first.push(first);
    }
  }
  // What else the machine does only adds: to the time that the processor was ours a little, to the clock's up to all of it.
  const quickest = [...times].map(
    ([name, { import: imports, first }]) => [name, Math.min(...imports), Math.min(...first)] as const,
  );
  const of = (peer: Peer, place: 1 | 2) => Number(quickest.find(([name]) => name === peer.name)?.[place]);
  return [
    row(`CPU milliseconds, best of ${FRESH_PROCESSES}`, ["import", "first"]),
    ...quickest.map(([name, ...values]) =>
      row(
        `  ${name}`,
        values.map((value) => value.toFixed(2)),
      ),
    ),
    `  import: ${(of(OURS, 1) / of(PINO, 1)).toFixed(2)}x ${PINO.name}, ${(of(OURS, 1) / of(SENTRY, 1)).toFixed(3)}x ${SENTRY.name}; ` +
      `first: ${(of(OURS, 2) / of(PINO, 2)).toFixed(2)}x ${PINO.name}`,
  ];
}

function ends(): string[] {
  const kill = `process.kill(process.pid, "SIGKILL"); for (;;);`;
  const count = (peer: Peer, end: string) =>
    Array.from({ length: ENDS }, (_, run) => {
      const place = join(folder, `${peer.name.slice(0, 4)}-${end.length}-${run}`);
      inFresh(
        peer,
        `for (const word of "one two three four five".split(" ")) record(word + " " + message, error); ${end}`,
        place,
      );
      return storedIn(place);
    }).reduce((sum, stored) => sum + stored, 0);
  const all = ENDS * EVENTS_BEFORE_END;
  return [
    row(`on disk, of ${all}`, ["exit()", "SIGKILL"]),
    ...PEERS.filter((peer) => peer !== SENTRY).map((peer) =>
      row(`  ${peer.name}`, [`${count(peer, "process.exit();")}`, `${count(peer, kill)}`]),
    ),
  ];
}

function inFresh({ specifier, begin }: Peer, script: string, place = mkdtempSync(join(folder, "fresh-"))) {
  mkdirSync(place, { recursive: true });
  const source = `
    const now = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part) / 1000, print = (value) => process.stdout.write(value + "\\n");
    const message = ${JSON.stringify(messageOf(0))}, error = new Error(message), folder = ${JSON.stringify(place)};
    const started = now(); const module = await import(${JSON.stringify(specifier)}); print(now() - started);
    const record = ((module, folder) => {${begin}})(module, folder);
    ${script}`;
  const options = { cwd: process.cwd(), encoding: "utf8", timeout: 20_000 } as const;
  return spawnSync(process.execPath, ["--input-type=module", "-e", source], options);
}

function storedIn(place: string): number {
  const file = ["data/all_errors.jsonl", "log"].map((name) => join(place, name)).find((path) => existsSync(path));
  if (file === undefined || readdirSync(place).length === 0) return 0;
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes("ENOENT") && line.endsWith("}")).length;
}

async function begun({ name, specifier, begin }: Peer): Promise<Record> {
  const place = join(folder, name.replace(/\W/g, "-"));
  mkdirSync(place);
  const make = new Function("module", "folder", begin) as (module: unknown, folder: string) => Record;
  return make(await import(specifier), place);
}

/** Words that differ, so that none is like another but for its digits; something to hide in each. */
function messageOf(round: number): string {
  const word = [...round.toString(20)].map((digit) => "bcdfghjklmnpqrstvwxz"[Number.parseInt(digit, 20)]).join("");
  const text =
    `ENOENT: no such file or directory, open '/Users/ada/Documents/work/pin-citer/data/${word}/index.json' while the ` +
    `IssueProcessorAgent read its second source (attempt 2 of 3, request 7f3c) and could not go on with it`;
  return Buffer.from(text.slice(0, 200)).toString();
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) * 1000;
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(10)).join("");
}
