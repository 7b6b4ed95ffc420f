// Bundles the consumer into the folder that is named; a warning is a failure.

import webpack from "webpack";

webpack(
  {
    entry: "./consumer.mjs",
    target: "node20",
    mode: "production",
    output: { path: process.argv[2], filename: "main.mjs", chunkFormat: "module", library: { type: "module" } },
    experiments: { outputModule: true },
  },
  (error, stats) => {
    if (error) throw error;
    if (!stats.hasErrors() && !stats.hasWarnings()) return;
    process.stderr.write(`${stats.toString("errors-warnings")}\n`);
    process.exitCode = 1;
  },
);
