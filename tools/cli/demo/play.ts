// What happens in the demo: agents run as processes of their own, several at once, and fail for real.

import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Played {
  repo: string;
  module: string;
  exitCode: number;
}

// From the bundle: dist/bin/chunks.
const AGENT = fileURLToPath(new URL("../agent.js", import.meta.url));

const TASKS: readonly (readonly [repo: string, module: string, task: string])[] = [
  ["pin-citer", "issue-processor", "issue-41"],
  ["pin-citer", "issue-processor", "issue-42"],
  ["pin-citer", "issue-processor", "issue-43"],
  ["pin-citer", "issue-fixer", "fix issue-41"],
  ["pin-citer", "trend-analyst", "which citations grow"],
  ["cite-assist", "issue-fixer", "fix issue-7"],
  ["cite-assist", "draft-writer", "A better draft."],
  ["cite-assist", "draft-writer", "A still better draft."],
  ["cite-assist", "reviewer", "review the draft"],
  ["cite-assist", "summarizer", "summarize the draft"],
  ["article-analytics", "article-reader", "count the articles"],
  ["article-analytics", "article-reader", "count the authors"],
  ["article-analytics", "trend-analyst", "which topics grow"],
  ["article-analytics", "summarizer", "summarize the articles"],
  ["article-analytics", "word-counter", "four words are here"],
];

/** Repositories in which two agents commit at the same time. */
const CROWDED = ["pin-citer", "article-analytics"];
/** As many as a small machine runs side by side. */
const AT_ONCE = 4;

export async function play(folder: string, environment: NodeJS.ProcessEnv): Promise<Played[]> {
  const run = (repo: string, module: string, task: string) => runAgent(join(folder, repo), module, task, environment);
  const waiting = [...TASKS];
  const played: Played[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) played.push(await run(...next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const repo of CROWDED)
    played.push(...(await collide(join(folder, repo), (task) => run(repo, "committer", task))));
  return played;
}

/** One agent commits; while git holds its lock, a second one tries. */
async function collide(root: string, commit: (task: string) => Promise<Played>): Promise<Played[]> {
  const first = commit("first change");
  while (!existsSync(join(root, ".git", "index.lock"))) {
    const ended = await Promise.race([first, setTimeout(20, undefined)]);
    if (ended !== undefined) return [ended]; // it failed before it came to the lock
  }
  const second = await commit("second change");
  writeFileSync(join(root, ".git", "reviewed"), "");
  return [await first, second];
}

function runAgent(cwd: string, module: string, task: string, environment: NodeJS.ProcessEnv): Promise<Played> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [AGENT, "run", `agents/${module}.mjs`, task],
      { cwd, env: environment },
      () => resolve({ repo: cwd.split("/").at(-1) ?? cwd, module, exitCode: child.exitCode ?? 1 }),
    );
  });
}
