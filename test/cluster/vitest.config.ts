import project from "../../vitest.config.ts";

// The tests that need real engines: .ci/cluster fetches those and runs these, one after another.
// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default {
  ...project,
  test: { ...project.test, include: ["test/cluster/*.lane.ts"], testTimeout: 300_000, hookTimeout: 60_000 },
};
