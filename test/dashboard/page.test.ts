/// <reference lib="dom" />
// The page as a person uses it: a real Chromium, the real command, a store on disk.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { telemetry } from "../cli/agent.ts";
import { CHROMIUM, launch, WITHOUT } from "./chromium.ts";
import { type Started, startDashboard } from "./started.ts";
import { writeEvents, writeFortnight } from "./store.ts";

const it = test.skipIf(CHROMIUM === undefined);
if (CHROMIUM === undefined) process.stderr.write(`test/dashboard/page.test.ts is skipped: ${WITHOUT}\n`);

test("CI has chromium", () => expect(CHROMIUM !== undefined || process.env["CI"] === undefined).toBe(true));

let folder = "";
let directory = "";
let dashboard: Started;
let browser: Browser;
const contexts: BrowserContext[] = [];
/** What a page did that none may: errors, refusals of its own policy, requests to others. */
const wrongs: string[] = [];

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "12-factor-page-"));
  directory = join(folder, "data");
  writeFortnight(directory);
  [dashboard, browser] = await Promise.all([startDashboard(directory), launch()]);
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(wrongs.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await dashboard?.stop();
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  path?: string;
  at?: Started;
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
}

async function open({ path = "/", at = dashboard, width = 1280, height = 800, colorScheme = "light" }: Opened = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => wrongs.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) wrongs.push(message.text());
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== at.origin) wrongs.push(`asks ${request.url()}`);
  });
  await page.goto(`${at.origin}${path}#${at.token}`);
  return page;
}

const errorsShown = async (page: Page): Promise<number> =>
  Number((await page.locator("[data-figure=errors]").innerText()).replaceAll(",", ""));

it("the overview says how much fails, where to start, and what fails where", async () => {
  const page = await open();
  await page.getByRole("heading", { name: "Start here" }).waitFor();
  expect(await errorsShown(page)).toBeGreaterThan(100);
  expect(await page.locator(".start").innerText()).toMatch(
    /Git locks in 3 repos[\s\S]*24 times in 3 repos[\s\S]*Do: Add git lock detection/,
  );
  expect(await page.locator(".patterns li").count()).toBe(6);
  expect(await page.locator(".plot canvas").count()).toBe(1);
  await page.getByText("How well telemetry does on this machine").scrollIntoViewIfNeeded();
  await page.getByText("Patterns with a suggestion").waitFor();
  expect(page.url()).not.toContain(dashboard.token);
  await page.locator(".heat tbody tr").filter({ hasText: "cite-assist" }).locator("td a").first().click();
  await page.locator("[data-figure=groups]").waitFor();
  expect(await page.locator("[data-figure=groups]").innerText()).toBe("1 group, 42 errors");
  expect(new URL(page.url()).search).toBe("?repo=cite-assist&family=file-not-found");
});

it("every filter narrows the list, stands in the address, survives a reload and goes with the back button", async () => {
  const page = await open({ path: "/groups" });
  const said = page.locator("[data-figure=groups]");
  await said.getByText("6 groups").waitFor();
  const narrowings = [
    ["Repository", "article-analytics", "4 groups", "repo=article-analytics"],
    ["Agent", "CommitterAgent", "1 group", "agent=CommitterAgent"],
    ["Error type", "RateLimitError", "1 group", "type=RateLimitError"],
    ["Family", "git-index-lock", "1 group", "family=git-index-lock"],
    ["State", "new", "2 groups", "state=new"],
    ["Time", "24h", "4 groups", "since=24h"],
  ] as const;
  for (const [label, value, groups, words] of narrowings) {
    await page.getByRole("combobox", { name: label, exact: true }).selectOption(value);
    await said.getByText(`${groups},`).waitFor();
    expect(new URL(page.url()).search).toBe(`?${words}`);
    await page.reload();
    await said.getByText(`${groups},`).waitFor();
    await page.goBack();
    await said.getByText("6 groups").waitFor();
  }
  await page.getByRole("searchbox").fill("too many");
  await page.getByRole("searchbox").fill("retry after");
  await said.getByText("1 group,").waitFor();
  expect(new URL(page.url()).search).toBe("?text=retry+after");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await said.getByText("6 groups").waitFor();
  await page.getByLabel("Sort by").selectOption("first");
  await page.waitForFunction(() => document.querySelector(".row")?.textContent?.includes("JSONDecodeError"));
  await page.getByRole("searchbox").fill("nothing is named so");
  await page.getByText("Nothing fits").waitFor();
});

it("everything can be done with the keyboard", async () => {
  const page = await open();
  await page.locator(".patterns li").first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("j");
  expect(await focused()).toMatch(/^Git locks/);
  await page.keyboard.press("j");
  expect(await focused()).toMatch(/^File operations failing/);
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "GitError" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await page.keyboard.press("u");
  await page.locator("[data-figure=groups]").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("?json");
  expect(await page.getByRole("searchbox").inputValue()).toBe("?json");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("o");
  await page.getByRole("heading", { name: "Start here" }).waitFor();
  await page.keyboard.press("l");
  await page.keyboard.press("Control+Home");
  expect(new URL(page.url()).pathname).toBe("/groups");
});

