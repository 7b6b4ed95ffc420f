// The JavaScript of the package; `tsc -b` makes its declarations. A host pays for our import before its first line, and some sixty
// modules one by one took 40 ms. So everything that records is one file, which all doors lead to and which holds the one state of a
// process; the report is another, loaded when it is asked for.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const inCore = (path) => fileURLToPath(new URL(path, import.meta.url));
const DIST = inCore("dist");
const REPORT = "telemetry/report/index";
const DOORS = [
  "index",
  "telemetry/index",
  "telemetry/event",
  ...["collect", "sanitize", "store"].map((room) => `telemetry/${room}/index`),
];

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

/** `import()` of the report stays one, of its built file. */
const reportApart = {
  name: "report-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/report\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: `./${REPORT}.js`, external: true } : undefined,
    ),
};

for (const left of ["recorder.js", "chunks"]) rmSync(`${DIST}/${left}`, { recursive: true, force: true });
await build({
  ...COMMON,
  entryPoints: [inCore(`${REPORT}.ts`)],
  define: { BUILT_IN_NEEDLES: JSON.stringify(JSON.stringify(await builtInNeedles())) },
});
const everything = DOORS.map((door) => `export * from "./${door}.ts";`).join("\n");
await build({
  ...COMMON,
  stdin: { contents: everything, resolveDir: inCore("."), sourcefile: "recorder.ts" },
  outdir: undefined,
  outfile: `${DIST}/recorder.js`,
  plugins: [reportApart],
});

const { metafile } = await build({
  ...COMMON,
  entryPoints: DOORS.map((door) => inCore(`${door}.ts`)),
  write: false,
  plugins: [reportApart],
});
for (const { entryPoint, exports } of Object.values(metafile.outputs)) {
  const path = `${DIST}/${relative(inCore("."), entryPoint).replace(/\.ts$/, ".js")}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `export { ${exports.join(", ")} } from "./${relative(dirname(path), `${DIST}/recorder.js`)}";\n`);
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

/** What the built-in rules look for, as a run of the source finds it out. */
async function builtInNeedles() {
  const contents = `
    import { needlesIn } from "./telemetry/report/recognise.ts";
    import { CATALOGUE } from "./telemetry/report/rules/index.ts";
    export const needles = needlesIn(CATALOGUE.rules);`;
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents, resolveDir: inCore(".") },
    write: false,
  });
  const { needles } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return needles;
}
