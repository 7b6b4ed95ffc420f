import project from "../../vitest.config.ts";

// Every mutant runs these: the tests of the sanitizer, but those of time, with the laws' runs lowered (test/sanitize/runs.ts).
process.env["MUTATION"] = "1";

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default {
  ...project,
  test: { ...project.test, include: ["test/sanitize/*.test.ts"], exclude: ["test/sanitize/linear-time.test.ts"] },
};
