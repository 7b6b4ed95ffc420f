import { expect, test } from "vitest";
import { type Kind, shapeOf } from "../../core/telemetry/report/shapes.ts";

const WORDS: Record<Kind | "itself", string> = {
  itself:
    "word Word WORD Ab XMLHttp CamelCase a-b é - -- : :: a: ... a... e.g x.y U.S and/or EOF/EPIPE / \\ HTTP/1.1 HTTPS/2",
  path: "and/or/not // a\\b a/ a.b/c a1/b @scope/x /Users/*** C:\\*** .env file.txt a.ts archive.tar",
  url: "http://z x://y ://",
  uuid: "0b7e9b8c-5d2f-4c3a-9e1f-1a2b3c4d5e6f 0B7E9B8C-5D2F-4C3A-9E1F-1A2B3C4D5E6F",
  time: "2026-11-22 2026-11-22T10:30:00Z 10:30 10:30:05 10:30:05.123 7pm 7:30pm",
  hex: "0x1f 0XFF 9fceb02 9fceb02d0ae598e95dc970b74767f19372d61af8",
  dur: "5ms 1h30m 2d 5m 5s 5us 1.5h",
  size: "10MB 10kB 5G 5k 10.5GiB 10bytes",
  int: "1 12 1,000 1_000 -5 +5 ~5 #5 $5 5% 1.5 12-34 3/10 12345678901234567890",
  version: "1.2.3 v1 v1.2 ^1.2.3 >=1.2 1.2.3-beta.1",
  host: "10.0.0.1 10.0.0.1:80 ::1 fe80::1 host-1:8080 localhost:80 api.example.com ***IP*** ***IP***:80",
  email: "ada@example.com ada+x@mail.example.org ***EMAIL***",
  name: "api_key API_KEY OPENAI_API_KEY _x x_ __init__ snake_case camelCase aB zZ aZ zA zzZ iPhone getX Foo.bar ada@host @x a@1 ab: a::b a:1 12abc ab12 Ab12 x86_64 ABCDEFG1 toolu_01A -5x --1",
  flag: "--flag -x --a-b --a_b",
  id: "req_011CQZabcdEFGH1234567 call_abcdefghijklmnop1 01ARZ3NDEKTSV4RRFFQ69G5FAV",
  hidden: "***KEY*** a***b *** XXXXabc",
};

test.each(Object.entries(WORDS))("the shape of %s", (kind, words) => {
  const shapes = words.split(" ").map((word) => [word, shapeOf(word) ?? "itself"]);
  expect(shapes).toEqual(words.split(" ").map((word) => [word, kind]));
});

test.each([
  "ENOENT EPIPE TS2339 E0308 TS-12 S3 ERR_X EAI_AGAIN ERR_MODULE_NOT_FOUND",
  "rate_limit_exceeded invalid_request missing_field uv_spawn context_length x_error not_found",
  "utf-8 UTF8 sha256 md5 http2 base64 cp1252 iso-8859",
])("what an error or an encoding is called stands for itself: %s", (words) => {
  expect(words.split(" ").filter((word) => shapeOf(word) !== undefined)).toEqual([]);
});

test("a name begins small and has a large letter, or what no word of the language has", () => {
  for (const small of "az")
    for (const large of "AZ") {
      expect(shapeOf(small + large), small + large).toBe("name");
      expect(shapeOf(large + small + large), large + small + large).toBeUndefined();
    }
  for (const sign of "_@.9") expect(shapeOf(`ab${sign}cd`), sign).toBe("name");
});
