// The lines by which a failed command says what is wrong, most telling first. A line's own words name the type.

import type { FailureClass } from "./failure.ts";

export interface Sign {
  type: string | ((line: string) => string);
  class: FailureClass;
  line: RegExp;
  not?: RegExp;
  /** Some line of the output must match this. */
  after?: RegExp;
  /** @default first */
  pick?: "last";
  /** Said by the shell or the system, so it counts too when a program prints other people's text. */
  isOfShell?: true;
  /** Counts then too where such a program is among those that print. */
  of?: RegExp;
  /** A failure wherever it stands, also where no exit code tells. */
  isSure?: true;
}

const lastName = (line: string): string => /^(?:\w+\.)*(\w+)/.exec(line)?.[1] ?? "Error";
const named = (pattern: RegExp, before: string) => (line: string) => `${before}${pattern.exec(line)?.[1] ?? ""}`.trim();

export const SIGNS: readonly Sign[] = [
  // Stack traces: the exception itself.
  {
    type: lastName,
    class: "command_error",
    after: /^\s*Traceback \(most recent call last\)/,
    line: /^(?:\w+\.)*\w*(?:Error|Exception|Interrupt|Exit|Warning|Failure|Timeout|NotFound|Invalid\w*|Denied|Refused)\b(?:: |:?$)/,
    not: /^(?:AssertionError|Failed)\b.*$/,
    pick: "last",
    isSure: true,
  },
  {
    type: lastName,
    class: "check_failed",
    after: /^\s*Traceback \(most recent call last\)/,
    line: /^AssertionError\b/,
    pick: "last",
    isSure: true,
  },
  {
    type: (line) => /([A-Z]\w*(?:Error|Exception))/.exec(line)?.[1] ?? "Error",
    class: "command_error",
    after: /^\s+at .+[:)]\d*/,
    line: /^(?:Uncaught )?(?:Exception in thread \S+ )?(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception)(?: \[\w+\])?:/,
  },

  // The shell and the system.
  {
    type: "CommandNotFound",
    class: "command_error",
    line: /\bcommand not found\b|^(?:\S+: )?(?:line )?\d+: \S+: not found$|^(?:ba|da|z)?sh: (?:\d+: )?\S+: not found$|is not recognized as (?:the name|an internal)|^env: .+: No such file/,
    isOfShell: true,
    isSure: true,
  },
  {
    type: "ShellGlobNoMatch",
    class: "command_error",
    line: /^(?:\(eval\)|zsh)(?::\d+)?: no matches found:/,
    isOfShell: true,
  },
  {
    type: "ShellSyntaxError",
    class: "command_error",
    line: /^(?:\(eval\)|zsh|bash|sh|-?\w*sh)?(?:: line \d+|:\d+)?:? ?(?:parse error near|syntax error\b|unexpected EOF while looking|unmatched ["'`]|bad substitution)|: (?:bad substitution|event not found|syntax error near)|ParserError/,
    isOfShell: true,
  },
  {
    type: "ShellUnboundVariable",
    class: "command_error",
    line: /: unbound variable$|: parameter not set$/,
    isOfShell: true,
  },

  // Compilers and linters. A linter names its rule at the end of the line.
  {
    type: named(/^error\[(E\d+)\]/, "RustCompileError "),
    class: "command_error",
    line: /^error\[E\d+\]/,
    isSure: true,
  },
  {
    type: named(/(TS\d+)/, "TypeScriptError "),
    class: "check_failed",
    line: /\berror TS\d+:|typescript\(TS\d+\)/,
    isSure: true,
  },
  {
    type: named(/\((\w[\w-]*)\)$/, "GolangciLint "),
    class: "check_failed",
    line: /^\S+\.go:\d+(?::\d+)?: .+ \([a-z][\w-]*\)$/,
  },
  {
    type: "GoSyntaxError",
    class: "command_error",
    line: /^\S+\.go:\d+:\d+: (?:syntax error|expected )|illegal character U\+/,
  },
  { type: "GoCompileError", class: "command_error", line: /^(?:vet: )?\S+\.go:\d+:\d+: \S/ },
  { type: "EslintError", class: "check_failed", line: /^\s*\d+:\d+\s+error\s{2}\S|\bx eslint(?:-plugin-\w+)?\(/ },
  { type: "MypyError", class: "check_failed", line: /^\S+\.pyi?:\d+(?::\d+)?: error: / },
  { type: "RuffError", class: "check_failed", line: /^\S+\.pyi?:\d+:\d+: [A-Z]{1,4}\d{2,4}\b/ },
  {
    type: "CompileError",
    class: "command_error",
    line: /^\S+\.(?:c|cc|cpp|h|hpp|java|kt|swift|scala|zig)(?::\d+){1,2}: (?:fatal )?error:? /,
  },

  // Tests.
  { type: "GoTestFailure", class: "check_failed", line: /^\s*--- FAIL: /, isSure: true },
  { type: "PytestFailure", class: "check_failed", line: /^(?:FAILED|ERROR) \S+\.py(?:::|\b)/, isSure: true },
  { type: "CargoTestFailure", class: "check_failed", line: /^test .+ \.\.\. FAILED$|^thread '.*' panicked at/ },
  { type: "VitestFailure", class: "check_failed", line: /^\s*(?:FAIL|×|✗|✘|❯)\s+\S.*\.(?:test|spec)\.\w+/ },
  { type: "JestFailure", class: "check_failed", line: /^\s*● .+ › / },
  { type: "TapFailure", class: "check_failed", line: /^\s*not ok \d+\b/ },
  {
    type: "GoTestFailure",
    class: "check_failed",
    line: /^FAIL\t\S+/,
    not: /\[(?:build|setup) failed\]$/,
    isSure: true,
  },
  {
    type: "CheckFailed",
    class: "check_failed",
    line: /^\s*[✗✘×❌] (?:FAIL|.*\b(?:not|fail\w*|missing|should|expected)\b)/,
  },

  // The network, before the programs that only say that it failed.
  {
    type: "NetworkError",
    class: "command_error",
    line: /\b(?:Could not resolve (?:host|hostname)|getaddrinfo|no such host|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|socket hang up|Connection (?:refused|reset by peer|timed out)|Network is unreachable|error connecting to|Temporary failure in name resolution|TLS handshake timeout|i\/o timeout)\b/,
  },

  // Tools that say it in one line of their own.
  { type: "MergeConflict", class: "command_error", line: /^CONFLICT \(/, isSure: true },
  { type: "GitPushRejected", class: "command_error", line: /^ ?! \[(?:remote )?rejected\]/ },
  {
    type: "GitAddIgnored",
    class: "command_error",
    line: /^The following paths are ignored by one of your \.gitignore files:/,
  },
  { type: "GitError", class: "command_error", line: /^fatal: \S/, of: /^git /, isSure: true },
  { type: named(/(ERR_PNPM_\w+)/, "pnpm "), class: "command_error", line: /\bERR_PNPM_\w+/ },
  { type: named(/code (\w+)/, "npm "), class: "command_error", line: /^npm (?:ERR!|error) code \w+/ },
  {
    type: "GoModuleNotFound",
    class: "command_error",
    line: /: cannot find module providing package |^\s*"Error": "|no required module provides package/,
  },
  { type: "GhApiError", class: "command_error", line: /^GraphQL: |\(HTTP \d{3}\)/ },
  {
    type: "CommandUsageError",
    class: "command_error",
    line: /\b(?:illegal|unknown|invalid|unrecognized) (?:option|flag|argument|command|shorthand flag|subcommand)s?\b|^must provide |\bflag provided but not defined\b|requires? (?:at least|exactly) \d+ arg|^error: flag: /i,
    isOfShell: true,
  },
  {
    type: "PermissionDenied",
    class: "command_error",
    line: /\b(?:[Pp]ermission denied|[Oo]peration not permitted|EACCES|EPERM|[Aa]ccess is denied)\b/,
    isOfShell: true,
  },
  {
    type: "FileNotFound",
    class: "command_error",
    line: /\b(?:[Nn]o such file or directory|ENOENT|cannot access|cannot find the (?:file|path))\b/,
    isOfShell: true,
  },
  { type: "ExecFormatError", class: "command_error", line: /\b[Ee]xec format error\b/, isOfShell: true },
  { type: "ConfigError", class: "command_error", line: /\b(?:can't|cannot|could not) load config\b/ },
  { type: "Timeout", class: "command_error", line: /\b(?:[Cc]ommand )?timed out\b/ },
  { type: "DiskFull", class: "command_error", line: /\b[Nn]o space left on device\b|\bENOSPC\b/, isOfShell: true },
  {
    type: "GitError",
    class: "command_error",
    line: /^error: (?:Your local changes|pathspec|failed to push|could not |cannot |src refspec|The following untracked|patch failed|unable to|Entry )/,
  },
  {
    type: "CommandError",
    class: "command_error",
    line: /^\s*(?:level=error|[Ee]rror(?:\[\w+\])?:|ERROR[:\s]|ERR!|Error -)\s*\S/,
  },
];
