import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../core/telemetry/store/index.ts";
import { temporaryFolder } from "./folder.ts";

const NOTHING = {
  enabled: undefined,
  runs: undefined,
  usage: undefined,
  retentionDays: undefined,
  diskBudgetMb: undefined,
  repos: new Map(),
  links: [],
  trustedRepos: [],
  redact: [],
  relax: [],
};

function configOf(text: string) {
  const directory = temporaryFolder();
  writeFileSync(join(directory, "config.json"), text);
  return readConfig(directory);
}

test("a missing file, and a missing directory, say nothing", () => {
  expect(readConfig(temporaryFolder())).toEqual(NOTHING);
  expect(readConfig("/nonexistent/telemetry")).toEqual(NOTHING);
});

test.each([
  ["{}", NOTHING],
  ['{"enabled":false}', { ...NOTHING, enabled: false }],
  ['{"enabled":true,"retention_days":7.5,"unknown":1}', { ...NOTHING, enabled: true, retentionDays: 7.5 }],
  ['{"disk_budget_mb":250}', { ...NOTHING, diskBudgetMb: 250 }],
  [
    '{"repos":{"pin-citer":false,"__proto__":true}}',
    {
      ...NOTHING,
      repos: new Map([
        ["pin-citer", false],
        ["__proto__", true],
      ]),
    },
  ],
  ['{"links":["/home/ada/pin-citer"]}', { ...NOTHING, links: ["/home/ada/pin-citer"] }],
  ['{"redact":["Project Falcon"],"relax":["ipv4"]}', { ...NOTHING, redact: ["Project Falcon"], relax: ["ipv4"] }],
  ['{"trusted_repos":["/home/ada/pin-citer"]}', { ...NOTHING, trustedRepos: ["/home/ada/pin-citer"] }],
  ['{"runs":true,"usage":false}', { ...NOTHING, runs: true, usage: false }],
  ['{"advise":{"preset":"claude"}}', { ...NOTHING, advise: { preset: "claude" } }],
  [
    '{"advise":{"preset":"claude","model":"m","seconds":30}}',
    { ...NOTHING, advise: { preset: "claude", model: "m", seconds: 30 } },
  ],
  ['{"advise":{"command":["my-ai",""]}}', { ...NOTHING, advise: { command: ["my-ai", ""] } }],
])("%s is read", (text, config) => {
  expect(configOf(text)).toEqual(config);
});

test.each([
  ["", /JSON/],
  ["{", /JSON/],
  ["[]", /one JSON object/],
  ["null", /one JSON object/],
  ['"off"', /one JSON object/],
  ['{"enabled":"false"}', /"enabled" must be true or false/],
  ['{"enabled":0}', /"enabled" must be true or false/],
  ['{"enabled":null}', /"enabled" must be true or false/],
  ['{"retention_days":0}', /"retention_days" must be a number of days above 0/],
  ['{"retention_days":-1}', /"retention_days"/],
  ['{"retention_days":"30"}', /"retention_days"/],
  ['{"disk_budget_mb":0}', /"disk_budget_mb" must be a number of megabytes above 0/],
  ['{"repos":[true]}', /"repos" must be an object/],
  ['{"repos":null}', /"repos" must be an object/],
  ['{"repos":{"pin-citer":"off"}}', /"repos" must be an object/],
  ['{"runs":"yes"}', /"runs" must be true or false/],
  ['{"redact":"Falcon"}', /"redact" must be a list of words/],
  ['{"redact":["x"]}', /"redact" must be a list of words/],
  ['{"links":"/home"}', /"links" must be a list of folders/],
  ['{"relax":[4]}', /"relax" must be a list of rules/],
  ['{"trusted_repos":["/home/ada/a",""]}', /"trusted_repos" must be a list of folders/],
  ['{"usage":1}', /"usage" must be true or false/],
  ...[
    ...[
      '"claude"',
      "null",
      "[]",
      "{}",
      '{"preset":1}',
      '{"preset":"claude","model":2}',
      '{"preset":"claude","seconds":0}',
    ],
    ...['{"command":[]}', '{"command":"my-ai"}', '{"command":["my-ai",1]}', '{"command":["","--flag"]}'],
    '{"command":[],"preset":"claude"}',
  ].map((advise): [string, RegExp] => [`{"advise":${advise}}`, /"advise" must be an object/]),
])("%s is a problem, and the problem names the file", (text, words) => {
  const config = configOf(text);
  expect(config).toEqual({ problem: expect.stringMatching(words) });
  expect(config).toEqual({ problem: expect.stringMatching(/^Cannot (?:read|use) \/.*config\.json: /) });
});

test("a directory in its place is a problem", () => {
  const directory = temporaryFolder();
  mkdirSync(join(directory, "config.json"));
  expect(readConfig(directory)).toEqual({ problem: expect.stringContaining("it is not a regular file") });
});

test("a FIFO in its place is a problem, and does not hang the host", () => {
  const directory = temporaryFolder();
  execFileSync("mkfifo", [join(directory, "config.json")]);
  expect(readConfig(directory)).toEqual({ problem: expect.stringContaining("it is not a regular file") });
});
