// The import table of ARCHITECTURE.md. A file in no room fails, and so does an import that the table does not name.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

interface Room {
  /** Files, as a path or the beginning of one. */
  at: string;
  rooms: readonly string[];
  outside: readonly string[];
  /** Rooms that may only be loaded by `import()`. */
  dynamic?: readonly string[];
  /** Rooms of which only types are imported. */
  types?: readonly string[];
  /** Packages that may only be loaded by `import()`. */
  packages?: readonly string[];
}

const DOORS = ["core", "core/telemetry", "core/event", "core/collect", "core/sanitize", "core/store", "core/report"];
const LIBRARIES = ["commander", "get-east-asian-width", "parse-duration", "picocolors"];
const SECRETLINT = ["@secretlint/core", "@secretlint/secretlint-rule-preset-recommend"];

const ROOMS: Record<string, Room> = {
  event: { at: "core/telemetry/event.ts", rooms: [], outside: [] },
  sanitize: { at: "core/telemetry/sanitize/", rooms: ["event"], outside: [] },
  report: { at: "core/telemetry/report/", rooms: ["event"], outside: [] },
  store: { at: "core/telemetry/store/", rooms: ["event"], outside: ["node:fs", "node:path", "node:os"] },
  collect: {
    at: "core/telemetry/collect/",
    rooms: ["event", "sanitize", "store"],
    outside: ["node:util", "node:path", "node:crypto", "node:fs"],
  },
  snapshot: { at: "core/telemetry/snapshot.ts", rooms: ["store", "report"], outside: [] },
  telemetry: {
    at: "core/telemetry/index.ts",
    rooms: ["collect", "event"],
    outside: [],
    dynamic: ["snapshot"],
    types: ["report"],
  },
  agent: { at: "core/agent/", rooms: ["telemetry"], outside: ["node:async_hooks", "node:diagnostics_channel"] },
  core: { at: "core/index.ts", rooms: ["telemetry", "agent"], outside: [] },
  "load-report": {
    at: "tools/load-report.ts",
    rooms: ["git"],
    outside: DOORS,
    dynamic: ["cluster"],
    types: ["cluster"],
  },
  "search-events": { at: "tools/search-events.ts", rooms: ["load-report"], outside: DOORS },
  "find-events": {
    at: "tools/find-events.ts",
    rooms: ["load-report", "search-events"],
    outside: DOORS,
    dynamic: ["cluster"],
    types: ["cluster"],
  },
  dossier: { at: "tools/dossier.ts", rooms: ["load-report"], outside: DOORS },
  settings: {
    at: "tools/settings/",
    rooms: [],
    outside: ["diff", "jsonc-parser", "node:fs", "node:path", "node:url"],
  },
  mcp: {
    at: "tools/mcp/",
    rooms: ["load-report", "find-events", "dossier", "settings", "fence"],
    outside: [
      ...DOORS,
      "@modelcontextprotocol/server",
      "@modelcontextprotocol/server/stdio",
      "node:fs",
      "node:path",
      "smol-toml",
      "zod",
    ],
  },
  findProgram: { at: "tools/find-program.ts", rooms: [], outside: ["node:fs", "node:path"] },
  // The user's own, at their word.
  browser: {
    at: "tools/browser/",
    rooms: ["findProgram"],
    outside: ["node:child_process", "node:fs", "node:os", "node:path"],
  },
  // Starts the user's own gh, at their word; opens no connection itself.
  issue: {
    at: "tools/share/issue/",
    rooms: ["dossier", "findProgram", "markdown", "printable"],
    outside: ["core/report", "node:child_process"],
  },
  // Text in, a file out: it opens no connection.
  export: {
    at: "tools/share/export/",
    rooms: ["load-report", "search-events", "markdown", "printable"],
    outside: ["core/event", "core/sanitize", "core/store", "hyparquet-writer", "node:crypto", "node:fs"],
  },
  markdown: { at: "tools/share/markdown.ts", rooms: ["printable"], outside: [] },
  // The only room that opens a connection to anywhere, through a client that is there only when the user has installed it.
  cluster: {
    at: "tools/share/cluster/",
    rooms: [],
    outside: ["core/event", "core/report", "core/store", "node:fs", "node:timers/promises"],
    packages: ["@clickhouse/client"],
  },
  push: {
    at: "tools/share/push/",
    rooms: ["cluster", "search-events"],
    outside: [
      "core/collect",
      "core/event",
      "core/report",
      "core/sanitize",
      "core/store",
      "node:crypto",
      "node:fs",
      "node:path",
    ],
  },
  // Asked about commits by whoever reads; never by what records.
  git: { at: "tools/git.ts", rooms: [], outside: ["core/report", "node:child_process"] },
  // The only room that talks to a socket, and only to this machine's loopback.
  demo: {
    at: "tools/cli/demo/",
    rooms: [],
    outside: [
      "node:child_process",
      "node:fs",
      "node:http",
      "node:net",
      "node:path",
      "node:timers/promises",
      "node:url",
    ],
  },
  audit: { at: "tools/cli/audit/", rooms: [], outside: ["core/sanitize", "core/store", ...SECRETLINT, "node:path"] },
  backfill: {
    at: "tools/backfill/",
    rooms: [],
    outside: [
      "core/collect",
      "core/event",
      "core/store",
      "fzstd",
      "libsql",
      "node:crypto",
      "node:fs",
      "node:module",
      "node:path",
      "node:path/posix",
      "node:sqlite",
    ],
  },
  run: {
    at: "tools/cli/run/",
    rooms: ["findProgram"],
    outside: ["node:child_process", "node:fs", "node:os", "node:path", "node:stream"],
  },
  // Three of these stand in the text of scripts that it runs, to see whether they are caught.
  offline: {
    at: "tools/cli/offline/",
    rooms: [],
    outside: ["node:child_process", "node:fs", "node:os", "node:path", "node:dns", "node:net", "<computed>"],
  },
  fence: { at: "tools/fence.ts", rooms: [], outside: ["core/store", "node:crypto"] },
  // Starts the user's own AI command, at their word; opens no connection itself.
  advise: {
    at: "tools/advise/",
    rooms: ["dossier", "fence"],
    outside: ["core/report", "core/store", "node:child_process"],
  },
  printable: { at: "tools/printable.ts", rooms: [], outside: [] },
  // What the user says of a group: for every view that takes a word.
  word: {
    at: "tools/word/",
    rooms: [],
    outside: ["core/collect", "core/event", "core/report", "core/sanitize", "core/store"],
  },
  score: { at: "tools/score/", rooms: ["load-report"], outside: ["core/event", "core/report", "core/store"] },
  // Runs in the browser; of the server it knows the types of its answers.
  page: {
    at: "tools/dashboard/page/",
    rooms: ["printable"],
    outside: ["core/event", "core/report", "preact", "preact/hooks", "uplot", "uplot/dist/uPlot.min.css"],
    types: ["dashboard", "score"],
  },
  // Binds 127.0.0.1 and connects nowhere.
  dashboard: {
    at: "tools/dashboard/",
    rooms: ["load-report", "word", "score", "dossier", "issue", "find-events"],
    outside: [
      "core/event",
      "core/report",
      "core/store",
      "node:crypto",
      "node:fs",
      "node:http",
      "node:path",
      "node:zlib",
    ],
  },
  hook: {
    at: "tools/hook/",
    rooms: ["backfill", "settings"],
    outside: [
      "core",
      "core/collect",
      "core/store",
      "jsonc-parser",
      "node:crypto",
      "node:fs",
      "node:path",
      "node:process",
    ],
  },
  cli: {
    at: "tools/cli/",
    rooms: [
      "load-report",
      "git",
      "demo",
      "audit",
      "backfill",
      "run",
      "offline",
      "hook",
      "mcp",
      "settings",
      "search-events",
      "find-events",
      "printable",
      "word",
      "score",
      "dashboard",
      "browser",
      "dossier",
      "issue",
      "export",
      "push",
      "cluster",
      "advise",
    ],
    outside: [
      ...DOORS,
      ...LIBRARIES,
      "<computed>",
      "node:fs",
      "node:os",
      "node:path",
      "node:readline",
      "node:stream",
      "node:stream/promises",
      "node:url",
    ],
  },
};

