// What others may have prepared before us. Nothing is ever written outside, nothing waits for ever,
// and what can be put right without touching what is not ours is put right.

import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { filesIn, lineOf, messagesIn, temporaryFolder } from "./folder.ts";

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
const DAY = YESTERDAY.slice(0, 10);
const isRoot = process.geteuid?.() === 0;

interface Scene {
  /** Not made yet. */
  directory: string;
  /** Somebody else's folder and a file of his in it. */
  elsewhere: string;
  precious: string;
}

const central = ({ directory }: Scene) => join(directory, "all_errors.jsonl");
const inArchive = ({ directory }: Scene) => join(directory, "archive", DAY, "all_errors.jsonl");
const own = (path: string) => mkdirSync(path, { recursive: true, mode: 0o700 });
const fifo = (path: string) => execFileSync("mkfifo", ["-m", "600", path]);

/** Each with what becomes of an event of today and of one of yesterday: is it kept? */
const SETUPS: [name: string, make: (scene: Scene) => void, today: boolean, yesterday: boolean, needsRoot?: "root"][] = [
  [
    "the directory is another user's",
    ({ directory }) => {
      own(directory);
      chownSync(directory, 12345, 12345);
    },
    false,
    false,
    "root",
  ],
  [
    "the directory is open to all",
    ({ directory }) => {
      own(directory);
      chmodSync(directory, 0o777);
    },
    true,
    true,
  ],
  [
    "the directory is closed to its owner",
    ({ directory }) => {
      own(directory);
      chmodSync(directory, 0);
    },
    true,
    true,
  ],
  ["the directory is a link", ({ directory, elsewhere }) => symlinkSync(elsewhere, directory), false, false],
  [
    "the directory is a link to nowhere",
    ({ directory, elsewhere }) => symlinkSync(join(elsewhere, "new"), directory),
    false,
    false,
  ],
  ["the directory is a file", ({ directory }) => writeFileSync(directory, "mine"), false, false],
  ["the directory is a FIFO", ({ directory }) => fifo(directory), false, false],
  [
    "the file is a link",
    (scene) => {
      own(scene.directory);
      symlinkSync(scene.precious, central(scene));
    },
    false,
    true,
  ],
  [
    "the file is a link to nowhere",
    (scene) => {
      own(scene.directory);
      symlinkSync(join(scene.elsewhere, "new"), central(scene));
    },
    false,
    true,
  ],
  [
    "the file is a hard link",
    (scene) => {
      own(scene.directory);
      linkSync(scene.precious, central(scene));
    },
    false,
    true,
  ],
  [
    "the file is a FIFO",
    (scene) => {
      own(scene.directory);
      fifo(central(scene));
    },
    false,
    true,
  ],
  [
    "the file is a directory",
    (scene) => {
      own(scene.directory);
      own(central(scene));
    },
    false,
    true,
  ],
  [
    "the file is another user's",
    (scene) => {
      own(scene.directory);
      writeFileSync(central(scene), "");
      chownSync(central(scene), 12345, 12345);
    },
    false,
    true,
    "root",
  ],
  [
    "the file is open to all",
    (scene) => {
      own(scene.directory);
      writeFileSync(central(scene), "");
      chmodSync(central(scene), 0o666);
    },
    true,
    true,
  ],
  [
    "the archive is a link",
    ({ directory, elsewhere }) => {
      own(directory);
      symlinkSync(elsewhere, join(directory, "archive"));
    },
    true,
    false,
  ],
  [
    "the archive is a file",
    ({ directory }) => {
      own(directory);
      writeFileSync(join(directory, "archive"), "");
    },
    true,
    false,
  ],
  [
    "the archive is another user's",
    ({ directory }) => {
      own(join(directory, "archive"));
      chownSync(join(directory, "archive"), 12345, 12345);
    },
    true,
    false,
    "root",
  ],
  [
    "the archive is open to all",
    ({ directory }) => {
      own(join(directory, "archive"));
      chmodSync(join(directory, "archive"), 0o777);
    },
    true,
    true,
  ],
  [
    "the day is a link",
    ({ directory, elsewhere }) => {
      own(join(directory, "archive"));
      symlinkSync(elsewhere, join(directory, "archive", DAY));
    },
    true,
    false,
  ],
  [
    "the day is a FIFO",
    ({ directory }) => {
      own(join(directory, "archive"));
      fifo(join(directory, "archive", DAY));
    },
    true,
    false,
  ],
  [
    "the day's file is a link",
    (scene) => {
      own(join(inArchive(scene), ".."));
      symlinkSync(scene.precious, inArchive(scene));
    },
    true,
    false,
  ],
  [
    "the day's file is a FIFO",
    (scene) => {
      own(join(inArchive(scene), ".."));
      fifo(inArchive(scene));
    },
    true,
    false,
  ],
  [
    "the day's file is a hard link",
    (scene) => {
      own(join(inArchive(scene), ".."));
      linkSync(scene.precious, inArchive(scene));
    },
    true,
    false,
  ],
  [
    "the lock is a FIFO",
    ({ directory }) => {
      own(directory);
      fifo(join(directory, "telemetry.lock"));
    },
    true,
    true,
  ],
  [
    "the lock is a link",
    ({ directory, precious }) => {
      own(directory);
      symlinkSync(precious, join(directory, "telemetry.lock"));
    },
    true,
    true,
  ],
  [
    "the configuration is a FIFO",
    ({ directory }) => {
      own(directory);
      fifo(join(directory, "config.json"));
    },
    true,
    true,
  ],
];

