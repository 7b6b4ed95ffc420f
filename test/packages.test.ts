// What is published, and what it costs whoever imports it. How it is used is .ci/packages' to see.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildResult, build } from "esbuild";
import { expect, test } from "vitest";
import { RULES } from "../core/telemetry/sanitize/index.ts";
import { temporaryFolder } from "./cli/agent.ts";

const PACKAGES = ["core", "tools"];

function packed(room: string): string[] {
  const flags = ["pack", "--workspace", room, "--dry-run", "--json", "--ignore-scripts"];
  const [answer] = JSON.parse(execFileSync("npm", flags, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return answer.files.map(({ path }: { path: string }) => path);
}

/** Names that a bundler made up are `*`. */
const contents = (paths: readonly string[]) =>
  [...new Set(paths.map((path) => path.replace(/chunks\/.*\.js$/, "chunks/*.js")))].sort().join("\n");

test("of the sources of core/ there are declarations in its package, and of nothing else", () => {
  const declared = packed("core").filter((path) => path.endsWith(".d.ts"));
  const sources = declared.map((path) => path.replace(/^dist\/(.*)\.d\.ts$/, "$1.ts"));
  expect(sources.filter((path) => !existsSync(join("core", path)))).toEqual([]);
  expect(sources).toContain("telemetry/store/read.ts");
});

test.each(PACKAGES)("the package of %s/ holds what it shall, besides declarations", async (room) => {
  const paths = packed(room).filter((path) => !path.endsWith(".d.ts"));
  await expect(`${contents(paths)}\n`).toMatchFileSnapshot(`golden/packages/${room}.txt`);
});

test.each(PACKAGES)("installing the package of %s/ runs nothing, and it has the licence of the whole", (room) => {
  expect(JSON.parse(readFileSync(join(room, "package.json"), "utf8"))).not.toHaveProperty("scripts");
  expect(readFileSync(join(room, "LICENSE"), "utf8")).toBe(readFileSync("LICENSE", "utf8"));
});

test("both packages have one version, and the command line is for the core of its own version", () => {
  const [core, tools] = PACKAGES.map((room) => JSON.parse(readFileSync(join(room, "package.json"), "utf8")));
  expect([tools.version, tools.dependencies[core.name]]).toEqual([core.version, core.version]);
});

test("the example in the README of core/ records an error", () => {
  const [folder, dir] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("core"), join(folder, "node_modules", "12-factor-telemetry"));
  const [, example = ""] = /^```js\n(.+?)^```/ms.exec(readFileSync("core/README.md", "utf8")) ?? [];
  writeFileSync(join(folder, "example.mjs"), example);
  const env = { ...process.env, TELEMETRY_DIR: dir, TELEMETRY_ENABLED: "true" };
  execFileSync(process.execPath, ["example.mjs"], { cwd: folder, env });
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).toMatch(/"agent":"MyAgent","error_type":"SyntaxError"/);
});

/** What `import "12-factor-telemetry"` loads: the report comes by `import()`, later. */
async function imported(minify: boolean): Promise<BuildResult<{ metafile: true; write: false }>> {
  const report = { name: "report-apart", setup: apart };
  const common = { bundle: true, platform: "node", format: "esm", metafile: true, write: false } as const;
  return await build({ ...common, entryPoints: ["core/dist/index.js"], minify, plugins: [report] });
}

function apart({ onResolve }: Parameters<NonNullable<Parameters<typeof build>[0]["plugins"]>[number]["setup"]>[0]) {
  onResolve({ filter: /^\./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
}

/** Bytes. Two thirds are the redaction rules, some six hundred kinds of keys among them. */
const [MOST_ZIPPED, MOST_LOADED] = [45_000, 200_000];

test("the door of the collector is small: minified and zipped, all rules in it", async () => {
  const { outputFiles } = await imported(true);
  expect(outputFiles.map(({ contents: bytes }) => gzipSync(bytes, { level: 9 }).length)[0]).toBeLessThan(MOST_ZIPPED);
});

test("no sample of a redaction rule is in what a host loads", () => {
  const loaded = readFileSync("core/dist/recorder.js", "utf8");
  expect(RULES.map(({ id }) => id).filter((id) => !loaded.includes(`id: "${id}"`))).toEqual([]);
  expect(loaded).not.toContain("hidden: [");
});

test("an import of core loads three files and four modules of Node's", async () => {
  const { metafile, outputFiles } = await imported(false);
  expect(Object.keys(metafile.inputs).map((path) => path.replace(/^.*core\/dist\//, ""))).toEqual([
    "writing.js",
    "recorder.js",
    "index.js",
  ]);
  expect(outputFiles[0]?.contents.length).toBeLessThan(MOST_LOADED);
  const [output] = Object.values(metafile.outputs);
  const modules = output?.imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => path);
  expect([...new Set(modules)].sort()).toEqual(["node:fs", "node:os", "node:path", "node:util"]);
});
