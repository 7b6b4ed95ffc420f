// Documents as JSONTestSuite (github.com/nst/JSONTestSuite) has them, some of whose names stand here, in every file of a store and on
// standard input: what is no event is counted, what is no setting is named, and no command falls over.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

let events = 0;
/** Each is another one: ids from 0000000a on. */
const EVENT = (message: string) =>
  `{"timestamp":"${new Date(Date.now() - 60_000).toISOString()}","repo":"r","agent":"a","error_type":"E","error_message":${message},"context":{},"telemetry_id":"${(10 + events++).toString(16).padStart(8, "0")}"}`;

const DOCUMENTS: readonly (readonly [name: string, bytes: string | Buffer])[] = [
  ["i_structure_500_nested_arrays", "[".repeat(500) + "]".repeat(500)],
  ["n_structure_100000_opening_arrays", "[".repeat(100_000)],
  ["n_structure_open_array_object", '[{"":'.repeat(50_000)],
  ["i_string_1st_surrogate_but_2nd_missing", EVENT('"\\uDADA"')],
  ["i_string_inverted_surrogates_U+1D11E", EVENT('"\\uDd1e\\uD834"')],
  ["i_string_invalid_utf-8", Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ["i_string_utf16LE_no_BOM", Buffer.from(EVENT('"x"'), "utf16le")],
  ["i_structure_UTF-8_BOM_empty_object", "\ufeff{}"],
  ["i_number_huge_exp", '{"error_message":"x","timestamp":1e99999,"count":0.4e006699}'],
  ["i_number_too_big_neg_int", EVENT("-123123123123123123123123123123")],
  ["n_array_comma_after_close", '[""],'],
  ["n_object_trailing_comma", '{"error_message":"x",}'],
  ["n_object_single_quote", "{'error_message':'x'}"],
  ["n_object_garbage_at_end", '{"error_message":"x"}#'],
  ["n_string_unescaped_newline", '{"error_message":"a\u0000b"}'],
  ["n_structure_null-byte-outside-string", '{"error_message":"x"}\u0000'],
  ["n_structure_NaN", "NaN"],
  ["y_object_duplicated_key", `{"error_message":"x","error_message":"y","telemetry_id":"0000000a","telemetry_id":7}`],
  ["y_object_empty_key", '{"":0,"error_message":""}'],
  ["y_structure_lonely_null", "null"],
  ["y_structure_lonely_string", '"asd"'],
  ["y_structure_lonely_negative_real", "-0.1"],
  ["y_string_nbsp_uescaped", EVENT('"\\u0000\\u00A0\\u2028"')],
  ["a prototype", '{"__proto__":{"error_message":"x"},"constructor":1,"toString":1,"error_message":"__proto__"}'],
  [
    "everything of another type",
    '{"timestamp":[],"repo":{},"agent":1,"error_type":null,"error_message":{},"context":"x","stack":{},"cause":[1]}',
  ],
  ["nothing", ""],
];

const LINES = Buffer.concat(DOCUMENTS.flatMap(([, document]) => [Buffer.from(document as string), Buffer.from("\n")]));

function storeOf(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = temporaryFolder();
  mkdirSync(join(dir, "archive", "2026-11-01"), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes, { mode: 0o600 });
  return dir;
}

/** Done, done with a bad answer, or one line: never a stack. */
function expectCalm(args: readonly string[], { input, dir }: { input?: string | Buffer; dir: string }): void {
  const { status, stdout, stderr } = telemetry(args, { input: input as string, environment: { TELEMETRY_DIR: dir } });
  expect({ args, status, said: stdout + stderr }).toEqual({
    args,
    status: expect.toSatisfy((code) => [0, 1, 2].includes(code)),
    said: expect.not.stringMatching(/^ +at |RangeError|SyntaxError/m),
  });
  if (status === 2) expect(stderr.trim().split("\n")).toHaveLength(1);
}

test.each([
  ["summary"],
  ["patterns"],
  ["show", "0000000a"],
  ["search", "x"],
  ["report"],
  ["status"],
  ["audit"],
  ["scrub", "--dry-run"],
  ["clean", "--dry-run"],
  ["export"],
  ["note", "0000", "x"],
  ["complete", "--", "show", ""],
])("such lines in every file of a store: %s %s", (...args) => {
  const names = ["all_errors.jsonl", "r_errors.jsonl", "all_runs.jsonl", "state.jsonl", "health.jsonl"];
  const archive = ["archive/2026-11-01/all_errors.jsonl", "archive/2026-11-01/rollup.jsonl"];
  const dir = storeOf(Object.fromEntries([...names, ...archive].map((name) => [name, LINES])));
  expectCalm(
    args.filter((word) => word !== undefined),
    { dir },
  );
});

test("of such lines the events are told, and the others are counted", () => {
  const dir = storeOf({ "all_errors.jsonl": LINES });
  const environment = { TELEMETRY_DIR: dir };
  expect(JSON.parse(telemetry(["summary", "--json"], { environment }).stdout).total_errors).toBe(3);
  const lines = LINES.toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const torn = lines.filter((line) => !isJson(line)).length;
  const said = telemetry(["doctor"], { environment }).stdout;
  expect(said).toContain(`${torn} torn lines`);
  expect(said).toContain(`${lines.length - torn - 3} lines of another program`);
});

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false; // SyntaxError
  }
}

test("such lines on standard input, and in a coding agent's log", () => {
  const log = join(storeOf({ "log.jsonl": LINES }), "log.jsonl");
  for (const args of [["explain"], ["record", "--json"], ["rules", "new"], ["import", "codex", "--file", log]])
    expectCalm(args, { input: LINES, dir: join(temporaryFolder(), "telemetry") });
});

test.each(DOCUMENTS)(
  "%s as rules, settings and what an import remembers, and as what a coding agent tells its hook",
  (_, document) => {
    const dir = storeOf({ "rules.json": document, "config.json": document, "imports.json": document });
    expectCalm(["doctor"], { dir });
    expectCalm(["hook", "run", "codex"], { input: document, dir: join(temporaryFolder(), "telemetry") });
  },
);
