import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { BaseAgent } from "12-factor-telemetry";

class GitError extends Error {
  name = "GitError";
}

export class CommitterAgent extends BaseAgent {
  async executeTaskImpl(task) {
    await writeFile("README.md", `${task}\n`);
    await git("commit", "--all", "--message", task);
    return { success: true, data: task };
  }
}

async function git(...args) {
  try {
    return await promisify(execFile)("git", args);
  } catch (error) {
    throw new GitError(error.stderr.trim(), { cause: error });
  }
}
