import fc from "fast-check";
import { expect, test } from "vitest";
import { templateOf } from "../../core/telemetry/report/index.ts";
import { told } from "../../core/telemetry/report/template.ts";
import { runs } from "../runs.ts";

test.each([
  ["ENOENT: no such file or directory, open '/srv/app/notes.md'", "ENOENT: no such file or directory, open '<path>'"],
  ["File not found: /Users/***/Documents/file.txt", "File not found: <path>"],
  ["open ~/notes.md, ./x, ../y/z failed", "open <path>, <path>, <path> failed"],
  ["cannot open C:\\Users\\***\\a.txt", "cannot open <path>"],
  ["cannot open \\\\server\\share\\a.txt", "cannot open <path>"],
  ["missing src/agents/base.ts", "missing <path>"],
  ["GET https://api.example.com/v1/x?y=1 failed", "GET <url> failed"],
  ["task 0b7e9b8c-5d2f-4c3a-9e1f-1a2b3c4d5e6f failed", "task <uuid> failed"],
  ["commit 9fceb02d0ae598e95dc970b74767f19372d61af8 at 0x7fff5fbff8a0", "commit <hex> at <hex>"],
  ["timed out after 30.5s, then 200 ms, then 2 minutes", "timed out after <dur>, then <dur>, then <dur>"],
  ["at 2026-11-22T10:30:00.123Z and 2026-11-22 10:30:00,5+02:00 and 2026-11-22", "at <time> and <time> and <time>"],
  [
    "line 12 column 7 (char 1045), version 1.2.3, offset -5",
    "line <int> column <int> (char <int>), version <version>, offset <int>",
  ],
  ["  one sentence\n\tover two lines \u2028 ", "one sentence over two lines"],
  ["GET /v1/status 500 items", "GET <path> <int> items"],
  ["step 3/10 of it", "step <int> of it"],
  ["mail ***EMAIL*** of ***IP***:80 with ***TOKEN***", "mail <email> of <host> with <hidden>"],
  ["at /Users/***/a.ts and C:\\Users\\***\\b", "at <path> and <path>"],
  ["api.example.com, 10.0.0.1:80 and host-1:8080", "<host>, <host> and <host>"],
  ["ada@example.com asked for req_011CQZabcdEFGH1234567", "<email> asked for <id>"],
  ["5% of 10MB, v1.2.3", "<int> of <size>, <version>"],
  [
    "a / b \\ c, read/write, HTTP/1.1, e.g. rate_limit_error",
    "a / b \\ c, read/write, HTTP/1.1, e.g. rate_limit_error",
  ],
])("what varies goes: %j", (message, template) => {
  expect(templateOf(message)).toBe(template);
});

test.each([
  ["Command '['git', 'push']' returned 1", "Command '<quoted>' returned <int>"],
  ["cannot parse 'it's odd' here", "cannot parse '<quoted>' here"],
  ["bad 'a b'C d' end", "bad '<quoted>' end"],
  ["bad 'a b'1 d' end", "bad '<quoted>' end"],
  ["bad 'a b'_ d' end", "bad '<quoted>' end"],
  ["say `x y' and “two words” now", "say `<quoted>' and “<quoted>” now"],
  [`bad '${"a ".repeat(500)}' end`, "bad '<quoted>' end"],
  [`bad '${"a ".repeat(520)}' end`, `bad '${"a ".repeat(520)}' end`],
  ["got { a: 1 } of [ 'x', 'y' ] now", "got <object> of <list> now"],
  ["[['a']] and {'b': {'c': 1}} end", "<list> and <object> end"],
  ['got {"a": [1, 2', "got <object>"],
  ["got {} and [] and [Errno 2]", "got <object> and [] and [Errno 2]"],
  ["<class 'int'> is <coroutine run at 0x7f> not", "<object> is <object> not"],
  ["at run (/srv/app/a.ts) again", "at run (<path>) again"],
  ["Unexpected '<!DOCTYPE html><p>' here", "Unexpected '<html>' here"],
  ["load(a(b)c) failed", "load() failed"],
  ["df.groupby(x).agg(y).sum() failed", "df.groupby() failed"],
  ["f(1)(2).g(3) end", "f() end"],
  ["run(x).then(y failed", "run().then(y failed"],
  ["unclosed( bracket", "unclosed( bracket"],
  ["file(s) and box(es) left", "file(s) and box(es) left"],
])("a value may be more than a word: %j", (message, template) => {
  expect(templateOf(message)).toBe(template);
});