const FILES = ["core", "tools"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/(?:^|\/)(?:dist|node_modules)\//.test(path))
    .map((path) => join(folder, path)),
);

test.each(FILES)("%s imports what its room may", (path) => {
  const room = roomOf(path);
  expect(room, `${path} lies in no room; see ARCHITECTURE.md`).toBeDefined();
  for (const { specifier, how } of importsOf(path))
    expect(mayImport(path, specifier, how), `${path} imports ${specifier}`).toBe(true);
});

test("only sanitize/ makes a SanitizedEvent", () => {
  const makers = FILES.filter((path) =>
    /\bas SanitizedEvent\b|(?<!\w)<SanitizedEvent>/.test(readFileSync(path, "utf8")),
  );
  expect(makers).toEqual(["core/telemetry/sanitize/event.ts"]);
});

test("core/ has no dependency", () => {
  const manifest = JSON.parse(readFileSync("core/package.json", "utf8"));
  expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
});

test("no file of code is longer than 250 lines", () => {
  const long = FILES.filter((path) => !/\/rules\//.test(path) && readFileSync(path, "utf8").split("\n").length > 250);
  expect(long).toEqual([]);
});

type How = "static" | "type" | "dynamic";

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find((name) => path.startsWith(ROOMS[name]?.at ?? "\0"));
}

function importsOf(path: string): { specifier: string; how: How }[] {
  const text = readFileSync(path, "utf8");
  const found: { specifier: string; how: How }[] = [];
  for (const [, type, specifier = ""] of text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\sfrom\s+)?"([^"]+)"/gm,
  )) {
    found.push({ specifier, how: type === undefined ? "static" : "type" });
  }
  for (const [, literal] of text.matchAll(/(?:\bimport|\brequire|\bgetBuiltinModule)\((?:\s*"([^"]+)"\s*\))?/g)) {
    found.push({ specifier: literal ?? "<computed>", how: "dynamic" });
  }
  return found;
}

function mayImport(path: string, specifier: string, how: How): boolean {
  const name = roomOf(path) ?? "";
  const room = ROOMS[name];
  if (room === undefined) return false;
  if (!specifier.startsWith(".")) {
    const isLater = how === "dynamic" && room.packages?.includes(specifier);
    return isLater || room.outside.includes(specifier.replace(/^12-factor-telemetry/, "core"));
  }
  const target = roomOf(normalize(join(dirname(path), specifier))) ?? "";
  if (target === name || room.rooms.includes(target)) return true;
  if (how === "type" && (room.types ?? []).includes(target)) return true;
  return how !== "static" && (room.dynamic ?? []).includes(target);
}
