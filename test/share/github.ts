// GitHub's stand-in on loopback, and the surroundings in which Debian's real gh talks to it.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../cli/agent.ts";

export const hasGh: boolean = spawnSync("gh", ["--version"]).error === undefined;

interface Request {
  method: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, string>;
  status: number;
}

interface GitHub {
  environment: Record<string, string>;
  requests(): Request[];
}

export async function gitHub(mode = "well", issues: readonly object[] = []): Promise<GitHub> {
  const log = join(temporaryFolder(), "requests");
  const script = resolve("test/fixtures/github-stand-in.mjs");
  const child = spawn(process.execPath, [script, log, mode, JSON.stringify(issues)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const port = await new Promise<string>((told, failed) => {
    child.stdout.once("data", (chunk: Buffer) => told(String(chunk).trim()));
    child.once("exit", (code) => failed(new Error(`the stand-in ended with ${code}`)));
  });
  const requests = () =>
    existsSync(log)
      ? readFileSync(log, "utf8")
          .trim()
          .split("\n")
          .map((line): Request => JSON.parse(line))
      : [];
  return { environment: surroundings(`http://127.0.0.1:${port}`), requests };
}

/** As a user has them who is signed in at a GitHub behind a proxy. */
export function surroundings(http_proxy: string): Record<string, string> {
  const token = "stand-in";
  return {
    ...{ GH_HOST: "github.localhost", http_proxy, HTTP_PROXY: http_proxy, no_proxy: "", NO_PROXY: "" },
    ...{ GH_TOKEN: token, GH_ENTERPRISE_TOKEN: token, GH_CONFIG_DIR: temporaryFolder() },
  };
}
