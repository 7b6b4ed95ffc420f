import project from "../../vitest.config.ts";

// Every mutant runs these: the tests of the three rooms, but those of time and of processes, with the laws' runs lowered (test/runs.ts).
process.env["MUTATION"] = "1";

const SLOW = ["sanitize/linear-time", "store/concurrent", "store/faults", "store/full-disk", "store/torture"];

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default {
  ...project,
  test: {
    ...project.test,
    isolate: false, // a quarter less time
    include: ["test/{sanitize,store,report}/*.test.ts"],
    exclude: SLOW.map((name) => `test/${name}.test.ts`),
  },
};
