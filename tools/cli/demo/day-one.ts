// A week of three coding agents in four repositories, as their own logs would tell it: what there is to import on the first day.
// The failures are made up; the formats are the agents' own.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Failed {
  repo: string;
  /** How often, spread over the week. */
  times: number;
  command: string;
  exitCode: number;
  output: string;
}

const REPOS = ["pin-citer", "cite-assist", "article-analytics", "note-keeper"];

/** What fails in all of them, as it does. */
const EVERYWHERE: readonly Omit<Failed, "repo">[] = [
  {
    times: 3,
    command: "git commit -m 'wip'",
    exitCode: 128,
    output: "fatal: Unable to create '/srv/work/{repo}/.git/index.lock': File exists.",
  },
  {
    times: 2,
    command: "uv run agent.py",
    exitCode: 1,
    output:
      "Traceback (most recent call last):\n  File \"agent.py\", line 3, in <module>\nModuleNotFoundError: No module named 'agents'",
  },
];

const HERE_AND_THERE: readonly Failed[] = [
  {
    repo: "pin-citer",
    times: 6,
    command: "cat data/citations.json",
    exitCode: 1,
    output: "cat: data/citations.json: No such file or directory",
  },
  {
    repo: "cite-assist",
    times: 5,
    command: "npm test",
    exitCode: 1,
    output: " FAIL  test/draft.test.ts > a draft is saved",
  },
  {
    repo: "article-analytics",
    times: 4,
    command: "curl -s https://api.example.com/articles",
    exitCode: 6,
    output: "curl: (6) Could not resolve host: api.example.com",
  },
  {
    repo: "note-keeper",
    times: 3,
    command: "psql -c 'select 1'",
    exitCode: 2,
    output: 'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
  },
  { repo: "note-keeper", times: 2, command: "ruff check .", exitCode: 127, output: "zsh: command not found: ruff" },
];

/** Writes the logs below `home`, each failure at its moment of the last seven days. */
export function writeLogs(home: string, now: number): void {
  const failures = [...REPOS.flatMap((repo) => EVERYWHERE.map((failed) => ({ ...failed, repo }))), ...HERE_AND_THERE];
  const happened = failures.flatMap((failed, kind) =>
    Array.from({ length: failed.times }, (_, time) => ({
      ...failed,
      at: now - DAY * (0.2 + ((kind * 1.7 + time * 2.3) % 6.5)),
    })),
  );
  for (const [index, repo] of REPOS.entries()) {
    const own = happened.filter((failed) => failed.repo === repo).sort((a, b) => a.at - b.at);
    for (const [which, agent] of AGENTS.entries()) {
      const records = own.filter((_, number) => (number + index) % AGENTS.length === which);
      const { path, text } = agent(repo, records);
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
  }
}

const DAY = 24 * 60 * 60 * 1000;

type Happened = Failed & { at: number };
type Log = (repo: string, failures: readonly Happened[]) => { path: string; text: string };

const AGENTS: readonly Log[] = [claudeCode, codex, gemini];

const iso = (at: number): string => new Date(at).toISOString();
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const said = ({ output, repo }: Happened): string => output.replace("{repo}", repo);

function claudeCode(repo: string, failures: readonly Happened[]): ReturnType<Log> {
  const records = failures.flatMap((failed, index) => {
    const common = { cwd: `/srv/work/${repo}`, sessionId: repo, version: "2.1.235", timestamp: iso(failed.at) };
    const [call, result] = [`${repo}-call-${index}`, `${repo}-result-${index}`];
    return [
      {
        ...common,
        uuid: call,
        type: "assistant",
        message: { content: [{ type: "tool_use", id: call, name: "Bash", input: { command: failed.command } }] },
      },
      {
        ...common,
        uuid: result,
        type: "user",
        message: {
          content: [
            {
              type: "tool_result",
              tool_use_id: call,
              is_error: true,
              content: `Exit code ${failed.exitCode}\n${said(failed)}`,
            },
          ],
        },
      },
    ];
  });
  return { path: `.claude/projects/-srv-work-${repo}/${repo}.jsonl`, text: lines(records) };
}

function codex(repo: string, failures: readonly Happened[]): ReturnType<Log> {
  const meta = {
    timestamp: iso(failures[0]?.at ?? 0),
    type: "session_meta",
    payload: { id: repo, cwd: `/srv/work/${repo}`, cli_version: "0.147.0" },
  };
  const records = failures.flatMap((failed, index) => {
    const common = { timestamp: iso(failed.at), type: "response_item" };
    const call_id = `${repo}-${index}`;
    const output = `Chunk ID: ${index}\nWall time: 0.2 seconds\nProcess exited with code ${failed.exitCode}\nOutput:\n${said(failed)}\n`;
    return [
      {
        ...common,
        payload: {
          type: "function_call",
          name: "exec_command",
          call_id,
          arguments: JSON.stringify({ cmd: failed.command }),
        },
      },
      { ...common, payload: { type: "function_call_output", call_id, output } },
    ];
  });
  return { path: `.codex/sessions/rollout-${repo}.jsonl`, text: lines([meta, ...records]) };
}

function gemini(repo: string, failures: readonly Happened[]): ReturnType<Log> {
  const records = failures.map((failed, index) => ({
    id: `${repo}-${index}`,
    timestamp: iso(failed.at),
    type: "gemini",
    toolCalls: [
      {
        id: `${repo}-call-${index}`,
        name: "run_shell_command",
        args: { command: failed.command },
        status: "success",
        timestamp: iso(failed.at),
        result: [
          { functionResponse: { response: { output: `Output: ${said(failed)}\nExit Code: ${failed.exitCode}` } } },
        ],
      },
    ],
  }));
  return { path: `.gemini/tmp/${repo}/chats/session-1.jsonl`, text: lines(records) };
}
