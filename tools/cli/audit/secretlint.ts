// A second opinion: secretlint with its recommended rules, as a library. It shares nothing with our rules.

import type { Part } from "./pieces.ts";

/** Where in a text secretlint sees a secret. */
export interface Leak {
  /** secretlint's name for what it found, like `NPM_ACCESS_TOKEN`. */
  kind: string;
  start: number;
  end: number;
}

/** Every line with its leaks; `start` and `end` count in `textOf(line.parts)`. Loads secretlint with the first line. */
export async function* withLeaks<Line extends { parts: readonly Part[] }>(
  lines: Iterable<Line>,
): AsyncGenerator<{ line: Line; leaks: Leak[] }> {
  let block: Line[] = [];
  let size = 0;
  for (const line of lines) {
    block.push(line);
    size += textOf(line.parts).length + BETWEEN.length;
    if (size < BLOCK_CHARACTERS) continue;
    yield* searched(block);
    block = [];
    size = 0;
  }
  if (block.length > 0) yield* searched(block);
}

/** What a line says: its strings without their escapes, for `\nghp_...` hides a token's beginning. */
const textOf = (parts: readonly Part[]): string =>
  parts.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("");

// Characters given to secretlint at once. Every call costs 0.4 ms, and its profiler keeps a hundred marks of each for good: a line
// at a time would be slow and grow.
const BLOCK_CHARACTERS = 1 << 20;
/** NUL is no white space: no pattern of secretlint's reaches over it into the next line. */
const BETWEEN = "\0\n";

async function* searched<Line extends { parts: readonly Part[] }>(
  block: readonly Line[],
): AsyncGenerator<{ line: Line; leaks: Leak[] }> {
  const texts = block.map(({ parts }) => textOf(parts));
  const leaks = await leaksIn(texts.join(BETWEEN));
  let start = 0;
  let next = 0;
  for (const [index, line] of block.entries()) {
    const length = texts[index]?.length ?? 0;
    const own: Leak[] = [];
    for (let leak = leaks[next]; leak !== undefined && leak.start < start + length; leak = leaks[++next]) {
      own.push({ kind: leak.kind, start: leak.start - start, end: Math.min(leak.end - start, length) });
    }
    yield { line, leaks: own };
    start += length + BETWEEN.length;
  }
}

/** Lets a comment in the text switch secretlint off, and this text is anybody's. `disabled` is not heard inside a preset. */
const COMMENTS = "@secretlint/secretlint-rule-filter-comments";

async function leaksIn(content: string): Promise<Leak[]> {
  const { lintSource } = await import("@secretlint/core");
  const { rules } = await import("@secretlint/secretlint-rule-preset-recommend");
  const chosen = rules.filter(({ meta }) => meta.id !== COMMENTS);
  const { messages } = await lintSource({
    source: { filePath: "telemetry.txt", content, contentType: "text" },
    options: { noPhysicFilePath: true, config: { rules: chosen.map((rule) => ({ id: rule.meta.id, rule })) } },
  });
  // Never `message`: it quotes the secret.
  return messages.map(({ messageId, range: [start, end] }) => ({ kind: messageId, start, end }));
}
