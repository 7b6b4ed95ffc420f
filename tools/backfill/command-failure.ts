// The output of a command that failed: is it a failure at all, which line tells, and of what kind is it.
//
// A command is known by its exit code. The signs are asked in order, the most telling first; of an output that shows
// none, a short one tells in its first line and a long one in its last. The order follows real logs of agents.

import { type Programs, programsOf } from "./command.ts";
import type { Wrong } from "./failure.ts";
import { SIGNS, type Sign } from "./signs.ts";

export interface Ended {
  /** The command line; only its programs' names are used. */
  command: string;
  exitCode: number | undefined;
  /** Standard output and error as they came. */
  output: string;
}

/** undefined when it is none: a search without a match, a difference that was asked for, the agent's own Ctrl-C. */
export function commandFailure(ended: Ended): Wrong | undefined {
  const programs = programsOf(ended.command);
  const lines = linesOf(ended.output);
  const found = tellingSign(lines, programs);
  return isExpected(programs, ended.exitCode, lines, found) ? undefined : wrongOf(ended, programs, lines, found);
}

/** Of a command that is known to have failed. */
export function surelyFailed(ended: Ended): Wrong {
  const programs = programsOf(ended.command);
  const lines = linesOf(ended.output);
  return wrongOf(ended, programs, lines, tellingSign(lines, programs));
}

function wrongOf({ exitCode }: Ended, programs: Programs, lines: readonly string[], found: Told | undefined): Wrong {
  const told = { program: programs.first || undefined, exit_code: exitCode };
  if (found !== undefined) {
    const { sign, line } = found;
    return {
      ...told,
      class: sign.class,
      error_type: typeof sign.type === "string" ? sign.type : sign.type(line),
      error_message: line,
    };
  }
  const isCheck = programs.all.some((name) => CHECKS.test(name));
  return {
    ...told,
    class: isCheck ? "check_failed" : "command_error",
    error_type: isCheck ? "CheckFailed" : "CommandError",
    error_message: lineWithoutSign(lines, programs) ?? `exit code ${exitCode ?? "unknown"}`,
  };
}

/** For a command whose exit code the log lost: only a sign that stands for a failure wherever it is printed. */
export function hiddenFailure(command: string, output: string): Wrong | undefined {
  const programs = programsOf(command);
  if (programs.heads.some((name) => PRINTING.test(name))) return undefined;
  const found = tellingSign(linesOf(output), programs, ({ isSure }) => isSure === true);
  if (found === undefined) return undefined;
  const { sign, line } = found;
  return {
    program: programs.first || undefined,
    class: sign.class,
    error_type: typeof sign.type === "string" ? sign.type : sign.type(line),
    error_message: line,
  };
}

/** Characters of an output that are looked at: failures stand at its end, and what began it at its start. */
const HEAD_CHARACTERS = 16_384;
const TAIL_CHARACTERS = 65_536;
const LINE_CHARACTERS = 2_000;
// biome-ignore lint/complexity/useRegexLiterals: escape characters are not read easily
const ANSI = new RegExp(
  "\\u001b(?:\\[[0-?]{0,32}[ -/]{0,8}[@-~]|\\][^\\u0007\\u001b]{0,256}(?:\\u0007|\\u001b\\\\)?|[@-Z\\\\-_])",
  "g",
);

function linesOf(output: string): string[] {
  const seen =
    output.length > HEAD_CHARACTERS + TAIL_CHARACTERS
      ? `${output.slice(0, HEAD_CHARACTERS)}\n${output.slice(-TAIL_CHARACTERS)}`
      : output;
  return seen
    .replace(ANSI, "")
    .split(/[\r\n]+/)
    .map((line) => line.slice(0, LINE_CHARACTERS).trimEnd())
    .filter((line) => line.trim() !== "" && !/^[-=~*_ ]{3,}$/.test(line));
}

interface Told {
  sign: Sign;
  line: string;
}

