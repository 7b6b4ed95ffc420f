// One suite for all adapters, each on the real framework with a model that stands in for one: a failure is recorded once, the
// framework sees what it would have seen, and a collector that cannot record changes nothing.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEvents } from "12-factor-telemetry/store";
import { describe, expect, test } from "vitest";
import { TelemetryCollector } from "../../core/index.ts";
import { temporaryFolder } from "../cli/agent.ts";
import { FRAMEWORKS } from "./frameworks.ts";

const collectorIn = (dir: string) => new TelemetryCollector({ dir, repo: "sister", enabled: true });

describe.each(FRAMEWORKS)("$name", ({ failures }) => {
  test.each(failures)("$what is recorded once, and the framework answers as without us", async ({ fail, expected }) => {
    const directory = join(temporaryFolder(), "telemetry");
    const without = await fail(undefined);
    expect(await fail(collectorIn(directory))).toEqual(without);
    expect([...readEvents(directory)]).toMatchObject([expected]);
  });

  test.each(failures)("$what: a collector that cannot record changes nothing", async ({ fail }) => {
    const file = join(temporaryFolder(), "no-directory");
    writeFileSync(file, "");
    expect(await fail(collectorIn(file))).toEqual(await fail(undefined));
  });
});
