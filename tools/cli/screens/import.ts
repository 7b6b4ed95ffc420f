// What an import found, by agent, kind of failure and repository.

import type { ImportAnswer } from "../../backfill/index.ts";
import { type Look, printable } from "../terminal.ts";

export function renderImport(answers: readonly ImportAnswer[], isDry: boolean, { colors }: Look): string {
  const total = answers.reduce((sum, { recorded }) => sum + recorded, 0);
  const lines = answers.flatMap((answer) => linesOf(answer, isDry));
  const what = `${isDry ? "Would record" : "Recorded"} ${counted(total, "failure")} from ${counted(sum(answers, "files"), "log")}.`;
  const next = total > 0 && !isDry ? "What fails most: telemetry summary --since 30d\n" : "";
  return `${lines.map((line) => `${line}\n`).join("")}${colors.bold(what)}\n${next}`;
}

const REPOS = 5;
const PROBLEMS = 3;

function linesOf({ source, files, bytes, recorded, classes, repos, problems }: ImportAnswer, isDry: boolean): string[] {
  if (files === 0) return [];
  const kinds = Object.entries(classes)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name.replaceAll("_", " ")}`);
  const top = Object.entries(repos).sort(([, a], [, b]) => b - a);
  const others = top.length > REPOS ? `, and ${counted(top.length - REPOS, "other")}` : "";
  return [
    `${source.padEnd(12)} ${counted(recorded, isDry ? "failure" : "new failure")} in ${counted(files, "log")}, ${(bytes / 1e6).toFixed(1)} MB${kinds.length > 0 ? `: ${kinds.join(", ")}` : ""}`,
    ...(top.length > 0
      ? [
          `${" ".repeat(13)}${top
            .slice(0, REPOS)
            .map(([name, count]) => `${printable(name)} ${count}`)
            .join(", ")}${others}`,
        ]
      : []),
    ...problems
      .slice(0, PROBLEMS)
      .map(({ file, problem }) => `${" ".repeat(13)}${printable(file)}: ${printable(problem)}`),
    ...(problems.length > PROBLEMS
      ? [`${" ".repeat(13)}and ${counted(problems.length - PROBLEMS, "more problem")}`]
      : []),
  ];
}

const sum = (answers: readonly ImportAnswer[], key: "files"): number =>
  answers.reduce((total, answer) => total + answer[key], 0);
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
