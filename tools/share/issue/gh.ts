// GitHub, through the user's own `gh`: it holds the token and talks to the network, we hold neither. Started without a shell; what is
// sent goes through its standard input, where no list of processes shows it.

import { spawnSync } from "node:child_process";
import { findTrusted } from "../../find-program.ts";

/** What went wrong with `gh`, and what to do. */
export class GhError extends Error {
  override name = "GhError";
}

export interface Issue {
  number: number;
  url: string;
}

/** "owner/name", the one that is given or that of the working directory's remote. Throws GhError. */
export function repositoryOf(given: string | undefined): string {
  return api(["--method", "GET", `repos/${given ?? "{owner}/{repo}"}`, "--jq", ".full_name"]);
}

/** The open issue whose text has `marker`. Throws GhError. */
export function issueWith(marker: string, repository: string): Issue | undefined {
  // The marker is fixed words and hex digits: nothing in it ends the string.
  const pick = `.[] | select(.pull_request == null and ((.body // "") | contains("${marker}"))) | "\\(.number) \\(.html_url)"`;
  const list = [
    "--paginate",
    "--method",
    "GET",
    `repos/${repository}/issues`,
    "-f",
    "state=open",
    "-F",
    "per_page=100",
  ];
  const [first] = api([...list, "--jq", pick]).split("\n");
  const [number, url] = (first ?? "").split(" ");
  return number === undefined || url === undefined ? undefined : { number: Number(number), url };
}

/** Answers its address. Throws GhError. */
export function createIssue(repository: string, issue: { title: string; body: string }): string {
  return api(["--method", "POST", `repos/${repository}/issues`, "--jq", ".html_url"], issue);
}

/** Answers its address. Throws GhError. */
export function comment(repository: string, { number }: Issue, body: string): string {
  return api(["--method", "POST", `repos/${repository}/issues/${number}/comments`, "--jq", ".html_url"], { body });
}

/** Answers its address. Throws GhError. */
export function closeIssue(repository: string, { number }: Issue): string {
  const closed = { state: "closed", state_reason: "completed" };
  return api(["--method", "PATCH", `repos/${repository}/issues/${number}`, "--jq", ".html_url"], closed);
}

/** Milliseconds. */
const PATIENCE_MS = 60_000;

function api(args: readonly string[], body?: object): string {
  const gh = findTrusted("gh", process.env["PATH"]);
  if (gh === undefined)
    throw new GhError(
      "There is no gh on this machine. Install it (https://cli.github.com), or use --out FILE and paste it.",
    );
  const { status, stdout, stderr, error } = spawnSync(
    gh,
    ["api", ...args, ...(body === undefined ? [] : ["--input", "-"])],
    {
      input: body === undefined ? "" : JSON.stringify(body),
      encoding: "utf8",
      env: { ...process.env, GH_PROMPT_DISABLED: "1", GH_NO_UPDATE_NOTIFIER: "1", NO_COLOR: "1" },
      maxBuffer: 1 << 24,
      timeout: PATIENCE_MS,
    },
  );
  if (error !== undefined) throw new GhError(unstarted(error as NodeJS.ErrnoException));
  if (status !== 0) throw new GhError(`gh could not do it: ${firstLine(stderr)}. ${adviceOn(status, stderr)}`);
  return stdout.trim();
}

function unstarted({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ETIMEDOUT")
    return `gh has not answered for ${PATIENCE_MS / 1000} s. Look at the network, then try again.`;
  return `gh cannot be started: ${message}. Use --out FILE and paste it.`;
}

const firstLine = (text: string): string => text.trim().split("\n")[0] || "it says nothing";

/** 4 is gh's own code for "not signed in"; https://cli.github.com/manual/gh_help_exit-codes */
const NOT_SIGNED_IN = 4;

function adviceOn(status: number | null, stderr: string): string {
  if (status === NOT_SIGNED_IN || /\b401\b|gh auth login/.test(stderr))
    return "Sign in with `gh auth login`, then try again.";
  if (/rate limit/i.test(stderr))
    return "Wait until GitHub's limit is over (`gh api rate_limit` tells), then try again.";
  if (/\b403\b/.test(stderr)) return "Your account may not write there: ask its owners, or use --out FILE.";
  if (/\b404\b/.test(stderr)) return "Check the name with --github OWNER/NAME, and that your account sees it.";
  if (/\b410\b/.test(stderr)) return "Issues are switched off there: use --github OWNER/NAME for another repository.";
  if (/\b422\b/.test(stderr)) return "GitHub refused the text: use --out FILE and paste what you want of it.";
  if (/git repository|no git remotes|remote/i.test(stderr))
    return "Go into a repository that is on GitHub, or name one with --github OWNER/NAME.";
  return "Look at the network and at https://www.githubstatus.com, then try again; nothing more was sent.";
}