const CORE = pathToFileURL("core/dist/index.js").href;

/** In a process of its own, for what hangs would hang the tests. Its umask is the strictest. */
function recordBoth(directory: string, umask: number): { today: boolean; yesterday: boolean } {
  const script = `
    import { TelemetryCollector } from ${JSON.stringify(CORE)};
    process.umask(${umask});
    const telemetry = new TelemetryCollector({ dir: ${JSON.stringify(directory)}, repo: "pin-citer", enabled: true });
    const kept = (event) => telemetry.recordEvent({ agent: "A", ...event }) !== "";
    const yesterday = kept({ error_message: "yesterday", timestamp: ${JSON.stringify(YESTERDAY)} });
    console.log(JSON.stringify({ today: kept({ error_message: "today" }), yesterday }));`;
  const { stdout, stderr, signal } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    timeout: 20_000,
    encoding: "utf8",
  });
  expect([signal, stderr]).toEqual([null, ""]);
  return JSON.parse(stdout);
}

test.each(SETUPS)(
  "when %s, nothing is written outside and nothing hangs",
  (_name, make, today, yesterday, needsRoot) => {
    if (needsRoot === "root" && !isRoot) return;
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const precious = join(elsewhere, "precious");
    writeFileSync(precious, `${lineOf({ timestamp: YESTERDAY })}\n`, { mode: 0o644 });
    chmodSync(elsewhere, 0o755);
    const scene = { directory: join(folder, "telemetry"), elsewhere, precious };
    make(scene);
    const before = [readFileSync(precious, "utf8"), statSync(precious).mode, statSync(elsewhere).mode];
    expect(recordBoth(scene.directory, 0o777)).toEqual({ today, yesterday });
    expect([readFileSync(precious, "utf8"), statSync(precious).mode, statSync(elsewhere).mode]).toEqual(before);
    expect(readdirSync(elsewhere)).toEqual(["precious"]);
    if (!today || !yesterday) return;
    expect(messagesIn(scene.directory).sort()).toEqual(["today", "yesterday"]);
    const modes = ["", "archive", join("archive", DAY)].map(
      (name) => statSync(join(scene.directory, name)).mode & 0o777,
    );
    const files = filesIn(scene.directory).filter((name) => name.endsWith("_errors.jsonl"));
    expect([modes, files.map((name) => statSync(join(scene.directory, name)).mode & 0o777)]).toEqual([
      [0o700, 0o700, 0o700],
      Array(4).fill(0o600),
    ]);
  },
);