it("the table of a plot looks closer without a mouse", async () => {
  const page = await open();
  await page.locator(".plot summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/since=\d+&until=\d+/);
});

it("dragging over the plot looks closer, and the back button looks at it all again", async () => {
  const page = await open();
  const over = await page.locator(".u-over").boundingBox();
  if (over === null) throw new Error("no plot");
  const all = await errorsShown(page);
  await page.mouse.move(over.x + over.width * 0.3, over.y + 50);
  await page.mouse.down();
  await page.mouse.move(over.x + over.width * 0.6, over.y + 60, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL(/since=\d+&until=\d+/);
  await page.waitForFunction((all) => Number(document.querySelector("[data-figure=errors]")?.textContent) < all, all);
  await page.goBack();
  await page.waitForFunction((all) => Number(document.querySelector("[data-figure=errors]")?.textContent) === all, all);
});

it("a word is kept, told and taken back; a note is cleaned like everything that is stored", async () => {
  const page = await open({ path: "/groups?text=permission&since=30d" });
  await page.locator("[data-row]").first().click();
  await page.getByRole("heading", { name: "PermissionError" }).waitFor();
  const state = page.locator("header.wide .state");
  await page.getByLabel(/^Note/).fill("close the file first, ask ada@example.org");
  await page.getByRole("button", { name: "Resolve" }).click();
  await state.getByText("resolved, not yet proven").waitFor();
  const words = () =>
    readFileSync(join(directory, "state.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  expect(words().at(-1)).toMatchObject({ word: "resolve", note: "close the file first, ask ***EMAIL***", seen: 12 });
  await page.reload();
  await state.getByText("resolved, not yet proven").waitFor();
  expect(await page.locator(".words").innerText()).toContain("***EMAIL***");
  await page.getByRole("button", { name: "Mute" }).click();
  await page.locator("[data-said]").getByText("reopen it first").waitFor();
  await page.getByRole("button", { name: "Reopen" }).click();
  await state.getByText("resolved").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Mute" }).click();
  await state.getByText("muted").waitFor();
  await page.getByLabel(/^Note/).fill("known");
  await page.getByRole("button", { name: "Add note" }).click();
  await page.locator(".words").getByText("known").waitFor();
  await page.getByRole("button", { name: "Reopen" }).click();
  await state.getByText("muted").waitFor({ state: "hidden" });
  expect(words().map(({ word }) => word)).toEqual(["resolve", "reopen", "mute", "note", "reopen"]);
});

it("a fix that did not hold is said, with the moment at which it came back", async () => {
  const page = await open({ path: "/groups?text=intelligent" });
  await page.locator("[data-row]").first().click();
  await page.getByRole("button", { name: "Resolve" }).click();
  await page.locator("header.wide .state").getByText("resolved").waitFor();
  writeEvents(directory, [
    {
      at: Date.now(),
      error_type: "AttributeError",
      error_message: "'IssueFixerAgent' object has no attribute '_intelligent_processing'",
    },
  ]);
  await page.locator("header.wide .state").getByText("back after a fix").waitFor();
  expect(await page.locator(".turns").innerText()).toMatch(/resolved[\s\S]*back/);
});

it("what would be sent if a group were shared is what the command issue sends, word for word", async () => {
  const page = await open({ path: "/groups?text=giterror&since=24h" });
  await page.locator("[data-row]").first().click();
  const shown = page.locator("[data-markdown]");
  await shown.waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const out = join(folder, "issue.md");
  expect(telemetry(["issue", id, "--out", out, "--dir", directory]).status).toBe(0);
  expect(await shown.textContent()).toBe(readFileSync(out, "utf8"));
});

it("an error is on the page within a second of being recorded, and nothing else moves", async () => {
  const page = await open();
  await page.getByText("Waiting for the next error").waitFor();
  await page.getByText("How well telemetry does on this machine").waitFor();
  const before = await errorsShown(page);
  await page.evaluate(() => {
    (window as unknown as { canvas: unknown }).canvas = document.querySelector(".plot canvas");
  });
  const begun = Date.now();
  writeEvents(directory, [{ at: begun, error_type: "LiveError", error_message: "just now" }]);
  await page.locator("[data-feed] li").getByText("just now").waitFor();
  expect(Date.now() - begun).toBeLessThan(1_500); // a second, and what the busy machine of a test takes to look
  await page.waitForFunction(
    (count) => Number(document.querySelector("[data-figure=errors]")?.textContent) > count,
    before,
  );
  expect(
    await page.evaluate(
      () => (window as unknown as { canvas: unknown }).canvas === document.querySelector(".plot canvas"),
    ),
  ).toBe(true);
});

it("at a thousand errors a second the page keeps up and answers", async () => {
  const page = await open();
  await page.getByText("As they happen").waitFor();
  await page.locator(".live.on").waitFor();
  const before = await errorsShown(page);
  for (let tenth = 0; tenth < 30; tenth++) {
    const at = Date.now();
    writeEvents(
      directory,
      Array.from({ length: 100 }, (_, n) => ({ at, error_type: "BurstError", error_message: `burst of worker ${n}` })),
    );
    await new Promise((later) => setTimeout(later, 100));
  }
  await page.locator(".live").getByText("3,000 new").waitFor();
  await page.waitForFunction(
    (count) =>
      Number(document.querySelector("[data-figure=errors]")?.textContent?.replaceAll(",", "")) === count + 3_000,
    before,
  );
  expect(await page.locator("[data-feed] li").count()).toBe(12);
  await page.keyboard.press("l");
  await page.locator("[data-figure=groups]").waitFor();
});

const VIEWS = ["/", "/groups", "/groups?text=nothing-is-named-so", "group"] as const;

it.each((["light", "dark"] as const).flatMap((scheme) => VIEWS.map((view) => [scheme, view] as const)))(
  "axe finds nothing wrong in %s, %s",
  async (colorScheme, view) => {
    const page = await open({
      path: view === "group" ? "/groups" : view,
      colorScheme,
      width: view === "/" ? 1280 : 390,
    });
    await page.locator("[data-figure], .notice h2").first().waitFor();
    if (view === "group") {
      await page.locator("[data-row]").first().click();
      await page.locator(".examples li").first().waitFor();
    }
    if (view === "/") {
      await page.getByText("How well telemetry does on this machine").scrollIntoViewIfNeeded();
      await page.getByText("Patterns with a suggestion").waitFor();
    }
    for (const table of await page.locator("details").all())
      await table.evaluate((one: HTMLDetailsElement) => {
        one.open = true;
      });
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    expect(
      found.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .join(" ")
            .slice(0, 300)}`,
      ),
    ).toEqual([]);
  },
);

it.each([360, 390, 768, 1280, 1920, 3840])("nothing sticks out at %i pixels", async (width) => {
  const page = await open({ width });
  await page.locator("[data-figure=errors]").waitFor();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await page.keyboard.press("l");
  await page.locator("[data-row]").first().waitFor();
  expect(await overflow()).toBe(0);
  await page.locator("[data-row]").first().click();
  await page.locator(".examples li").first().waitFor();
  expect(await overflow()).toBe(0);
});

it("a page without its key says so, and tells nothing", async () => {
  const page = await open({ at: { ...dashboard, token: "0".repeat(64) } });
  await page.getByText("This page has no key").waitFor();
  expect(await page.locator("main").innerText()).not.toContain("cite-assist");
});

it("a redirect file opens the page", async () => {
  const { writeRedirectFile } = await import("../../tools/browser/redirect-file.ts");
  const redirect = writeRedirectFile(dashboard.address);
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`file://${redirect.path}`);
  await page.getByText("Start here").waitFor();
  redirect.remove();
});

it("an empty store says how errors come into it; an ended dashboard says how to start it again", async () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  const other = await startDashboard(empty);
  const page = await open({ at: other });
  await page.getByText("No errors in this time").waitFor();
  writeEvents(empty, [{ at: Date.now(), error_type: "FirstError", error_message: "the first one" }]);
  await page.locator("[data-figure=errors]").waitFor();
  expect(await other.stop()).toBe(0);
  await page.locator(".live").getByText("not connected").waitFor();
  await page.getByRole("combobox", { name: "Time" }).selectOption("24h");
  await page.getByText("The dashboard does not answer").waitFor();
  await page.locator("[data-figure=errors]").waitFor();
});

it("a store with five thousand groups shows the first of them and says how many there are", async () => {
  const huge = mkdtempSync(join(folder, "huge-"));
  const letters = (n: number) => [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  writeEvents(
    huge,
    Array.from({ length: 5000 }, (_, n) => ({
      at: Date.now() - n * 1000,
      error_type: `Error${letters(n)}`,
      error_message: `lost ${letters(n)}`,
      repo: `repo-${n % 40}`,
    })),
  );
  const other = await startDashboard(huge);
  const page = await open({ at: other, path: "/groups" });
  await page.locator("[data-figure=groups]").getByText("5,000 groups, 5,000 errors; the first 200 are shown").waitFor();
  expect(await page.locator(".row").count()).toBe(200);
  await page.getByRole("searchbox").fill("lost cde");
  await page.locator("[data-figure=groups]").getByText("11 groups").waitFor();
  await other.stop();
});
