// The five rules of the specification, "Error Patterns to Detect", with its conditions and suggestions to the letter.

import type { FailureRule } from "../rule.ts";

const HOURS_24 = 24 * 60 * 60 * 1000;

export const fileNotFound: FailureRule = {
  id: "file-not-found",
  title: "File operations failing in {repos}",
  match: {
    either: {
      type: /^FileNotFoundError$/,
      message:
        /\bENOENT: no such file|[Nn]o such file or directory|[Ff]ile not found|cannot find the (?:file|path) specified/,
    },
    not: /\bspawn\b|uv_spawn|bad interpreter|error while loading shared libraries|connect ENOENT/,
  },
  // "More than 3 in 24 hours".
  scope: { minCount: 4, windowMs: HOURS_24 },
  severity: "medium",
  cause:
    "The code assumes that a file is there: a relative path from another working directory, or a step that did not run.",
  suggestion: "Add file existence checks before operations",
  samples: {
    match: [
      { error_type: "FileNotFoundError", error_message: "[Errno 2] No such file or directory: 'data/index.json'" },
      { error_type: "FileNotFoundError", error_message: "File not found: /Users/***/Documents/file.txt" },
      { error_type: "ENOENT", error_message: "ENOENT: no such file or directory, open '/srv/app/notes.md'" },
      { error_type: "exit 1", error_message: "ls: ./docs/: No such file or directory" },
      { error_type: "OSError", error_message: "[WinError 2] The system cannot find the file specified: 'a.txt'" },
    ],
    noMatch: [
      { error_type: "Error", error_message: "spawn git ENOENT" },
      {
        error_type: "Error",
        error_message: "bash: ./gradlew: /bin/bash^M: bad interpreter: No such file or directory",
      },
      { error_type: "ModuleNotFoundError", error_message: "No module named 'agents'" },
      {
        error_type: "exit 127",
        error_message: "python3: error while loading shared libraries: libx.so: No such file or directory",
      },
    ],
  },
};

export const permissionDenied: FailureRule = {
  id: "permission-denied",
  title: "Permission denied on files in {repos}",
  match: {
    either: {
      type: /^(?:PermissionError|EACCES|EPERM)$/,
      message: /\b(?:EACCES|EPERM)\b|[Pp]ermission denied|[Aa]ccess is denied/,
    },
    message: /locked|denied/i,
    not: /\(publickey|docker\.sock/,
  },
  scope: { minCount: 1 },
  severity: "medium",
  cause: "The file belongs to another user, is read-only, or another process holds it at the moment.",
  suggestion: "Implement retry logic with exponential backoff",
  samples: {
    match: [
      { error_type: "PermissionError", error_message: "[Errno 13] Permission denied: 'out/report.md'" },
      { error_type: "PermissionError", error_message: "The file is locked by another process" },
      { error_type: "EACCES", error_message: "EACCES: permission denied, open '/srv/app/out.json'" },
    ],
    noMatch: [
      { error_type: "PermissionError", error_message: "[Errno 1] Operation not permitted" },
      { error_type: "fatal", error_message: "git@github.com: Permission denied (publickey)." },
      { error_type: "Error", error_message: "database is locked" },
    ],
  },
};

export const gitIndexLock: FailureRule = {
  id: "git-index-lock",
  title: "Git locks in {repos} during parallel execution",
  match: { message: /index\.lock/ },
  scope: { minCount: 1 },
  severity: "high",
  cause: "Two git commands write the index of one repository at the same time, or one of them died and left its lock.",
  suggestion: "Add git lock detection and retry",
  samples: {
    match: [
      { error_type: "GitError", error_message: "fatal: Unable to create '/srv/app/.git/index.lock': File exists." },
    ],
    noMatch: [
      { error_type: "GitError", error_message: "fatal: Unable to create '/srv/app/.git/HEAD.lock': File exists." },
    ],
  },
};

export const frameworkMissingMethod: FailureRule = {
  id: "framework-missing-method",
  title: "{agents} missing {name}",
  match: {
    not: /'NoneType' object|partially initialized module/,
    same: /object(?: '[^']{1,200}')? has no attribute '(?<name>\w{1,200})'|(?:^|[\s.#])(?<name2>[\w$]{1,200}) is not a function/,
  },
  scope: { minCount: 2, minRepos: 2 },
  severity: "high",
  cause: "Agents in several repositories call a method that their common base class does not have.",
  suggestion: "Framework bug - method missing from BaseAgent",
  samples: {
    match: [
      {
        error_type: "AttributeError",
        error_message: "'IssueFixerAgent' object has no attribute '_intelligent_processing'",
      },
      { error_type: "AttributeError", error_message: "type object 'BaseAgent' has no attribute 'create'" },
      { error_type: "TypeError", error_message: "this.intelligentProcessing is not a function" },
    ],
    noMatch: [
      { error_type: "AttributeError", error_message: "'NoneType' object has no attribute 'text'" },
      { error_type: "TypeError", error_message: "Cannot read properties of undefined (reading 'text')" },
    ],
  },
};

export const agentsImport: FailureRule = {
  id: "agents-import",
  title: "Module 'agents' not found in {repos}",
  match: {
    message:
      /No module named ["']?agents\b|Cannot find (?:module|package) '(?:(?:\.{0,2}\/)*\.?agents(?:\/[^']{0,300})?|\/[^']{0,300}\/\.?agents(?:\/[^'/]{0,100})?)'/,
  },
  scope: { minCount: 1 },
  severity: "high",
  cause: "The repository reaches the framework through a symlink, and the link is missing or broken.",
  suggestion: "Check symlink configuration",
  samples: {
    match: [
      { error_type: "ModuleNotFoundError", error_message: "No module named 'agents'" },
      { error_type: "ModuleNotFoundError", error_message: "No module named 'agents.base'" },
      {
        error_type: "ERR_MODULE_NOT_FOUND",
        error_message: "Cannot find package 'agents' imported from /srv/app/run.mjs",
      },
      { error_type: "MODULE_NOT_FOUND", error_message: "Cannot find module '../agents/base.js'" },
      {
        error_type: "ERR_MODULE_NOT_FOUND",
        error_message: "Cannot find module '/srv/app/agents/base.js' imported from /srv/app/run.mjs",
      },
    ],
    noMatch: [
      { error_type: "ModuleNotFoundError", error_message: "No module named 'requests'" },
      {
        error_type: "ERR_MODULE_NOT_FOUND",
        error_message: "Cannot find package 'useragents' imported from /srv/app/run.mjs",
      },
      {
        error_type: "ERR_MODULE_NOT_FOUND",
        error_message: "Cannot find module '/srv/agents/app/src/run.mjs' imported from /srv/agents/app/index.mjs",
      },
    ],
  },
};
