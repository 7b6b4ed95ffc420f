// A repository's .env may switch off, and nothing else; whatever lies there, the host goes on.

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvFile } from "../../core/telemetry/collect/env-file.ts";
import { inProcess, temporaryFolder } from "./host.ts";

function saidBy(text: string | Buffer): ReturnType<typeof readEnvFile> {
  const root = temporaryFolder();
  writeFileSync(join(root, ".env"), text);
  return readEnvFile(root);
}

test.each([
  "TELEMETRY_ENABLED=false",
  "TELEMETRY_ENABLED=0",
  "TELEMETRY_ENABLED=no",
  "TELEMETRY_ENABLED=off",
  "TELEMETRY_ENABLED=FALSE",
  "TELEMETRY_ENABLED=",
  "TELEMETRY_ENABLED=\nOTHER=1",
  "TELEMETRY_ENABLED= \r\nOTHER=1\r\n",
  'TELEMETRY_ENABLED=""',
  'TELEMETRY_ENABLED="false"',
  "TELEMETRY_ENABLED='Off'",
  "TELEMETRY_ENABLED=`no`",
  "TELEMETRY_ENABLED = false",
  "  TELEMETRY_ENABLED=false",
  "\tTELEMETRY_ENABLED=false",
  "\uFEFFTELEMETRY_ENABLED=false",
  "export TELEMETRY_ENABLED=false",
  "export   TELEMETRY_ENABLED=false",
  "export\tTELEMETRY_ENABLED=false",
  "TELEMETRY_ENABLED=false # we don't",
  'TELEMETRY_ENABLED="false" # we "do not"',
  "A=1\r\nTELEMETRY_ENABLED=false\r\nB=2\r\n",
  "A=it's\n\n# a comment\nTELEMETRY_ENABLED=false\nB=it's",
  "TELEMETRY_ENABLED=true\nTELEMETRY_ENABLED=false",
])("%j says off", (text) => {
  expect(saidBy(text)).toEqual({ says: "off" });
});

test.each([
  "",
  "A=1\n",
  "# TELEMETRY_ENABLED=false",
  "TELEMETRY_ENABLED=true",
  "TELEMETRY_ENABLED=1",
  "export TELEMETRY_ENABLED='on' # yes",
  "MY_TELEMETRY_ENABLED=false",
  "TELEMETRY_ENABLED_SINCE=0",
  'DOC="\nwrite\nTELEMETRY_ENABLED=false\nhere"',
])("%j says nothing, for .env cannot switch on", (text) => {
  expect(saidBy(text)).toEqual({ says: "nothing" });
});

test.each([
  ["TELEMETRY_ENABLED: false", 1],
  ["TELEMETRY_ENABLED false", 1],
  ["TELEMETRY_ENABLED", 1],
  ['A=1\nTELEMETRY_ENABLED="false\nB=1', 2],
  ["A=1\r\n\r\nTELEMETRY_ENABLED='false", 3],
  ["TELEMETRY_ENABLED=`false\nB=`", 1],
  ["TELEMETRY_ENABLED=off 'x'", 1],
])("%j is broken, and its line is named", (text, line) => {
  expect(saidBy(text)).toEqual({
    says: "broken",
    problem: expect.stringMatching(new RegExp(`^Cannot read /.*/\\.env, line ${line}: write TELEMETRY_ENABLED=false`)),
  });
});

test("what is no text, or too much of it, might say no", () => {
  expect(saidBy(Buffer.from("TELEMETRY_ENABLED=false", "utf16le"))).toMatchObject({ says: "broken" });
  expect(saidBy("A=1\n".repeat(300_000))).toMatchObject({
    says: "broken",
    problem: expect.stringContaining("larger than"),
  });
});

test("no .env, a folder, a dead link and a FIFO say nothing, and nobody waits", () => {
  const root = temporaryFolder();
  expect(readEnvFile(root)).toEqual({ says: "nothing" });
  expect(readEnvFile(join(root, "nosuch"))).toEqual({ says: "nothing" });
  mkdirSync(join(root, "python/.env"), { recursive: true });
  expect(readEnvFile(join(root, "python"))).toEqual({ says: "nothing" });
  symlinkSync("nosuch", join(root, ".env"));
  expect(readEnvFile(root)).toEqual({ says: "nothing" });
  const cwd = temporaryFolder();
  execFileSync("mkfifo", [join(cwd, ".env")]);
  const ended = inProcess(`console.log(new TelemetryCollector().record("x"));`, { cwd });
  expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[0-9a-f]{8}\n$/) });
});

test.each([
  `TELEMETRY_ENABLED=${" ".repeat(500_000)}'x`,
  `TELEMETRY_ENABLED=${"#'".repeat(250_000)}`,
  `TELEMETRY_ENABLED${" ".repeat(500_000)}`,
  "\n".repeat(1_000_000),
  " ".repeat(1_000_000),
  `export${" ".repeat(500_000)}`,
])("a hostile .env is read in linear time: row %#", (text) => {
  const started = performance.now();
  saidBy(text);
  expect(performance.now() - started).toBeLessThan(1000);
});
