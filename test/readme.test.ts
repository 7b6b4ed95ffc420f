// The README's own words, run as printed.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { agent, temporaryFolder } from "./cli/agent.ts";

const README = readFileSync("README.md", "utf8");
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\n(.+?)^\`\`\``, "gms"))].map(([, text = ""]) => text);

test("the agent of the README fails in a sister repository and is recorded there", () => {
  const [dir, root] = [join(temporaryFolder(), "telemetry"), join(temporaryFolder(), "pin-citer")];
  mkdirSync(join(root, "agents"), { recursive: true });
  mkdirSync(join(root, ".git"));
  const [link = ""] = blocks("sh").filter((text) => text.includes("ln -s"));
  execFileSync("sh", ["-c", link.replace("/path/to/12-factor-telemetry", resolve("."))], { cwd: root });
  const [issueProcessor = "", recording = ""] = blocks("js");
  writeFileSync(join(root, "agents", "issue-processor.mjs"), issueProcessor);
  const environment = { TELEMETRY_DIR: dir };
  expect(agent(["run", "agents/issue-processor.mjs", "42"], { cwd: root, environment }).status).toBe(1);
  writeFileSync(join(root, "recording.mjs"), recording);
  const { status, stderr } = spawnSync(process.execPath, ["recording.mjs"], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const events = readFileSync(join(dir, "pin-citer_errors.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ agent, error_type }) => [agent, error_type])).toEqual([
    ["IssueProcessorAgent", "ENOENT"],
    ["MyAgent", "SyntaxError"],
  ]);
});

test("every block of commands runs as printed: what is long is what .ci/run runs", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const ci = readFileSync(".ci/run", "utf8");
  const env = { ...process.env, TELEMETRY_DIR: dir, HOME: temporaryFolder() };
  const said = blocks("sh")
    .filter((text) => !text.includes("/path/to/")) // above, in a sister repository
    .map((text) => {
      if (!text.startsWith("npm ci")) return execFileSync("sh", ["-c", text], { env, encoding: "utf8" });
      for (const step of text.trim().split(" && ")) expect(ci).toContain(step);
      return "";
    });
  expect(said).toContain("Recorded 1 event.\n");
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8").trim().split("\n")).toHaveLength(1);
});

test("every link of the papers leads to a file, and where it names a heading, to that", () => {
  const papers = [".", "docs", "docs/decisions", "core", "tools"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  );
  const dead = papers.flatMap((paper) =>
    [...readFileSync(paper, "utf8").matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, path = "", heading]) => {
        const file = path === "" ? paper : join(dirname(paper), path);
        return !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading));
      })
      .map(([link]) => `${paper}: ${link}`),
  );
  expect(papers).toContain("docs/privacy.md");
  expect(dead).toEqual([]);
});

/** As GitHub makes them of headings. */
const anchorsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
    words
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );

test("the table of commands names every command, and no other", () => {
  const help = agent(["telemetry", "--help"]).stdout;
  const offered = [...help.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name).sort();
  const named = [...README.matchAll(/^\| `\.\/bin\/agent telemetry ([a-z-]+)[^`]*`/gm)].map(([, name]) => name).sort();
  expect(offered.filter((name) => name !== "demo")).toEqual(named);
});
