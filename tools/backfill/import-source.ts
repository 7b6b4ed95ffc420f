// All logs of one source, counted: what came of it, and what could not be read.

import type { FailureClass } from "./failure.ts";
import { type Imported, importLogs, type LogError, type Question } from "./import-logs.ts";

/** What one source gave. `import --json` prints one a source. */
export interface ImportAnswer {
  source: string;
  files: number;
  bytes: number;
  recorded: number;
  /** Failures of each class. */
  classes: Partial<Record<FailureClass, number>>;
  /** Failures of each repository. */
  repos: Record<string, number>;
  problems: LogError[];
}

/** `take` answers whether the failure has been kept. */
export function importSource(question: Question, take: (imported: Imported) => boolean): ImportAnswer {
  const { source, logs } = question;
  const answer: ImportAnswer = {
    source: source.name,
    files: logs.length,
    bytes: logs.reduce((sum, { size }) => sum + size, 0),
    recorded: 0,
    classes: {},
    repos: Object.create(null),
    problems: [],
  };
  for (const found of importLogs(question)) {
    if ("problem" in found) answer.problems.push(found);
    else if (take(found)) count(answer, found);
    else
      answer.problems.push({
        file: found.file,
        problem: `the failure in line ${found.failure.line} could not be written`,
      });
  }
  return answer;
}

function count(answer: ImportAnswer, { failure }: Imported): void {
  answer.recorded++;
  answer.classes[failure.class] = (answer.classes[failure.class] ?? 0) + 1;
  answer.repos[failure.repo] = (answer.repos[failure.repo] ?? 0) + 1;
}
