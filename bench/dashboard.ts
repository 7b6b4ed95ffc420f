// The dashboard over a month of a million events, in a real Chromium: weight, first paint, time to data, the most memory of its server,
// and whether the page's memory grows while an hour of errors comes in. Figures of Chromium itself (Performance.getMetrics, paint
// timing), beside a page with nothing but a zero on it, which is what Chromium and loopback cost.

import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { writeMonth } from "./month.ts";

const EVENTS = Number(process.env["EVENTS"] ?? 1_000_000);
/** An hour of one error a second, as fast as the page takes them: batches of 60, sixty times. */
const [BATCHES, BATCH, PAUSE_MS] = [60, 60, 400];
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const directory = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
writeMonth(directory, EVENTS, Date.now());
let dashboard = await start(directory);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await weigh(dashboard.origin);
  await lookAtNothing(browser);
  await look(browser, "no roll-ups yet, 30 days", `${dashboard.origin}/?since=30d#${dashboard.token}`);
  dashboard.stop();
  dashboard = await start(directory);
  await look(browser, "roll-ups there, 30 days, first view", `${dashboard.origin}/?since=30d#${dashboard.token}`);
  await look(browser, "roll-ups there, 7 days", dashboard.address);
  await look(browser, "groups of 30 days", `${dashboard.origin}/groups?since=30d#${dashboard.token}`);
  await hour(browser);
} finally {
  await browser.close();
  dashboard.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function weigh(origin: string): Promise<void> {
  let bytes = 0;
  for (const path of ["/", "/app.js", "/app.css", "/icon.svg"]) {
    const answer = await fetch(origin + path);
    bytes += Number(answer.headers.get("content-length"));
  }
  say("page weight", `${(bytes / 1000).toFixed(1)} kB gzip (wanted: at most 120)`);
}

async function lookAtNothing(browser: Browser): Promise<void> {
  const nothing = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end("<!doctype html><title>0</title><p data-figure>0"),
  );
  await new Promise<void>((done) => void nothing.listen(0, "127.0.0.1", done));
  await look(browser, "an empty page", `http://127.0.0.1:${(nothing.address() as AddressInfo).port}/`, false);
  nothing.close();
}

async function look(browser: Browser, what: string, address: string, isOurs = true): Promise<void> {
  const page = await browser.newPage();
  const begun = performance.now();
  await page.goto(address);
  await page.locator("[data-figure]").first().waitFor({ timeout: 300_000 });
  const data = performance.now() - begun;
  const paint = await page.evaluate(
    `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now()`,
  );
  const server = isOurs ? `, server ${dashboard.megabytes()} MB` : "";
  say(what, `first contentful paint ${Math.round(Number(paint))} ms, data ${Math.round(data)} ms${server}`);
  await page.close();
}

async function hour(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.goto(dashboard.address);
  await page.locator(".live.on").waitFor();
  const session = await page.context().newCDPSession(page);
  const used: number[] = [];
  let number = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const lines = Array.from({ length: BATCH }, () => line(number++));
    appendFileSync(join(directory, "all_errors.jsonl"), lines.join(""));
    await page.waitForTimeout(PAUSE_MS);
    if (batch % 10 === 9) used.push(await heap(page, session));
  }
  await page
    .locator(".live")
    .getByText(`${(BATCHES * BATCH).toLocaleString("en-US")} new`)
    .waitFor({ timeout: 60_000 });
  used.push(await heap(page, session));
  const nodes = await metric(session, "Nodes");
  say(
    `${BATCHES * BATCH} events live`,
    `heap ${used.map((bytes) => (bytes / 1e6).toFixed(1)).join(", ")} MB, ${nodes} nodes`,
  );
  await page.close();
}

async function heap(page: Page, session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(100);
  return await metric(session, "JSHeapUsedSize");
}

async function metric(session: CDPSession, name: string): Promise<number> {
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}

function line(number: number): string {
  const event = {
    timestamp: new Date().toISOString(),
    ...{ repo: "pin-citer", agent: "ReviewerAgent", error_type: "TimeoutError" },
    error_message: `Request timed out after ${number} ms (attempt 1 of 3)`,
    context: {},
    telemetry_id: (0x10000000 + number).toString(16),
  };
  return `${JSON.stringify(event)}\n`;
}

interface Running {
  address: string;
  origin: string;
  token: string;
  /** The most that it had so far; Linux alone tells. */
  megabytes(): number;
  stop(): void;
}

function start(store: string): Promise<Running> {
  const child = spawn(process.execPath, ["bin/agent", "telemetry", "dashboard", "--no-open", "--store", store]);
  return new Promise((done) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\S+/.exec(String(chunk))?.[0];
      if (address === undefined) return;
      const { origin, hash } = new URL(address);
      const megabytes = () =>
        Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024);
      done({ address, origin, token: hash.slice(1), megabytes, stop: () => child.kill("SIGINT") });
    });
  });
}

function say(what: string, figures: string): void {
  process.stdout.write(`${what.padEnd(38)} ${figures}\n`);
}
