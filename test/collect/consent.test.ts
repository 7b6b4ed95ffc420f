// Design, section 8: first that speaks wins. One row for each voice, alone and against all that come after it.

import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type Consent, consentOf, type Voices } from "../../core/telemetry/collect/consent.ts";
import { TelemetryCollector } from "../../core/telemetry/index.ts";
import { eventsIn, inProcess, repository, temporaryFolder, write } from "./host.ts";

afterEach(() => vi.unstubAllEnvs());

const config = (enabled?: boolean, repos: Record<string, boolean> = {}): Voices["config"] => ({
  enabled,
  runs: undefined,
  usage: undefined,
  retentionDays: undefined,
  diskBudgetMb: undefined,
  repos: new Map(Object.entries(repos)),
  links: [],
  trustedRepos: [],
  advise: undefined,
  redact: [],
  relax: [],
});
const OFF = { says: "off" } as const;
const BROKEN = { says: "broken", problem: "Cannot read /x/.env, line 1" } as const;
const UNREADABLE = { problem: "Cannot read /x/config.json" };

const ROWS: readonly (readonly [what: string, voices: Partial<Voices>, enabled: boolean, decidedBy: RegExp])[] = [
  ["nobody speaks", {}, true, /^default: on$/],
  ["DO_NOT_TRACK", { environment: { DO_NOT_TRACK: "1" } }, false, /^environment: DO_NOT_TRACK=1$/],
  ["DO_NOT_TRACK that says no itself", { environment: { DO_NOT_TRACK: "0" } }, true, /^default/],
  ["an empty DO_NOT_TRACK", { environment: { DO_NOT_TRACK: "" } }, true, /^default/],
  [
    "config on, over DO_NOT_TRACK",
    { config: config(true), environment: { DO_NOT_TRACK: "1" } },
    true,
    /^config\.json: telemetry is on$/,
  ],
  ["config off", { config: config(false) }, false, /^config\.json: telemetry is off$/],
  [
    "config for this repo, over config for all",
    { config: config(false, { "pin-citer": true }) },
    true,
    /^config\.json: pin-citer is on$/,
  ],
  [
    "config off for this repo alone",
    { config: config(true, { "pin-citer": false }) },
    false,
    /^config\.json: pin-citer is off$/,
  ],
  ["config for another repo", { config: config(undefined, { other: false }) }, true, /^default/],
  ["a config that cannot be read", { config: UNREADABLE }, false, /config\.json/],
  [
    ".env, over config",
    { envFile: OFF, config: config(true, { "pin-citer": true }) },
    false,
    /^\.env of the repository/,
  ],
  [".env, over a config that cannot be read", { envFile: OFF, config: UNREADABLE }, false, /^\.env of the repository/],
  ["a broken .env, over config", { envFile: BROKEN, config: config(true) }, false, /\.env, line 1/],
  [
    "the environment off, over config",
    { environment: { TELEMETRY_ENABLED: "false" }, config: config(true) },
    false,
    /^environment: TELEMETRY_ENABLED=false$/,
  ],
  [
    "the environment on, over .env",
    { environment: { TELEMETRY_ENABLED: "true" }, envFile: OFF },
    true,
    /^environment: TELEMETRY_ENABLED=true$/,
  ],
  [
    "the environment on, over a broken .env",
    { environment: { TELEMETRY_ENABLED: "1" }, envFile: BROKEN, config: UNREADABLE },
    true,
    /^environment/,
  ],
  [
    "the environment on, over DO_NOT_TRACK",
    { environment: { TELEMETRY_ENABLED: "1", DO_NOT_TRACK: "1" } },
    true,
    /^environment: TELEMETRY/,
  ],
  ["the environment empty", { environment: { TELEMETRY_ENABLED: "" } }, false, /^environment: TELEMETRY_ENABLED=$/],
  [
    "code off, over everything",
    { code: false, environment: { TELEMETRY_ENABLED: "true" }, config: config(true) },
    false,
    /^code: enabled is false$/,
  ],
  [
    "code on, over everything",
    {
      code: true,
      environment: { TELEMETRY_ENABLED: "false", DO_NOT_TRACK: "1" },
      envFile: OFF,
      config: config(false, { "pin-citer": false }),
    },
    true,
    /^code: enabled is true$/,
  ],
  ["code on, over what cannot be read", { code: true, envFile: BROKEN, config: UNREADABLE }, true, /^code/],
];