function tellingSign(
  lines: readonly string[],
  programs: Programs,
  isAsked: (sign: Sign) => boolean = () => true,
): Told | undefined {
  const prints = onlyPrints(programs);
  const bare = lines.map((line) => line.replace(TAG, ""));
  for (const sign of SIGNS) {
    if (!isAsked(sign) || (prints && !countsWhenPrinted(sign, programs))) continue;
    if (sign.after !== undefined && !bare.some((line) => sign.after?.test(line))) continue;
    const isTold = (line: string) => sign.line.test(line) && !TRAILER.test(line) && !sign.not?.test(line);
    const index = sign.pick === "last" ? bare.findLastIndex(isTold) : bare.findIndex(isTold);
    if (index !== -1) return { sign, line: (bare[index] as string).trim() };
  }
  return undefined;
}

const countsWhenPrinted = ({ isOfShell, of }: Sign, { heads }: Programs): boolean =>
  isOfShell === true || (of !== undefined && heads.some((name) => of.test(name)));

/** Of a task runner, before every line of a task. */
const TAG = /^\s*\[[a-z][\w:.-]{0,30}\]\s{1,8}(?=\S)/;
/** What task runners say behind the failure itself. */
const TRAILER =
  /\bERROR task failed$|ELIFECYCLE|^make(?:\[\d+\])?: \*\*\*|^BUILD FAILED|^exit status \d+$|^npm (?:ERR!|error) (?:path|command|A complete log|Lifecycle)|^error: (?:script|recipe) |Process completed with exit code/i;

/** Programs that show other people's text: an error word in it says nothing. */
const PRINTING =
  /^(?:cat|sed|head|tail|less|more|bat|nl|awk|jq|rg|grep|egrep|fgrep|ag|git (?:diff|log|show|grep|blame)|gh run|strings|xxd|find|ls)$/;
const onlyPrints = ({ heads }: Programs): boolean => heads.length > 0 && heads.every((name) => PRINTING.test(name));
const CHECKS =
  /(?:^|[\s/:_.-])(?:tests?|specs?|lint|vitest|jest|pytest|mocha|tox|nox|tsc|typecheck|eslint|biome|oxlint|prettier|ruff|mypy|pyright|flake8|golangci-lint|clippy|verify[\w-]*|check)(?=$|[\s:_.-])/;
/** Their exit code is the answer. */
const QUESTIONS =
  /^(?:pgrep|which|type|test|\[{1,2}|cmp|comm|git (?:config|merge-base|check-ignore|show-ref|rev-parse|ls-remote))$/;
const SEARCHES = /^(?:grep|egrep|fgrep|rg|ag|ack|git grep|find)$/;
const DIFFERENCES = /^(?:diff|gofmt|git diff)$/;

function isExpected(
  programs: Programs,
  exitCode: number | undefined,
  lines: readonly string[],
  found: Told | undefined,
): boolean {
  const { last, all, isHelp, isOnePipeline } = programs;
  if (exitCode === 0 || exitCode === 130) return true;
  if (exitCode === 8 && last === "gh pr checks") return true;
  if (exitCode !== 1) return false;
  if (isHelp) return found === undefined;
  if (QUESTIONS.test(last) || DIFFERENCES.test(last)) return found?.sign.isOfShell !== true;
  if (!SEARCHES.test(last)) return lines.length === 0 && all.length === 1 && /^(?:ba|z)?sh$/.test(last);
  if (lines.length === 0) return true;
  // Behind other steps, what is printed may be theirs; in one pipeline only errors get past the search.
  return isOnePipeline ? found === undefined && lines.length > 3 : found?.sign.isOfShell !== true;
}

function lineWithoutSign(lines: readonly string[], programs: Programs): string | undefined {
  const telling = lines.map((line) => line.replace(TAG, "").trim()).filter((line) => !TRAILER.test(line));
  if (onlyPrints(programs)) return telling.length === 1 ? telling[0] : undefined;
  const named = telling.find((line) => NAMED.test(line));
  if (named !== undefined) return named;
  return telling.length < 4 || isUsage(telling) ? telling[0] : telling.at(-1);
}

const NAMED =
  /\b(?:[Ee]rror|ERROR|[Ff]ailed|FAILED|[Ff]ailure|[Cc]annot|[Cc]ould not|[Uu]nable to|[Ii]nvalid|must|✗|✘|❌)\b|^[✗✘×❌]/;
const isUsage = (lines: readonly string[]): boolean =>
  lines.slice(1).some((line) => /^\s*(?:usage|Usage|USAGE|Flags|Options)\b/.test(line));
