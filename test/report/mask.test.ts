import { expect, test } from "vitest";
import { masked } from "../../core/telemetry/report/mask.ts";

test.each([
  ["5! 5? 5. 5:", "<int>! <int>? <int>. <int>:"],
  ["wait 5... or not", "wait <int>... or not"],
  ["“5” ‘6’ (7) [8] {9} <10>", "“<int>” ‘<int>’ (<int>) [<int>] {<int>} <<int>>"],
  ["a|5|b;6;c=7,8=9", "a|<int>|b;<int>;c=<int>,<int>=<int>"],
  ["a\t5\nb\r6", "a\t<int>\nb\r<int>"],
  ["it can't open 5, A'5 5'a", "it can't open <int>, A'<int> <int>'a"],
  ["api_key's 5, a'z A'Z", "api_key's <int>, a'z A'Z"],
  ["Zebra, zebra and A", "Zebra, zebra and A"],
])("words end where a break is, and their punctuation stays: %j", (text, template) => {
  expect(masked(text).told).toBe(template);
});

test.each([
  ["load(a, 5) failed", "load() failed", "<name>() failed"],
  ["load() of load()", "load() of load()", "<name:1>() of <name:1>()"],
  ["ValueError(5), KeyException(x)", "ValueError(<int>), KeyException(x)", "ValueError(<int>), KeyException(x)"],
  ["rows[0] of a[*]", "<item> of <item>", "<item> of <item>"],
  ["error[E0308]: x[1]: y", "error[E0308]: x[<int>]: y", "error[E0308]: x[<int>]: y"],
  ["no zod==2.1 here", "no zod<version> here", "no <name><version> here"],
  ["no zod>=3,<4 here", "no zod<version> here", "no <name><version> here"],
  ["no zod[all,dev]~=3.1, !=3.2 here", "no zod<version> here", "no <name><version> here"],
  [
    "no zod~=2 or zod!=3 or zod>4",
    "no zod<version> or zod<version> or zod<version>",
    "no <name:1><version> or <name:1><version> or <name:1><version>",
  ],
  ["a<b a=b a!b a!=b !=5", "a<b a=b a!b a!=b !=<int>", "a<b a=b a!b a!=b !=<int>"],
])("what belongs to a word goes with it: %j", (text, told, bare) => {
  expect(masked(text)).toEqual({ told, bare });
});

test.each([
  ["2026-11-22 10:30:00 or 2026/11/22 10:30", "<time> or <time>"],
  ["30 seconds or 2 min 5 s or 0 ms", "<dur> or <dur> or <dur>"],
  ["10 MB, 512 bytes, 1.5 GiB, 9 KB", "<size>, <size>, <size>, <size>"],
  ["10 apples, 9 MBx", "<int> apples, <int> MBx"],
  ["https://x.org/a?b=1,c. Then", "<url>. Then"],
  ["(git+ssh://a/b) and <http://x.org/a;b>", "(<url>) and <<url>>"],
  ["http:// nothing", "<url> nothing"],
])("a value may go on behind a break: %j", (text, template) => {
  expect(masked(text).told).toBe(template);
});

test.each([
  "status 404",
  "status_code=404",
  "code: 7",
  "(code) 5",
  "exit 3",
  "exited with 5",
  "code returned 5",
  "[Errno 2]",
  "winerror 2",
  "signal 9",
  "HTTP 500",
  "HTTP/1.1 500",
  "400 Bad Request",
  "599 Too much",
])("a code says what failed: %s", (text) => {
  expect(masked(text).told).toBe(text);
});

test.each([
  ["404 not found", "<int> not found"],
  ["404 NOT FOUND", "<int> NOT FOUND"],
  ["304 Not Modified", "<int> Not Modified"],
  ["604 Too much", "<int> Too much"],
  ["4044 Not Found", "<int> Not Found"],
  ["40 Not Found", "<int> Not Found"],
  ["1404 Not Found", "<int> Not Found"],
  ["errors 5", "errors <int>"],
  ["status: /srv/a", "status: <path>"],
  ["exit after 5ms", "exit after <dur>"],
  ["code 1.2.3", "code <version>"],
  ["unicode 5", "unicode <int>"],
  ["exit code is perhaps 5", "exit code is perhaps <int>"],
  ["status after some time: 5", "status after some time: <int>"],
])("other numbers do not: %j", (text, template) => {
  expect(masked(text).told).toBe(template);
});

test.each([
  ["/a is /a", "<path:1> is <path:1>"],
  ["/a is /b", "<path> is <path>"],
  ["/a, /b, /b, /a, /c", "<path:1>, <path:2>, <path:2>, <path:1>, <path>"],
  ["2 of 2", "<int> of <int>"],
  ["3 s of 3 s", "<dur> of <dur>"],
  ["1.2.3 of 1.2.3", "<version> of <version>"],
  ["10MB of 10MB", "<size> of <size>"],
  ["10:30 or 10:30", "<time> or <time>"],
  ["***KEY*** or ***KEY***", "<hidden> or <hidden>"],
])("a value that comes again has a number, unless it may do so by chance: %j", (text, template) => {
  expect(masked(text).told).toBe(template);
});

test.each([
  ["--all or --all", "<flag> or <flag>"],
  ["api_key or api_key", "<name:1> or <name:1>"],
  ["page.goto: Timeout", "page: Timeout"],
  ["page.goto, Timeout", "<name>, Timeout"],
  ["in page.goto: Timeout", "in <name>: Timeout"],
  ["page.frame.goto: Timeout", "<name>: Timeout"],
])("names and options are told, and do not count; an object does: %j", (text, template) => {
  expect(masked(text)).toEqual({ told: text, bare: template });
});

test("an apostrophe between letters is of the word", () => {
  for (const before of "azAZ")
    for (const behind of "azAZ") expect(masked(`x1${before}'${behind}x1`).bare).toBe("<name>");
  for (const other of "@`[{9") expect(masked(`x1${other}'ax1 b'`).bare).not.toBe("<name> b'");
});
