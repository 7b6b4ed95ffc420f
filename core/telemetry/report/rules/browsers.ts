// Browsers driven by programs: Playwright, Puppeteer, Selenium.

import type { FailureRule } from "../rule.ts";
import { ONCE, TWICE } from "./scopes.ts";

export const BROWSER_RULES: readonly FailureRule[] = [
  {
    id: "browser-missing",
    title: "No browser to drive in {repos}",
    match: {
      any: [
        "executable doesn't exist at",
        "playwright install",
        "could not find chrome",
        "could not find chromium",
        /(?:chromium|chrome|firefox|webkit|msedge)\b.{0,40} (?:distribution|binary|executable)?.{0,30}(?:is )?not (?:found|installed)/i,
        "cannot find chrome binary",
        "unable to obtain driver for",
        "host system is missing dependencies to run browsers",
        "puppeteer browsers install",
        "no chrome or chromium",
        "expected browser binary location",
      ],
      not: ["command not found"],
    },
    scope: ONCE,
    severity: "high",
    cause: "The package is there and its browser is not, or is of another version than the package wants.",
    suggestion: "npx playwright install --with-deps (the same version as the package)",
    docs: "https://playwright.dev/docs/browsers",
    noise: "environment",
    samples: {
      match: [
        "browserType.launch: Executable doesn't exist at /Users/***/Library/Caches/ms-playwright/chromium-1100/chrome",
        "Error: Could not find Chrome (ver. 120.0.6099.109).",
        "selenium.common.exceptions.NoSuchDriverException: Unable to obtain driver for chrome",
      ],
      noMatch: ["Target page, context or browser has been closed", "bash: chromium: command not found"],
    },
  },
  {
    id: "browser-driver-version",
    title: "Browser and driver do not fit in {repos}",
    match: {
      any: [
        /this version of chromedriver only supports/i,
        "session not created",
        "devtoolsactiveport file doesn't exist",
        "user data directory is already in use",
        "processsingleton",
        "profile appears to be in use",
      ],
    },
    scope: ONCE,
    severity: "medium",
    cause:
      "Browser and driver are of different versions, the sandbox is forbidden, or another browser holds the profile.",
    suggestion: "Let Selenium choose the driver; give each browser its own profile (--user-data-dir)",
    docs: "https://www.selenium.dev/documentation/selenium_manager/",
    noise: "environment",
    samples: {
      match: [
        "SessionNotCreatedException: session not created: This version of ChromeDriver only supports Chrome version 114",
        "WebDriverException: unknown error: DevToolsActivePort file doesn't exist",
      ],
      noMatch: ["Error: Could not find Chrome (ver. 120.0.6099.109)."],
    },
  },
  {
    id: "browser-strict-mode",
    title: "Locators that fit several elements in {repos}",
    match: { any: ["strict mode violation"] },
    scope: TWICE,
    severity: "low",
    cause: "The locator fits more than one element, and the step needs exactly one.",
    suggestion: "Narrow the locator: role and name with exact, a test id, or first()",
    docs: "https://playwright.dev/docs/locators#strictness",
    samples: {
      match: ["Error: locator.click: Error: strict mode violation: getByText('Save') resolved to 2 elements:"],
      noMatch: [
        "TimeoutError: locator.click: Timeout 30000ms exceeded.",
        "SyntaxError: Delete of an unqualified identifier in strict mode.",
      ],
    },
  },
  {
    id: "browser-closed",
    title: "Browsers closed in the middle in {repos}",
    match: {
      any: [
        /target (?:page, context or browser|closed|crashed)/i,
        "page crashed",
        /browser (?:has been closed|has disconnected|was closed|closed unexpectedly|is closed)/i,
        "browser.newcontext: ",
        /session closed\. most likely the page has been closed/i,
        "execution context was destroyed",
        "navigating frame was detached",
        "frame was detached",
        "invalid session id",
        "no such window",
        "not connected to devtools",
        "chrome not reachable",
        "failed to launch the browser process",
        /(?:tab|page) (?:has been|was) closed/i,
        "targetclosederror",
        "err_aborted; maybe frame was detached",
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The browser crashed (memory, missing libraries), or the test ended it before its steps were awaited.",
    suggestion: "Await every step, make a new page after a crash, and give the browser memory (--ipc=host)",
    docs: "https://playwright.dev/docs/docker",
    samples: {
      match: [
        "Error: page.goto: Target page, context or browser has been closed",
        "Protocol error (Runtime.callFunctionOn): Target closed.",
        "Error: Execution context was destroyed, most likely because of a navigation",
      ],
      noMatch: ["McpError: MCP error -32000: Connection closed", "RuntimeError: Event loop is closed"],
    },
  },
  {
    id: "browser-navigation",
    title: "Pages that do not load in {repos}",
    match: {
      any: [
        /net::ERR_(?!NAME_NOT_RESOLVED|CONNECTION_REFUSED|CERT_|PROXY|TUNNEL|CONNECTION_RESET|INCOMPLETE|CONTENT_LENGTH)\w{3,40}/,
        "ns_error_",
        /cannot navigate to invalid url/i,
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The page's address is wrong, its server is down, or the load was cut off.",
    suggestion: "Open the address outside the browser first (curl -I), then wait for the server before goto",
    docs: "https://playwright.dev/docs/navigations",
    samples: {
      match: [
        "page.goto: net::ERR_EMPTY_RESPONSE at http://localhost:3000/",
        "Protocol error (Page.navigate): Cannot navigate to invalid URL",
      ],
      noMatch: [
        "page.goto: net::ERR_CONNECTION_REFUSED at http://localhost:3000/",
        "page.goto: net::ERR_NAME_NOT_RESOLVED",
      ],
    },
  },
  {
    id: "browser-timeout",
    title: "Browser steps that take too long in {repos}",
    match: {
      any: [
        /\btimeout \d{1,9} ?ms exceeded/i,
        /(?:waiting for (?:selector|locator|element|function|navigation)).{0,120}(?:failed|timeout|exceeded|timed out)/i,
        /navigation timeout/i,
        "waitforselector",
        /timed out \d{1,9}ms waiting for/i,
        /timed out retrying after \d{1,9}ms/i,
        /selenium\.common\.exceptions\.timeoutexception/i,
        "timed out receiving message from renderer",
        /test timeout of \d{1,9}ms exceeded/i,
        /waiting for .{1,60} to be (?:visible|enabled|stable|attached|hidden)/i,
        "no such element",
        "nosuchelementexception",
        "element is not attached to the dom",
        "stale element reference",
        "element not interactable",
        "element click intercepted",
        /intercepts pointer events/i,
        "runtime.callfunctionon timed out",
      ],
      not: [/^AxiosError/, "econnaborted"],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The element never came, was covered, or the locator fits nothing; networkidle often never comes.",
    suggestion: "Mend the locator or what is waited for (no networkidle); only then raise the timeout",
    docs: "https://playwright.dev/docs/actionability",
    samples: {
      match: [
        "TimeoutError: locator.click: Timeout 30000ms exceeded. Call log: - waiting for getByRole('button')",
        "TimeoutError: page.goto: Timeout 30000ms exceeded.",
        "TimeoutError: Navigation timeout of 30000 ms exceeded",
        "NoSuchElementException: no such element: Unable to locate element",
      ],
      noMatch: [
        "APITimeoutError: Request timed out.",
        "Error: strict mode violation: getByText('Save') resolved to 2 elements:",
        "AxiosError: timeout of 10000ms exceeded",
      ],
    },
  },
];
