// What an import found, by agent, kind of failure and repository.

import type { ImportAnswer } from "../../backfill/index.ts";
import { padded, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";

export function renderImport(answers: readonly ImportAnswer[], isDry: boolean, look: Look): string {
  const total = answers.reduce((sum, { recorded }) => sum + recorded, 0);
  if (sum(answers, "files") === 0) return `${wrap(NO_LOGS, look.width).join("\n")}\n`;
  const lines = answers.filter(({ files }) => files > 0).flatMap((answer) => linesOf(answer, isDry, look));
  const what = `${isDry ? "Would record" : "Recorded"} ${counted(total, "failure")} from ${counted(sum(answers, "files"), "log")}.`;
  const next =
    total > 0 && !isDry ? `${wrap("What fails most: `telemetry summary --since 30d`", look.width).join("\n")}\n` : "";
  return `${lines.map((line) => `${line}\n`).join("")}${wrap(what, look.width).map(look.colors.bold).join("\n")}\n${next}`;
}

const NO_LOGS = "No logs were found where coding agents keep them. Name some: `telemetry import codex --file PATH`";

const REPOS = 5;
const PROBLEMS = 3;
const NAME_COLUMNS = 13;

function linesOf(
  { source, files, bytes, recorded, classes, repos, problems }: ImportAnswer,
  isDry: boolean,
  { width }: Look,
): string[] {
  const kinds = mostFirst(classes).map(([name, count]) => `${count} ${name.replaceAll("_", " ")}`);
  const top = mostFirst(repos);
  const named = top.slice(0, REPOS).map(([name, count]) => `${printable(name)} ${count}`);
  const others = top.length > REPOS ? `, and ${counted(top.length - REPOS, "other")}` : "";
  const more = problems.length - PROBLEMS;
  const texts = [
    `${counted(recorded, isDry ? "failure" : "new failure")} in ${counted(files, "log")}, ${(bytes / 1e6).toFixed(1)} MB${kinds.length > 0 ? `: ${kinds.join(", ")}` : ""}`,
    ...(named.length > 0 ? [named.join(", ") + others] : []),
    ...problems.slice(0, PROBLEMS).map(({ file, problem }) => `${printable(file)}: ${printable(problem)}`),
    ...(more > 0 ? [`and ${counted(more, "more problem")}`] : []),
  ];
  // A narrow terminal has no room to hang anything.
  const indent = width < 3 * NAME_COLUMNS ? 2 : NAME_COLUMNS;
  const lines = texts.flatMap((text) => wrap(text, width - indent)).map((line) => " ".repeat(indent) + line);
  const [first = "", ...rest] = lines;
  return indent < NAME_COLUMNS
    ? [source, ...lines]
    : [padded(source, NAME_COLUMNS) + first.slice(NAME_COLUMNS), ...rest];
}

const mostFirst = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).sort(([, a], [, b]) => b - a);
const sum = (answers: readonly ImportAnswer[], key: "files"): number =>
  answers.reduce((total, answer) => total + answer[key], 0);
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
