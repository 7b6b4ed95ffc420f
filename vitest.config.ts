import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests run on the sources; the processes that they start run what `npm run build` built, of which the quick half is done here.
// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  resolve: {
    alias: [
      { find: /^12-factor-telemetry$/, replacement: source("core/index.ts") },
      { find: /^12-factor-telemetry\/event$/, replacement: source("core/telemetry/event.ts") },
      { find: /^12-factor-telemetry\/telemetry$/, replacement: source("core/telemetry/index.ts") },
      {
        find: /^12-factor-telemetry\/(collect|sanitize|store|report)$/,
        replacement: source("core/telemetry/$1/index.ts"),
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/bundle.ts",
    testTimeout: 60_000,
    // Of core alone, in the tests' own processes: what only a process that they start runs counts for nothing here.
    // Under counters nothing takes the time it takes: test/sanitize/linear-time.test.ts is left out.
    coverage: { include: ["core/**/*.ts"], reporter: ["text-summary", "json"], thresholds: { statements: 92 } },
  },
});