test.each(ROWS)("%s", (_, voices, enabled, decidedBy) => {
  const consent = consentOf({
    code: undefined,
    environment: {},
    envFile: { says: "nothing" },
    config: config(),
    repo: "pin-citer",
    ...voices,
  });
  expect(consent).toMatchObject({ enabled, decidedBy: expect.stringMatching(decidedBy) });
  expect(consent.problem).toBe(/^Cannot/.test(consent.decidedBy) ? consent.decidedBy : undefined);
});

test.each(["false", "FALSE", "False", "0", "no", "No", "off", "OFF", "", " ", " off "])("%j means off", (word) => {
  const voices = { code: undefined, envFile: { says: "nothing" }, config: config(), repo: "r" } as const;
  expect(consentOf({ ...voices, environment: { TELEMETRY_ENABLED: word } }).enabled).toBe(false);
});

test.each(["true", "1", "yes", "on", "TRUE", "falsey", "00"])("%j does not mean off", (word) => {
  const voices = { code: undefined, envFile: { says: "nothing" }, config: config(), repo: "r" } as const;
  expect(consentOf({ ...voices, environment: { TELEMETRY_ENABLED: word } }).enabled).toBe(true);
});

class Looking extends TelemetryCollector {
  get consent(): Consent {
    return this.surroundings.consent;
  }
}

test("config.json of the data directory is asked for the repository's own name", () => {
  for (const name of ["TELEMETRY_ENABLED", "DO_NOT_TRACK"]) vi.stubEnv(name, undefined);
  const dir = temporaryFolder();
  write(join(dir, "config.json"), '{"enabled":true,"repos":{"pin-citer":false}}');
  expect(new Looking({ dir, repo: "pin-citer" }).consent.enabled).toBe(false);
  expect(new Looking({ dir, repo: "cite-assist" }).consent.enabled).toBe(true);
  write(join(dir, "config.json"), "{");
  expect(new Looking({ dir, repo: "cite-assist" }).consent).toMatchObject({
    enabled: false,
    problem: expect.stringContaining("config.json"),
  });
});

test.each([
  ["TELEMETRY_ENABLED=false in the environment", { environment: { TELEMETRY_ENABLED: "false" } }],
  ["an empty TELEMETRY_ENABLED", { environment: { TELEMETRY_ENABLED: "" } }],
  ["DO_NOT_TRACK=1", { environment: { DO_NOT_TRACK: "1" } }],
  ["TELEMETRY_ENABLED=false in .env", { envFile: "TELEMETRY_ENABLED=false\n" }],
  ["a broken line in .env", { envFile: "TELEMETRY_ENABLED: false\n" }],
  ["enabled: false", { options: "enabled: false," }],
])(
  "%s leaves no file and no directory",
  (_, { environment = {}, envFile, options = "" }: { environment?: object; envFile?: string; options?: string }) => {
    const home = temporaryFolder();
    const cwd = repository();
    mkdirSync(join(cwd, "src"));
    if (envFile !== undefined) write(join(cwd, ".env"), envFile);
    const script = `
    const telemetry = new TelemetryCollector({ ${options} });
    console.log([telemetry.record(new Error("x")), telemetry.recordError("r", "a", "E", "m"), telemetry.failures].join());`;
    const ended = inProcess(script, { cwd, environment: { HOME: home, ...environment } });
    expect(ended).toEqual({ status: 0, signal: null, stdout: ",,0\n", stderr: "" });
    expect(existsSync(join(home, ".12-factor-telemetry"))).toBe(false);
  },
);

test("nothing said records into the home directory", () => {
  const home = temporaryFolder();
  const cwd = repository();
  expect(
    inProcess(`new TelemetryCollector().record(new Error("x"));`, { cwd, environment: { HOME: home } }).status,
  ).toBe(0);
  expect(eventsIn(join(home, ".12-factor-telemetry"))).toMatchObject([{ repo: "pin-citer", error_message: "x" }]);
});
