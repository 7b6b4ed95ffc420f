// The files by repository, made whole again from the central one: a writer killed between its two files leaves a line in the first only.

import { existsSync } from "node:fs";
import { append } from "./append.ts";
import { prepareDay, stemOf } from "./archive.ts";
import { dayOf, spanOf, timeOf } from "./day.ts";
import { storedLines } from "./files.ts";
import { fromLine } from "./line.ts";
import { withLock } from "./lock.ts";
import { pathsIn } from "./paths.ts";
import { lineFilesOf, segmentsIn } from "./segments.ts";

export interface Repaired {
  /** Lines that were missing in their repository's file. */
  lines: number;
  repos: string[];
}

/**
 * Appends what is missing, takes nothing away, and may run beside writers: the copy that one was just about to write then stands there
 * twice. `dryRun` only counts. Throws StoreError when another process cleans or a file cannot be read.
 */
export function repairRepoFiles(directory: string, dryRun = false): Repaired {
  if (!existsSync(directory)) return { lines: 0, repos: [] };
  const { all, lock } = pathsIn(directory);
  const repair = (now: number): Repaired => {
    const lacks = [...segmentsIn(directory).map(({ path }) => path), all].flatMap((path) => lacksOf(directory, path));
    if (!dryRun) for (const { day, repo, lines } of lacks) restore(directory, dayOf(now), day, repo, lines);
    const repos = [...new Set(lacks.map(({ repo }) => repo))];
    return { lines: lacks.reduce((sum, { lines }) => sum + lines.length, 0), repos: repos.sort() };
  };
  return dryRun ? repair(Date.now()) : withLock(lock, repair);
}

interface Lack {
  day: string;
  repo: string;
  lines: string[];
}

/** The lines of a central file whose copy is in no file of their repository, neither an open one nor one of their day. */
function lacksOf(directory: string, central: string): Lack[] {
  const byDayAndRepo = new Map<string, Lack>();
  for (const line of storedLines(central)) {
    const repo = fromLine(line)?.repo;
    if (repo === undefined) continue;
    const day = dayOf(timeOf(line));
    const lack = byDayAndRepo.get(`${day} ${repo}`) ?? { day, repo, lines: [] };
    lack.lines.push(line);
    byDayAndRepo.set(`${day} ${repo}`, lack);
  }
  return [...byDayAndRepo.values()]
    .map((lack) => ({ ...lack, lines: withoutCopies(directory, lack) }))
    .filter(({ lines }) => lines.length > 0);
}

function withoutCopies(directory: string, { day, repo, lines }: Lack): string[] {
  const missing = new Set(lines);
  for (const path of copiesOf(directory, day, repo)) for (const line of storedLines(path)) missing.delete(line);
  return [...missing];
}

function copiesOf(directory: string, day: string, repo: string): string[] {
  const open = pathsIn(directory).repo(repo);
  const name = stemOf(open);
  const archived = lineFilesOf(pathsIn(directory).day(day)).filter((path) => stemOf(path) === name);
  const span = spanOf(open);
  return span !== undefined && span.first > day && span.last > day ? archived : [...archived, open];
}

function restore(directory: string, today: string, day: string, repo: string, lines: readonly string[]): void {
  const folder = day === today ? directory : prepareDay(directory, day);
  for (const line of lines) append(pathsIn(folder).repo(repo), `${line}\n`);
}