test.each([
  ["HTTP 429", "HTTP 503"],
  ["Request failed with status code 429", "Request failed with status code 503"],
  ["429 Too Many Requests", "503 Service Unavailable"],
  ["HTTP/1.1 404 for 'x'", "HTTP/1.1 500 for 'x'"],
  ["statusCode: 429", "statusCode: 503"],
  ["[Errno 13] Permission denied", "[Errno 2] Permission denied"],
  ["Command failed with exit code 1", "Command failed with exit code 127"],
  ["exited with 1", "exited with 137"],
  ["killed by signal 9", "killed by signal 15"],
  ["No module named 'agents'", "No module named 'requests'"],
  ["Cannot find package 'lodash'", "Cannot find package 'zod'"],
  ["'A' object has no attribute 'run'", "'A' object has no attribute 'walk'"],
  ["this.run is not a function", "this.walk is not a function"],
  ["ECONNRESET", "ECONNREFUSED"],
  ["sha256 unsupported", "md5 unsupported"],
])("what tells failures apart stays: %s, %s", (one, other) => {
  expect(templateOf(one)).not.toBe(templateOf(other));
});

test("what differs only in what varies has one template", () => {
  const place = fc.constantFrom("/srv/a.txt", "C:\\x\\b.md", "./c", "~/d", "src/e/f.ts");
  const parts = fc.tuple(
    place,
    fc.uuid(),
    fc.nat(),
    fc.integer({ min: 1, max: 90_000 }),
    fc.date({ min: new Date("1970-01-01"), max: new Date("9999-01-01"), noInvalidDate: true }),
  );
  fc.assert(
    fc.property(parts, ([path, uuid, items, duration, date]) => {
      const message = `task ${uuid} on "${path}" stopped after ${duration}ms with ${items} items left at ${date.toISOString()}`;
      expect(templateOf(message)).toBe('task <uuid> on "<path>" stopped after <dur> with <int> items left at <time>');
    }),
  );
});

const PIECES = [
  "/a/b.txt",
  "/status",
  "/v1/exit/code",
  "a/b.c",
  "Foo/bar.txt",
  "../x",
  "~/y",
  "C:\\x\\y",
  "\\\\s\\t",
  "https://h/p?q=1",
  "x://",
  "file.txt",
  "0b7e9b8c-5d2f-4c3a-9e1f-1a2b3c4d5e6f",
  "Abcdef01-0000-0000-0000-000000000000",
  "9fceb02",
  "0x1f",
  "deadbeef1",
  "2026-11-22",
  "2026-11-22T10:30:00Z",
  "5",
  "-5",
  "404",
  "429",
  "1.2.3.4.5",
  "12abc",
  "5ms",
  "3 s",
  "2 hours",
  "e5",
  "7e9",
  "HTTP",
  "HTTP/1.1",
  "status",
  "statusCode",
  "exit code",
  "errno",
  "[Errno",
  "Error",
  "signal",
  "Too Many",
  "Not",
  "Ab",
  "<int>",
  "<path>",
  "<url>",
  "<hex>",
  "<dur>",
  "<time>",
  "<uuid>",
  "<",
  ">",
  "***",
  "***TOKEN***",
  "'",
  '"',
  "`",
  "(",
  ")",
  "]",
  ":",
  ";",
  ",",
  ".",
  "-",
  "/",
  "\\",
  "@",
  "~",
  "|",
  "*",
  "=",
  "_",
  "x",
  "é",
  "😀",
  "\ud800",
];
const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...PIECES), weight: 8 },
  fc.string({ maxLength: 4 }),
  fc.nat().map(String),
);
const message = fc
  .array(fc.tuple(piece, fc.constantFrom("", "", " ", "\n", "  ")), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(""));

