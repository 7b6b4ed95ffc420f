import { expect, test } from "vitest";
import { commandFailure } from "../../tools/backfill/command-failure.ts";

// Command, exit code and output, and what it is: type, class, line. "none" is no failure.
const FAILURES: readonly (readonly [
  command: string,
  exitCode: number,
  output: string,
  type: string,
  kind: string,
  line: string,
])[] = [
  ["git push", 128, "fatal: not a git repository", "GitError", "command_error", "fatal: not a git repository"],
  [
    "cd x && python a.py",
    1,
    'start\nTraceback (most recent call last):\n  File "a.py", line 1\nKeyError: \'a\'\n\nDuring handling, another:\n\nTraceback (most recent call last):\n  File "b.py"\nrequests.exceptions.ConnectTimeout: slow',
    "ConnectTimeout",
    "command_error",
    "requests.exceptions.ConnectTimeout: slow",
  ],
  [
    "pytest -q",
    1,
    "Traceback (most recent call last):\nAssertionError: 1 != 2",
    "AssertionError",
    "check_failed",
    "AssertionError: 1 != 2",
  ],
  [
    "node a.mjs",
    1,
    "file:///a.mjs:3\nfoo()\n^\n\nReferenceError: foo is not defined\n    at file:///a.mjs:3:1",
    "ReferenceError",
    "command_error",
    "ReferenceError: foo is not defined",
  ],
  [
    "FOO=1 gitt status",
    127,
    "zsh: command not found: gitt",
    "CommandNotFound",
    "command_error",
    "zsh: command not found: gitt",
  ],
  [
    "ls *.zzz",
    1,
    "(eval):1: no matches found: *.zzz",
    "ShellGlobNoMatch",
    "command_error",
    "(eval):1: no matches found: *.zzz",
  ],
  [
    "npx tsc -b",
    2,
    "src/a.ts(1,2): error TS2304: Cannot find name 'x'.\nsrc/b.ts(1,2): error TS1005: ';' expected.",
    "TypeScriptError TS2304",
    "check_failed",
    "src/a.ts(1,2): error TS2304: Cannot find name 'x'.",
  ],
  [
    "mise run lint",
    1,
    "[lint:go] a/b.go:1:2: unused variable x (unused)\n[lint:go] ERROR task failed",
    "GolangciLint unused",
    "check_failed",
    "a/b.go:1:2: unused variable x (unused)",
  ],
  [
    "pytest",
    1,
    "FAILED tests/test_a.py::test_b - assert 1 == 2\n1 failed",
    "PytestFailure",
    "check_failed",
    "FAILED tests/test_a.py::test_b - assert 1 == 2",
  ],
  [
    "git fetch",
    128,
    "ssh: Could not resolve hostname example.com: Name or service not known\nfatal: Could not read from remote repository.",
    "NetworkError",
    "command_error",
    "ssh: Could not resolve hostname example.com: Name or service not known",
  ],
  [
    "gh pr list | rg open",
    1,
    "error connecting to api.example.com\ncheck your internet connection",
    "NetworkError",
    "command_error",
    "error connecting to api.example.com",
  ],
  [
    "npm ci",
    1,
    "npm error code EUSAGE\nnpm error\nnpm error `npm ci` needs a lock file",
    "npm EUSAGE",
    "command_error",
    "npm error code EUSAGE",
  ],
  [
    "cat -A x",
    1,
    "cat: illegal option -- A\nusage: cat [-belnstuv] [file ...]",
    "CommandUsageError",
    "command_error",
    "cat: illegal option -- A",
  ],
  [
    "cat notes.md",
    1,
    "cat: notes.md: No such file or directory",
    "FileNotFound",
    "command_error",
    "cat: notes.md: No such file or directory",
  ],
  [
    "sed -n 1,9p a.log",
    1,
    "error: this is text of a file\nfatal: and so is this",
    "CommandError",
    "command_error",
    "exit code 1",
  ],
  [
    "git log --oneline main..x",
    128,
    "fatal: bad revision 'main..x'",
    "GitError",
    "command_error",
    "fatal: bad revision 'main..x'",
  ],
  [
    "./deploy.sh",
    3,
    "step one\nstep two\nstep three\nstep four\nthe lights went out",
    "CommandError",
    "command_error",
    "the lights went out",
  ],
  ["./deploy.sh", 3, "", "CommandError", "command_error", "exit code 3"],
  ["make build", 2, "it broke\nmake: *** [build] Error 1", "CommandError", "command_error", "it broke"],
  [
    "grep -rn x . 2>/dev/null",
    2,
    "a.log:1: error: of somebody else\nb.log:2: another",
    "CommandError",
    "command_error",
    "exit code 2",
  ],
];

test.each(FAILURES)("%s (exit %i) tells its line", (command, exitCode, output, error_type, kind, error_message) => {
  expect(commandFailure({ command, exitCode, output })).toMatchObject({
    error_type,
    class: kind,
    error_message,
    exit_code: exitCode,
  });
});

const EXPECTED: readonly (readonly [command: string, exitCode: number, output: string])[] = [
  ["grep -n x a.txt", 1, ""],
  ["echo a; rg x", 1, "a"],
  ["bash -c 'cat list | grep x'", 1, ""],
  ["test -f a && echo yes", 0, "yes"],
  ["test -f a", 1, ""],
  ["git config gc.auto 2>&1; echo ---; git config gc.pruneExpire", 1, "---"],
  ["git diff --quiet", 1, ""],
  ["diff a b", 1, "1c1\n< a\n---\n> b"],
  ["gh pr checks", 8, "build pending"],
  ["tool --help", 1, "Usage: tool"],
  ["sleep 100", 130, ""],
  ["which prettier", 1, "prettier not found"],
];

test.each(EXPECTED)("%s (exit %i) is no failure", (command, exitCode, output) => {
  expect(commandFailure({ command, exitCode, output })).toBeUndefined();
});

test("what a command was told is never in what is told of it", () => {
  const told = commandFailure({
    command: "curl -H 'X-Key: canary' https://canary.example/canary",
    exitCode: 7,
    output: "",
  });
  expect(told).toEqual({
    program: "curl",
    exit_code: 7,
    class: "command_error",
    error_type: "CommandError",
    error_message: "exit code 7",
  });
});

test("a long output is looked at from both ends, in time that its length does not decide", () => {
  const output = `Traceback (most recent call last):\n${"  File x\n".repeat(2_000_000)}ValueError: at the end`;
  expect(commandFailure({ command: "python a.py", exitCode: 1, output })).toMatchObject({
    error_message: "ValueError: at the end",
  });
});
