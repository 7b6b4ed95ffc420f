import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lexer, type Token } from "marked";
import { expect, test } from "vitest";
import { type Dossier, dossierOf } from "../../tools/dossier.ts";
import { loadReport } from "../../tools/load-report.ts";
import { draftOf } from "../../tools/share/issue/draft.ts";
import { telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { injections } from "../mcp/injections.ts";
import { gitHub, hasGh, surroundings } from "./github.ts";

const TO = ["--github", "ada/pin-citer"];
const CONFIRMED = "ada/pin-citer\n";

function weekly(): string {
  const directory = temporaryFolder();
  writeWeek(directory);
  return directory;
}

const groupIn = (directory: string): string => {
  const patterns = JSON.parse(telemetry(["patterns", "--json", "--dir", directory]).stdout);
  return patterns.find(({ id }: { id: string }) => id === "git-index-lock").groups[0];
};

test("CI has gh", () => expect(hasGh || process.env["CI"] === undefined).toBe(true));

test("the preview shows the issue, counts what is hidden, and sends nothing", () => {
  const directory = weekly();
  const path = join(directory, "all_errors.jsonl");
  // Written by a program that cleans less than today's rules do.
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("'.git/index.lock'", "'/home/ada/x/.git/index.lock'"));
  const out = join(temporaryFolder(), "issue.md");
  const environment = { PATH: "/nowhere" };
  const { status, stdout, stderr } = telemetry(["issue", "git-index-lock", "--out", out, "--dir", directory], {
    environment,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("8 times in 3 repositories by 1 agent");
  expect(stdout).toContain("Add git lock detection and retry.");
  expect(stdout).toMatch(/^Hidden by today's rules: .+ \d+/m);
  const written = readFileSync(out, "utf8");
  expect(stdout).toContain(written.replace(/^# /, "").trimEnd());
  expect(written).not.toContain("ada");
});

test("no text of an event is a mention, a link, an image or HTML, and no title hides one", () => {
  const directory = temporaryFolder();
  const all = injections(504, Date.now());
  writeFileSync(join(directory, "all_errors.jsonl"), all.map(({ line }) => `${line}\n`).join(""));
  const report = loadReport({ directory, window: { since: 0, until: Date.now() } });
  const seen = new Set<string>();
  for (const group of report.tally.groups.keys()) {
    const { title, body } = draftOf(dossierOf(group, report) as Dossier);
    expect(title).toMatch(/^[A-Za-z0-9 ._:/()<>'*-]*$/);
    for (const { type, raw } of flat(lexer(body, { gfm: true }))) {
      if (type === "code" || type === "codespan") for (const [mark] of raw.matchAll(/zq\w{4}qz/g)) seen.add(mark);
      else expect(raw).not.toMatch(/zq\w{4}qz|@|evil/);
      if (type === "html") expect(raw.trim()).toMatch(/^<!-- 12-factor-telemetry group [0-9a-f]{16} -->$/);
      expect(type).not.toBe("image");
    }
  }
  expect(seen.size).toBeGreaterThan(100);
});

/** Leaves of the tree. */
function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const parts = token as {
      tokens?: Token[];
      items?: Token[];
      header?: { tokens: Token[] }[];
      rows?: { tokens: Token[] }[][];
    };
    const cells = [...(parts.header ?? []), ...(parts.rows ?? []).flat()].flatMap(({ tokens }) => tokens);
    const below = [...(parts.tokens ?? []), ...(parts.items ?? []), ...cells];
    return below.length === 0 ? [token] : flat(below);
  });
}

test.runIf(hasGh)(
  "--create looks for the marker, asks, and creates through gh by GitHub's own description",
  async () => {
    const directory = weekly();
    const { environment, requests } = await gitHub();
    const { status, stdout, stderr } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", directory], {
      environment,
      input: CONFIRMED,
    });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: "This issue goes to ada/pin-citer on GitHub. Type ada/pin-citer to go on: ",
    });
    expect(stdout).toContain("Created https://github.com/ada/pin-citer/issues/7");
    const [, list, created] = requests();
    expect(requests().map(({ method, path, status }) => [method, path, status])).toEqual([
      ["GET", "/repos/ada/pin-citer", 200],
      ["GET", "/repos/ada/pin-citer/issues", 200],
      ["POST", "/repos/ada/pin-citer/issues", 201],
    ]);
    expect(list?.query).toEqual({ state: "open", per_page: "100" });
    expect(stdout).toContain(created?.body["body"]);
    expect(stdout.startsWith(`${created?.body["title"]}\n`)).toBe(true);
  },
);

test.runIf(hasGh)("without the typed word nothing is sent", async () => {
  const directory = weekly();
  const { environment, requests } = await gitHub();
  for (const input of ["", "y\n", "ada\n"]) {
    const { status, stderr } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", directory], {
      environment,
      input,
    });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("Nothing was sent.") });
  }
  expect(new Set(requests().map(({ method }) => method))).toEqual(new Set(["GET"]));
});

