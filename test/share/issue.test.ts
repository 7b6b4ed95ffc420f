import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { atTerminal, hasScript, telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { gitHub, hasGh, surroundings } from "./github.ts";

const TO = ["--github", "ada/pin-citer"];
const TYPED = "ada/pin-citer\n";

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

test.runIf(hasGh && hasScript)(
  "--create looks for the marker, asks at the terminal, and creates through gh by GitHub's own description",
  async () => {
    const directory = weekly();
    const { environment, requests } = await gitHub();
    const create = ["issue", "git-index-lock", "--create", ...TO, "--dir", directory];
    const { status, screen } = atTerminal(create, TYPED, environment);
    expect(status).toBe(0);
    expect(screen).toContain("This issue goes to ada/pin-citer on GitHub. Type ada/pin-citer to go on: ");
    expect(screen).toContain("Created https://github.com/ada/pin-citer/issues/7");
    const [, list, created] = requests();
    expect(requests().map(({ method, path, status }) => [method, path, status])).toEqual([
      ["GET", "/repos/ada/pin-citer", 200],
      ["GET", "/repos/ada/pin-citer/issues", 200],
      ["POST", "/repos/ada/pin-citer/issues", 201],
    ]);
    expect(list?.query).toEqual({ state: "open", per_page: "100" });
    expect(screen).toContain(`${created?.body["title"]}\n\n${created?.body["body"]}\n`);
  },
);

test.runIf(hasGh && hasScript)("without the word, typed at a terminal, nothing is sent", async () => {
  const { environment, requests } = await gitHub();
  const create = ["issue", "git-index-lock", "--create", ...TO, "--dir", weekly()];
  for (const keys of ["", "y\n", "ada\n"]) {
    const { status, screen } = atTerminal(create, keys, environment);
    expect({ status, screen }).toMatchObject({ status: 2, screen: expect.stringContaining("Nothing was sent.") });
  }
  for (const input of ["", TYPED]) {
    const { status, stderr } = telemetry(create, { environment, input });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("say --yes") });
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
    const create = ["issue", "git-index-lock", "--create", "--yes", ...TO, "--dir", directory];
    const { status, stdout } = telemetry(create, { environment });
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
  const { status, stdout } = telemetry([...close, "--yes"], { environment });
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
  const create = ["issue", "git-index-lock", "--create", "--yes", ...TO, "--dir", weekly()];
  const { status, stderr } = telemetry(create, { environment });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(advice) });
});

test.runIf(hasGh).each([
  ["the network is down", () => surroundings("http://127.0.0.1:9"), TO, "Look at the network"],
  ["gh has no account", () => ({ GH_CONFIG_DIR: temporaryFolder() }), TO, "gh auth login"],
  ["no repository is near", () => surroundings("http://127.0.0.1:9"), [], "--github OWNER/NAME"],
])("%s: it is told what to do", (_, environment, to, advice) => {
  const words = ["issue", "git-index-lock", "--create", "--yes", ...to, "--dir", weekly()];
  const { status, stderr } = telemetry(words, { environment: environment(), cwd: temporaryFolder() });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(advice) });
});

test("there is no gh: it is told what to do", () => {
  const { status, stderr } = telemetry(["issue", "git-index-lock", "--create", ...TO, "--dir", weekly()], {
    environment: { PATH: "/nowhere" },
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("There is no gh on this machine") });
});

test.skipIf(process.platform === "win32")("a gh that a repository has put in the way is not run", () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "gh"), "#!/bin/sh\ntouch ran\n", { mode: 0o755 });
  const words = ["issue", "git-index-lock", "--create", "--yes", ...TO, "--dir", weekly()];
  const { status, stderr } = telemetry(words, { environment: { PATH: `.${delimiter}/nowhere` }, cwd });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("There is no gh") });
  expect(existsSync(join(cwd, "ran"))).toBe(false);
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

test.skipIf(process.platform !== "linux")("--open prints the address when no browser comes", () => {
  const bin = temporaryFolder();
  writeFileSync(join(bin, "xdg-open"), "#!/bin/sh\nexit 3\n", { mode: 0o755 });
  const words = ["issue", "git-index-lock", "--open", ...TO, "--dir", weekly()];
  const { status, stdout } = telemetry(words, { environment: { PATH: `${bin}${delimiter}${process.env["PATH"]}` } });
  expect(status).toBe(0);
  expect(stdout).toMatch(/No browser could be started.*\nhttps:\/\/github.com\/ada\/pin-citer\/issues\/new/);
});