test("what comes after 4096 characters does not matter", () => {
  const long = "very long ".repeat(410);
  expect(templateOf(`${long} one`)).toBe(templateOf(`${long} another`));
});

test("the template of a template is itself", () => {
  fc.assert(
    fc.property(message, (text) => void expect(templateOf(templateOf(text))).toBe(templateOf(text))),
    { numRuns: runs(20_000) },
  );
});

test.each(["a/", "-", "--/", "a.", "5 ", "0", "1.", "/", "a@", "\\\\", "deadbee", "://", "http", " ", "a-", "é", "5m"])(
  "time is linear in %j, repeated",
  (text) => {
    const started = performance.now();
    templateOf(text.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(200);
  },
);

const WORDS = [
  "broken pipe while reading",
  "the model `gpt-x` is overloaded",
  "cannot open '/srv/a.txt'",
  "quota of 5 exceeded",
];
const PREFIXES = [
  "2026-11-22T10:30:00.123Z ",
  "[2026-11-22 10:30:00] ",
  "2026-11-22 10:30:00,123 - ",
  "[ERROR] ",
  "ERROR: ",
  "Error: ",
  "Error: Error: ",
  "Exception: ",
  "Uncaught Error: ",
  "Uncaught (in promise) ",
  "(node:123) ",
  "API Error: ",
  "npm ERR! ",
  "❌ ",
  "  ⎿  ",
  "litellm.APIError: ",
  "litellm.APIError: APIError: OpenAIException - ",
  "\u001b[31mError:\u001b[0m ",
];

test("prefixes and wrappers do not matter, nor does in what order they stand", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WORDS),
      fc.array(fc.constantFrom(...PREFIXES), { maxLength: 4 }),
      (words, prefixes) => {
        expect(templateOf(prefixes.join("") + words)).toBe(templateOf(words));
      },
    ),
  );
});

test("numbers of retries and of lines do not matter, a status does", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (one, other) => {
      const at = (number: number) =>
        templateOf(`attempt ${number} of 5 failed at line ${number}, retry ${number} in ${number} s`);
      expect(at(one)).toBe(at(other));
    }),
  );
  const status = fc.integer({ min: 400, max: 599 });
  fc.assert(
    fc.property(status, status, (one, other) => {
      for (const text of [
        "Request failed with status code %",
        "HTTP %",
        "HTTP/1.1 % returned",
        "status: %",
        "server answered (status=%)",
      ]) {
        const [first, second] = [one, other].map((code) => templateOf(text.replace("%", String(code))));
        if (one !== other) expect(first).not.toBe(second);
      }
    }),
  );
});

test.each([
  ["the option must be one of ...", "the option must be one of"],
  ["Could not find Chrome (ver. 120.0.6099.109).", "Could not find Chrome (ver"],
])("a message is looked at until nothing is to be taken away: %j", (message, template) => {
  expect(templateOf(message)).toBe(template);
});

test("a value that comes again keeps its number", () => {
  expect(templateOf("'/a' is not '/a'")).toBe("'<path:1>' is not '<path:1>'");
  expect(templateOf("'/a' is not '/b'")).toBe("'<path>' is not '<path>'");
});

test("what is escaped is read once, however often it could have been", () => {
  for (const text of [
    `"${"\\".repeat(2000)}"" x`,
    `Error("${"\\".repeat(2001)}"" x)`,
    `('${"a".repeat(900)}', b('${"'a".repeat(900)}`,
  ])
    expect(templateOf(text)).toBeTypeOf("string");
});

test.each([
  ["ValueError: the lamp is dim", "ValueError"],
  ["ValueError: the lamp is dim after 5 s", "ValueError"],
  ["ValueError: the lamp is one of ...", "ValueError"],
  ["the lamp is dim", ""],
])("the type that %j names is %j", (message, type) => {
  expect(told(message).type).toBe(type);
  expect(told(message)).toBe(told(message));
});
