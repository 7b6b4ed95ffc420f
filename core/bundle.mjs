// The JavaScript of the package; `tsc -b` makes its declarations. A host pays for our import before its first line, and some sixty
// modules one by one took 40 ms. So all doors lead to two files, everything that records and the store for whoever only reads, on top
// of a third, what of the store both need; each holds the one state of a process. The report, and what an answer takes besides it,
// are others, loaded when something is asked.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const doorOf = (path) => relative(inCore("."), path).replace(/\.ts$/, "");
const inCore = (path) => fileURLToPath(new URL(path, import.meta.url));
const DIST = inCore("dist");
const REPORT = "telemetry/report/index";
const DOORS = [
  "index",
  "telemetry/index",
  "telemetry/event",
  ...["collect", "sanitize", "store"].map((room) => `telemetry/${room}/index`),
];

const SNAPSHOT = "telemetry/snapshot";
const STORE_DOORS = ["telemetry/event", "telemetry/store/index"];
const FILES = { store: STORE_DOORS, recorder: DOORS.filter((door) => !STORE_DOORS.includes(door)) };

const COMMON = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  outbase: inCore("."),
  outdir: DIST,
  metafile: true,
};

/** What a program adds at its own word: files of their own, on top of the one that records. */
const ADDITIONS = ["register", "adapters/*"].map((name) => inCore(`agent/${name}.ts`));

/** An entry that no source is: all that these doors export. */
const together = {
  name: "together",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^doors:/ }, ({ path }) => ({ path, namespace: "doors" }));
    onLoad({ filter: /./, namespace: "doors" }, ({ path }) => ({
      contents: FILES[path.slice("doors:".length)].map((door) => `export * from "./${door}.ts";`).join("\n"),
      resolveDir: inCore("."),
    }));
  },
};

/** What `filter` says is not taken in: it is there, at `path`. */
const apart = (filter, path) => ({
  name: `apart: ${path}`,
  setup: ({ onResolve }) =>
    onResolve({ filter }, ({ kind }) => (kind === "entry-point" ? undefined : { path, external: true })),
});

const snapshotApart = apart(/\/snapshot\.ts$/, `./${SNAPSHOT}.js`);

/** Without the samples of the redaction rules: the tests read them from the sources, and every host would parse them. */
const samplesOut = {
  name: "samples-out",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/sanitize\/rules\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^ {2}samples: \{(?:.*|\n[\s\S]*?^ {2})\},\n/gm, ""),
      loader: "ts",
    })),
};

/** The built-in rules as every command wants them, ready: each start would find it out again. */
const rulesReady = {
  name: "rules-ready",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/report\/rules\/index\.ts$/ }, async ({ path }) => ({
      contents: await readyRules(path),
      resolveDir: dirname(path),
    })),
};

// What an earlier build has left would be published: JavaScript, and declarations of what is no more.
mkdirSync(DIST, { recursive: true });
for (const path of readdirSync(DIST, { recursive: true })) {
  const isOfNone = path.endsWith(".d.ts") && !existsSync(inCore(path.replace(/\.d\.ts$/, ".ts")));
  if (path.endsWith(".js") || isOfNone) rmSync(`${DIST}/${path}`);
}
await build({
  ...COMMON,
  entryPoints: [inCore(`${REPORT}.ts`)],
  plugins: [rulesReady],
});
await build({
  ...COMMON,
  entryPoints: Object.keys(FILES).map((out) => ({ in: `doors:${out}`, out })),
  splitting: true,
  chunkNames: "writing", // the one that both need
  plugins: [together, snapshotApart, samplesOut],
});
await build({
  ...COMMON,
  entryPoints: [inCore(`${SNAPSHOT}.ts`)],
  plugins: [apart(/\/store\/index\.ts$/, "../store.js"), apart(/\/report\/index\.ts$/, "./report/index.js")],
});

const { metafile } = await build({
  ...COMMON,
  entryPoints: DOORS.map((door) => inCore(`${door}.ts`)),
  write: false,
  plugins: [snapshotApart],
});
for (const { entryPoint, exports } of Object.values(metafile.outputs)) {
  const door = doorOf(entryPoint);
  const path = `${DIST}/${door}.js`;
  const file = STORE_DOORS.includes(door) ? "store" : "recorder";
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `export { ${exports.join(", ")} } from "./${relative(dirname(path), `${DIST}/${file}.js`)}";\n`);
}

await build({
  ...COMMON,
  entryPoints: ADDITIONS,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  plugins: [
    {
      name: "recorder-apart",
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/telemetry\/index\.ts$/ }, ({ resolveDir }) => ({
          path: relative(`${DIST}/${relative(inCore("."), resolveDir)}`, `${DIST}/recorder.js`),
          external: true,
        })),
    },
  ],
});

/** A module like `rules/index.ts`, made of what a run of the source answers. */
async function readyRules(path) {
  const contents = `
    import { catalogueToJson } from "../catalogue-json.ts";
    import { CATALOGUE } from "./index.ts";
    export const json = catalogueToJson(CATALOGUE);`;
  const { outputFiles } = await build({ ...COMMON, stdin: { contents, resolveDir: dirname(path) }, write: false });
  const { json } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  // Without an apostrophe in it esbuild writes a string and no template, which is read in half the time.
  const [rules, needles] = [json.rules, json.needles].map((text) => text.replaceAll("'", "\\u0027"));
  return `
    import { catalogueFromJson } from "../catalogue-json.ts";
    export const CATALOGUE = catalogueFromJson(${JSON.stringify({ ...json, rules, needles })});`;
}
