// What reaches the port and is not the user's own page: refused, and the process lives. The requests are written to the socket by
// hand, for no client would send them.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeRedirectFile } from "../../tools/browser/redirect-file.ts";
import { type Dashboard, serve } from "../../tools/dashboard/serve.ts";
import { writeFortnight } from "./store.ts";

let folder = "";
let dashboard: Dashboard;
let port = 0;
let token = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "12-factor-dashboard-test-"));
  writeFortnight(join(folder, "data"));
  dashboard = await serve({ directory: join(folder, "data"), page: resolve("tools/dist/page"), port: 0 });
  const { port: bound, hash } = new URL(dashboard.address);
  [port, token] = [Number(bound), hash.slice(1)];
});

afterAll(async () => {
  await dashboard.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What comes back until the other side ends, or `patience` milliseconds. */
function raw(text: string, patience = 3_000): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", () => {}); // ECONNRESET is an answer, too
    socket.on("close", () => {
      clearTimeout(timer);
      done(answer);
    });
  });
}

interface Asked {
  method?: string;
  path?: string;
  /** `undefined` leaves a header out. */
  headers?: Record<string, string | undefined>;
  more?: string;
  body?: string;
}

function request({ method = "GET", path = "/api/overview", headers = {}, more = "", body = "" }: Asked): string {
  const all: Record<string, string | undefined> = {
    Host: `127.0.0.1:${port}`,
    Authorization: `Bearer ${token}`,
    Connection: "close",
    ...(method === "POST" && {
      Origin: `http://127.0.0.1:${port}`,
      "Content-Type": "application/json",
      "Content-Length": String(body.length),
    }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n${more}\r\n${body}`;
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

const WORD = `{"group":"0123456789abcdef","word":"mute"}`;
const word = (headers: Record<string, string | undefined>): Asked => ({
  ...{ method: "POST", path: "/api/words", body: WORD, headers },
});

/** 0: the connection is closed without a word. Functions, for the port is known late. */
const HOSTILE: readonly (readonly [what: string, asked: () => Asked | string, status: number])[] = [
  ["rebinding: a name of the attacker's", () => ({ headers: { Host: `evil.example:${port}` } }), 403],
  ["rebinding: a name that ends like the address", () => ({ headers: { Host: `127.0.0.1.nip.io:${port}` } }), 403],
  ["localhost, which another user may have bound", () => ({ headers: { Host: `localhost:${port}` } }), 403],
  ["another address of the same machine", () => ({ headers: { Host: `127.0.0.2:${port}` } }), 403],
  ["IPv6 loopback", () => ({ headers: { Host: `[::1]:${port}` } }), 403],
  ["the address as a number", () => ({ headers: { Host: `2130706433:${port}` } }), 403],
  ["the address without its port", () => ({ headers: { Host: "127.0.0.1" } }), 403],
  ["another port", () => ({ headers: { Host: "127.0.0.1:80" } }), 403],
  ["a user before the host", () => ({ headers: { Host: `x@127.0.0.1:${port}` } }), 403],
  ["no host", () => ({ headers: { Host: undefined } }), 400],
  ["an empty host", () => ({ headers: { Host: "" } }), 403],
  ["two hosts", () => ({ more: "Host: evil.example\r\n" }), 403],
  [
    "X-Forwarded-Host beside another host",
    () => ({ headers: { Host: "evil.example", "X-Forwarded-Host": `127.0.0.1:${port}` } }),
    403,
  ],
  ["a host for the page itself", () => ({ path: "/", headers: { Host: "evil.example" } }), 403],
  ["another site's origin", () => ({ headers: { Origin: "https://evil.example" } }), 403],
  ["origin null: a sandboxed frame, a file", () => ({ headers: { Origin: "null" } }), 403],
  ["the origin over https", () => ({ headers: { Origin: `https://127.0.0.1:${port}` } }), 403],
  ["the origin of another port", () => ({ headers: { Origin: "http://127.0.0.1:3000" } }), 403],
  ["an origin that begins like ours", () => ({ headers: { Origin: `http://127.0.0.1:${port}.evil.example` } }), 403],
  ["a word from another site", () => word({ Origin: "https://evil.example" }), 403],
  ["a word with origin null", () => word({ Origin: "null" }), 403],
  ["a word without an origin", () => word({ Origin: undefined }), 403],
  ["a word as a form sends it", () => word({ "Content-Type": "application/x-www-form-urlencoded" }), 415],
  ["a word as text, which needs no preflight", () => word({ "Content-Type": "text/plain" }), 415],
  ["a word without a token", () => word({ Authorization: undefined }), 401],
  ["another site's page, by the browser's word", () => ({ headers: { "Sec-Fetch-Site": "cross-site" } }), 403],
  ["another port's page, by the browser's word", () => ({ headers: { "Sec-Fetch-Site": "same-site" } }), 403],
  [
    "data by an address typed or opened",
    () => ({ headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" } }),
    403,
  ],
  [
    "XSSI: data as another site's script",
    () => ({ headers: { Authorization: undefined, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "script" } }),
    403,
  ],
  [
    "the script in another site's page",
    () => ({ path: "/app.js", headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "script" } }),
    403,
  ],
  [
    "the page in another site's frame",
    () => ({
      path: "/",
      headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe" },
    }),
    403,
  ],
  ["no token: another user of the machine", () => ({ headers: { Authorization: undefined } }), 401],
  ["a wrong token", () => ({ headers: { Authorization: `Bearer ${"0".repeat(64)}` } }), 401],
  ["the beginning of the token", () => ({ headers: { Authorization: `Bearer ${token.slice(0, 63)}` } }), 401],
  ["the token and more", () => ({ headers: { Authorization: `Bearer ${token}0` } }), 401],
  [
    "the token in the address",
    () => ({ path: `/api/overview?token=${token}`, headers: { Authorization: undefined } }),
    401,
  ],
  ["the token in a cookie", () => ({ headers: { Authorization: undefined, Cookie: `token=${token}` } }), 401],
  ["two tokens", () => ({ more: `Authorization: Bearer ${token}\r\n` }), 401],
  ["events without a token", () => ({ path: "/api/live", headers: { Authorization: undefined } }), 401],
  ["traversal", () => ({ path: "/../../../../etc/passwd" }), 400],
  ["traversal, encoded", () => ({ path: "/%2e%2e/%2e%2e/etc/passwd" }), 400],
  ["traversal, encoded twice", () => ({ path: "/%252e%252e/etc/passwd" }), 404],
  ["traversal by backslashes", () => ({ path: "/..\\..\\windows" }), 400],
  ["traversal in the data", () => ({ path: "/api/groups/..%2f..%2fstate.jsonl" }), 400],
  ["a NUL in the path", () => ({ path: "/app.js%00.html" }), 400],
  ["an open redirect", () => ({ path: "//evil.example/" }), 400],
  ["a proxy's form of address", () => ({ path: "http://evil.example/api/overview" }), 400],
  ["a file of the package", () => ({ path: "/package.json" }), 404],
  ["a path of 100,000 characters", () => ({ path: `/${"a".repeat(100_000)}` }), 400],
  ["headers of 100,000 characters", () => ({ headers: { "X-Long": "a".repeat(100_000) } }), 400],
  ["two thousand headers", () => ({ more: Array.from({ length: 2000 }, (_, n) => `X-${n}: 1\r\n`).join("") }), 400],
  ["a body of 1 MB", () => ({ ...word({}), body: `{"group":"${"a".repeat(1 << 20)}"}` }), 400],
  ["a body that is no JSON", () => ({ ...word({}), body: `{"group":` }), 400],
  [
    "a body that wants another prototype",
    () => ({ ...word({}), body: `{"__proto__":{"group":"0123456789abcdef"},"word":"constructor"}` }),
    400,
  ],
  ["a body deep as a well", () => ({ ...word({}), body: "[".repeat(8000) }), 400],
  ["a group that is none", () => ({ ...word({}), body: `{"group":"../../state","word":"mute"}` }), 400],
  ["a word that is none", () => ({ ...word({}), body: `{"group":"0123456789abcdef","word":"merge"}` }), 400],
  ["a group that nobody saw", () => word({}), 400],
  ["DELETE", () => ({ method: "DELETE" }), 405],
  ["PUT of a page", () => ({ method: "PUT", path: "/" }), 405],
  ["POST to the page", () => ({ method: "POST", path: "/", body: "{}" }), 405],
  [
    "OPTIONS: a preflight",
    () => ({ method: "OPTIONS", headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" } }),
    403,
  ],
  ["TRACE", () => ({ method: "TRACE" }), 405],
  ["CONNECT", () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, 0],
  [
    "a WebSocket",
    () => ({
      headers: {
        Connection: "Upgrade",
        Upgrade: "websocket",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
      },
    }),
    400,
  ],
  ["two lengths: smuggling", () => ({ ...word({}), more: "Content-Length: 0\r\n" }), 400],
  ["a length and chunks: smuggling", () => ({ ...word({}), more: "Transfer-Encoding: chunked\r\n" }), 400],
  ["a header folded over lines", () => ({ more: "X-A: b\r\n c\r\n" }), 400],
  ["control characters in a header", () => ({ headers: { "X-A": "a\u0001b" } }), 400],
  ["no HTTP at all", () => "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", 400],
  ["HTTP/0.9", () => "GET /\r\n\r\n", 403],
  ["a window that is none", () => ({ path: "/api/overview?since=NaN" }), 400],
  ["a window of all times", () => ({ path: "/api/overview?since=1&until=99999999999999999999" }), 400],
];

test.each(HOSTILE)("%s is refused", async (_, asked, status) => {
  const hostile = asked();
  const answer = await raw(typeof hostile === "string" ? hostile : request(hostile));
  expect({
    status: statusOf(answer),
    cors: /access-control/i.test(answer),
    told: answer.includes("total_errors"),
  }).toEqual({
    ...{ status: expect.toBeOneOf([status, ...(status === 400 ? [431] : [])]), cors: false, told: false },
  });
  expect(statusOf(await raw(request({})))).toBe(200);
});

test("who sends nothing, or a byte now and then, is let go", async () => {
  const begun = Date.now();
  const answers = await Promise.all([
    raw("GET /api/over", 20_000),
    raw(`POST /api/words HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`, 20_000),
    raw(`${request({ ...word({}), headers: { "Content-Length": "500" }, body: "{" })}`, 20_000),
  ]);
  expect(Date.now() - begun).toBeLessThan(15_000);
  expect(answers.map(statusOf).every((status) => status !== 200)).toBe(true);
  expect(statusOf(await raw(request({})))).toBe(200);
});

test("the user's own page is answered, with every protection a browser knows", async () => {
  const answer = await raw(request({ path: "/", headers: { "Sec-Fetch-Site": "none", Authorization: undefined } }));
  expect(statusOf(answer)).toBe(200);
  const head = answer.split("\r\n\r\n")[0]?.toLowerCase() ?? "";
  expect(head).toContain("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';");
  expect(head).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(head).toContain("x-content-type-options: nosniff");
  expect(head).not.toMatch(/unsafe-|set-cookie|access-control|http:|https:/);
});

test("no answer holds the token", async () => {
  const headers = { authorization: `Bearer ${token}` };
  for (const path of [
    "/",
    "/app.js",
    "/app.css",
    "/icon.svg",
    "/api/overview",
    "/api/groups",
    "/api/score",
    "/nothing",
  ]) {
    const text = await (await fetch(`${dashboard.url.slice(0, -1)}${path}`, { headers })).text();
    expect(text).not.toBe("");
    expect(text).not.toContain(token);
  }
});

test("the token is handed over in a file that nobody else may read", () => {
  const { path, remove } = writeRedirectFile(dashboard.address);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
  expect(readFileSync(path, "utf8")).toContain(dashboard.address);
  remove();
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

test("a store that cannot be read or written is said, and the page goes on", async () => {
  const broken = join(folder, "broken");
  writeFortnight(broken);
  const other = await serve({ directory: broken, page: resolve("tools/dist/page"), port: 0 });
  const headers = { authorization: `Bearer ${other.address.slice(-64)}`, origin: other.url.slice(0, -1) };
  const ask = (path: string, options: object = {}) => fetch(other.url + path, { headers, ...options });
  const { rows } = (await (await ask("api/groups?since=30d")).json()) as { rows: { id: string }[] };
  mkdirSync(join(broken, "state.jsonl"));
  const body = JSON.stringify({ group: rows[0]?.id, word: "mute" });
  const said = await ask("api/words", {
    ...{ method: "POST", body, headers: { ...headers, "content-type": "application/json" } },
  });
  expect(said.status).toBe(500);
  expect(await said.json()).toEqual({ error: expect.stringContaining("state.jsonl") });
  rmSync(join(broken, "state.jsonl"), { recursive: true });
  expect((await ask("api/groups")).status).toBe(200);
  await other.close();
});