test.runIf(hasGh)(
  "an open issue with the marker gets a comment; a closed one's number, a pull request or another group does not",
  async () => {
    const directory = weekly();
    const marker = `<!-- 12-factor-telemetry group ${groupIn(directory)} -->`;
    const url = (number: number) => `https://github.com/ada/pin-citer/issues/${number}`;
    const { environment, requests } = await gitHub("well", [
      { number: 1, html_url: url(1), body: null },
      { number: 2, html_url: url(2), body: marker, pull_request: {} },
      { number: 4, html_url: url(4), body: "<!-- 12-factor-telemetry group 0000000000000000 -->" },
      { number: 3, html_url: url(3), body: `x\n${marker}` },
    ]);
    const { status, stdout } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", directory], {
      environment,
      input: CONFIRMED,
    });
    expect(status).toBe(0);
    expect(stdout).toContain("Commented https://github.com/ada/pin-citer/issues/3#issuecomment-1");
    expect(requests().at(-1)).toMatchObject({
      method: "POST",
      path: "/repos/ada/pin-citer/issues/3/comments",
      status: 201,
    });
    expect(stdout).toContain(requests().at(-1)?.body["body"]);
  },
);

test.runIf(hasGh)("--close-verified closes with the figures, and only what is verified", async () => {
  const directory = weekly();
  const group = groupIn(directory);
  const close = ["issue", group, "--close-verified", ...TO, "--dir", directory];
  expect(telemetry(close).stderr).toContain("is not resolved");
  const at = new Date(Date.now() - 20 * 86_400_000).toISOString();
  const seen_since = new Date(Date.now() - 25 * 86_400_000).toISOString();
  const path = join(directory, "all_errors.jsonl");
  const early = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => !line.includes("index.lock"))
    .join("\n");
  writeFileSync(path, early);
  const word = { at, group, word: "resolve", seen: 40, seen_since, family: "git-index-lock" };
  writeFileSync(join(directory, "state.jsonl"), `${JSON.stringify(word)}\n`);
  const marker = `<!-- 12-factor-telemetry group ${group} -->`;
  const { environment, requests } = await gitHub("well", [
    { number: 3, html_url: "https://github.com/ada/pin-citer/issues/3", body: marker },
  ]);
  const { status, stdout } = telemetry(close, { environment, input: CONFIRMED });
  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Closed https://github.com/ada/pin-citer/issues/3"),
  });
  expect(requests().slice(-2)).toMatchObject([
    {
      method: "POST",
      status: 201,
      body: { body: expect.stringMatching(/^The fix held: expected 160\.0 in 20 days, saw 0/) },
    },
    { method: "PATCH", status: 200, body: { state: "closed", state_reason: "completed" } },
  ]);
});

test.runIf(hasGh).each([
  ["not signed in", "Sign in with `gh auth login`"],
  ["rate limit", "Wait until GitHub's limit is over"],
  ["no right to write", "Your account may not write there"],
  ["not found", "Check the name with --github OWNER/NAME"],
  ["issues off", "Issues are switched off there"],
])("GitHub says %s: it is told what to do", async (mode, advice) => {
  const { environment } = await gitHub(mode);
  const { status, stderr } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", weekly()], {
    environment,
    input: CONFIRMED,
  });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(advice) });
});

test.runIf(hasGh).each([
  ["the network is down", () => surroundings("http://127.0.0.1:9"), TO, "Look at the network"],
  ["gh has no account", () => ({ GH_CONFIG_DIR: temporaryFolder() }), TO, "gh auth login"],
  ["no repository is near", () => surroundings("http://127.0.0.1:9"), [], "--github OWNER/NAME"],
])("%s: it is told what to do", (_, environment, to, advice) => {
  const words = ["issue", "git-index-lock", "--create", ...to, "--dir", weekly()];
  const { status, stderr } = telemetry(words, { environment: environment(), cwd: temporaryFolder(), input: CONFIRMED });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(advice) });
});

test("there is no gh: it is told what to do", () => {
  const { status, stderr } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", weekly()], {
    environment: { PATH: "/nowhere" },
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("There is no gh on this machine") });
});

test.skipIf(process.platform !== "linux")(
  "--open hands the browser a file that only the user can read, and it goes again",
  () => {
    const bin = temporaryFolder();
    const told = join(temporaryFolder(), "told");
    writeFileSync(
      join(bin, "xdg-open"),
      `#!/bin/sh\nstat -c %a "$1" > ${told}\necho "$1" >> ${told}\ncat "$1" >> ${told}\n`,
    );
    chmodSync(join(bin, "xdg-open"), 0o755);
    const environment = { PATH: `${bin}${delimiter}${process.env["PATH"]}` };
    const { status, stderr } = telemetry(["issue", "git-index-lock", "--open", ...TO, "--dir", weekly()], {
      environment,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [mode, path, page] = readFileSync(told, "utf8").split("\n");
    expect(mode).toBe("600");
    expect(page).toContain('content="0;url=https://github.com/ada/pin-citer/issues/new?title=GitError');
    expect(() => readFileSync(path ?? "")).toThrow("ENOENT");
  },
  15_000,
);
