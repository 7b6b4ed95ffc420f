import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ListedPattern } from "../../overview.ts";
import { pathTo } from "../state/address.ts";
import { Text } from "./text.tsx";
import { ago, courseOf, number, stateWords, trendBrief, trendWords } from "./words.ts";

const linkTo = ({ groups }: ListedPattern, query: URLSearchParams): string => pathTo("group", query, groups[0] ?? "");

/** What to do first, and why. */
export function StartHere({ pattern, query }: { pattern: ListedPattern | null; query: URLSearchParams }): JSX.Element {
  return (
    <section class="card start" aria-labelledby="start-here">
      <h2 id="start-here">Start here</h2>
      {pattern === null ? (
        <p>Nothing has to be done: no pattern is open.</p>
      ) : (
        <>
          <h3>
            <a href={linkTo(pattern, query)}>
              <Text limit={200}>{pattern.title}</Text>
            </a>
          </h3>
          <p>
            <Severity of={pattern.severity} /> <Text limit={400}>{pattern.evidence}</Text>
          </p>
          {pattern.cause !== "" && (
            <p class="dim">
              <Text limit={400}>{pattern.cause}</Text>
            </p>
          )}
          <p class="advice">
            <strong>Do:</strong> <Text limit={600}>{pattern.suggestion}</Text>
          </p>
        </>
      )}
    </section>
  );
}

interface Props {
  patterns: readonly ListedPattern[];
  total: number;
  query: URLSearchParams;
}

/** Patterns that are told before somebody asks for all. */
const FIRST = 7;

export function Patterns({ patterns, total, query }: Props): JSX.Element {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? patterns : patterns.slice(0, FIRST);
  return (
    <section class="card" aria-labelledby="patterns">
      <h2 id="patterns">Patterns</h2>
      {patterns.length === 0 && <p>None: no known failure occurred often enough.</p>}
      <ol class="patterns">
        {shown.map((pattern) => (
          <li key={pattern.id + pattern.title}>
            <h3>
              <a data-row href={linkTo(pattern, query)}>
                <Text limit={200}>{pattern.title}</Text>
              </a>
            </h3>
            <p class="facts">
              <Severity of={pattern.severity} />
              <span class={`state ${pattern.state}`}>{stateWords(pattern.state)}</span>
              <span>{number(pattern.count)} ×</span>
              <span class={courseOf(pattern.trend)} title={trendWords(pattern.trend)}>
                {trendBrief(pattern.trend)}
              </span>
              <span title={pattern.last_seen}>{ago(pattern.last_seen)}</span>
            </p>
            <p class="advice">
              → <Text limit={400}>{pattern.suggestion}</Text>
            </p>
          </li>
        ))}
      </ol>
      {patterns.length > shown.length && (
        <button type="button" onClick={() => setIsWhole(true)}>
          {number(patterns.length - shown.length)} more
        </button>
      )}
      {patterns.length === shown.length && total > patterns.length && (
        <p class="dim">
          {number(total - patterns.length)} more: <a href={pathTo("groups", query)}>all groups</a>
        </p>
      )}
    </section>
  );
}

function Severity({ of }: { of: string }): JSX.Element {
  return <span class={`severity ${of}`}>{of}</span>;
}
