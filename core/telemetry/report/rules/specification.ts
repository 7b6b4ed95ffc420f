// The five rules of the specification, "Error Patterns to Detect", with its conditions and suggestions to the letter.

import type { FailureRule } from "../rule.ts";

const HOURS_24 = 24 * 60 * 60 * 1000;

export const fileNotFound: FailureRule = {
  id: "file-not-found",
  title: "File operations failing in {repos}",
  match: {
    any: [
      "filenotfounderror",
      "filenotfoundexception",
      "enoent: no such file",
      "no such file or directory",
      "file not found",
      "file does not exist",
      "cannot find the file specified",
      "cannot find the path specified",
      /cannot find path .{1,300} because it does not exist/i,
    ],
    not: [/\bspawn\b/i, "uv_spawn", "bad interpreter", "error while loading shared libraries", "connect enoent"],
  },
  always: true,
  // "More than 3 in 24 hours".
  scope: { minCount: 4, windowMs: HOURS_24 },
  severity: "medium",
  cause:
    "The code assumes that a file is there: a relative path from another working directory, or a step that did not run.",
  suggestion: "Add file existence checks before operations",
  samples: {
    match: [
      "FileNotFoundError: [Errno 2] No such file or directory: 'data/index.json'",
      "FileNotFoundError: File not found: /Users/***/Documents/file.txt",
      "ENOENT: no such file or directory, open '/srv/app/notes.md'",
      "ls: ./docs/: No such file or directory",
      "OSError: [WinError 2] The system cannot find the file specified: 'a.txt'",
    ],
    noMatch: [
      "spawn git ENOENT",
      "bash: ./gradlew: /bin/bash^M: bad interpreter: No such file or directory",
      "ModuleNotFoundError: No module named 'agents'",
      "python3: error while loading shared libraries: libx.so: No such file or directory",
    ],
  },
};

export const permissionDenied: FailureRule = {
  id: "permission-denied",
  title: "Permission denied on files in {repos}",
  match: {
    any: ["permissionerror", "eacces", "eperm", "permission denied", "access is denied"],
    all: [/\n.{0,4096}(?:locked|denied)/i],
    not: ["(publickey", "docker.sock"],
  },
  always: true,
  scope: { minCount: 1 },
  severity: "medium",
  cause: "The file belongs to another user, is read-only, or another process holds it at the moment.",
  suggestion: "Implement retry logic with exponential backoff",
  samples: {
    match: [
      "PermissionError: [Errno 13] Permission denied: 'out/report.md'",
      "PermissionError: The file is locked by another process",
      "EACCES: permission denied, open '/srv/app/out.json'",
    ],
    noMatch: [
      "PermissionError: [Errno 1] Operation not permitted",
      "git@github.com: Permission denied (publickey).",
      "database is locked",
    ],
  },
};

export const gitIndexLock: FailureRule = {
  id: "git-index-lock",
  title: "Git locks in {repos} during parallel execution",
  match: { all: [{ message: "index.lock" }] },
  always: true,
  scope: { minCount: 1 },
  severity: "high",
  cause: "Two git commands write the index of one repository at the same time, or one of them died and left its lock.",
  suggestion: "Add git lock detection and retry",
  samples: {
    match: ["GitError: fatal: Unable to create '/srv/app/.git/index.lock': File exists."],
    noMatch: ["GitError: fatal: Unable to create '/srv/app/.git/HEAD.lock': File exists."],
  },
};

export const frameworkMissingMethod: FailureRule = {
  id: "framework-missing-method",
  title: "{agents} missing {name}",
  match: {
    any: [
      /object(?: '[^']{1,200}')? has no attribute '(?<name>\w{1,200})'/,
      /(?:^|[\s.#])(?<name>[\w$]{1,200}) is not a function/,
    ],
    not: ["'nonetype' object", "partially initialized module"],
  },
  always: true,
  scope: { minCount: 2, minRepos: 2 },
  severity: "high",
  cause: "Agents in several repositories call a method that their common base class does not have.",
  suggestion: "Framework bug - method missing from BaseAgent",
  samples: {
    match: [
      "AttributeError: 'IssueFixerAgent' object has no attribute '_intelligent_processing'",
      "AttributeError: type object 'BaseAgent' has no attribute 'create'",
      "TypeError: agent.intelligentProcessing is not a function",
    ],
    noMatch: [
      "AttributeError: 'NoneType' object has no attribute 'text'",
      "TypeError: Cannot read properties of undefined (reading 'text')",
    ],
  },
};

export const agentsImport: FailureRule = {
  id: "agents-import",
  title: "Module 'agents' not found in {repos}",
  match: {
    any: [
      /No module named ["']?agents\b/,
      /Cannot find (?:module|package) '(?:\.{0,2}\/){0,32}\.?agents(?:\/[^']{0,300})?'/,
      /Cannot find (?:module|package) '\/[^']{0,300}\/\.?agents(?:\/[^'/]{0,100})?'/,
    ],
  },
  always: true,
  scope: { minCount: 1 },
  severity: "high",
  cause: "The repository reaches the framework through a symlink, and the link is missing or broken.",
  suggestion: "Check symlink configuration",
  samples: {
    match: [
      "ModuleNotFoundError: No module named 'agents'",
      "ModuleNotFoundError: No module named 'agents.base'",
      "Cannot find package 'agents' imported from /srv/app/run.mjs",
      "Cannot find module '../agents/base.js'",
      "Cannot find module '/srv/app/agents/base.js' imported from /srv/app/run.mjs",
    ],
    noMatch: [
      "ModuleNotFoundError: No module named 'requests'",
      "Cannot find package 'useragents' imported from /srv/app/run.mjs",
      "Cannot find module '/srv/agents/app/src/run.mjs' imported from /srv/agents/app/index.mjs",
    ],
  },
};
