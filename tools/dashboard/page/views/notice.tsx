// What stands where there is nothing to show: while it loads, when there is nothing, when something is wrong.

import type { ComponentChildren, JSX } from "preact";
import type { Answer } from "../state/answer.ts";

interface Props<T> {
  answer: Answer<T>;
  children: (value: T) => ComponentChildren;
}

/** The answer, once there is one; a problem stands above what was known before it. */
export function Answered<T>({ answer, children }: Props<T>): JSX.Element {
  const { value, problem, isLoading, again } = answer;
  return (
    <div aria-busy={isLoading} class={isLoading && value !== undefined ? "waiting" : undefined}>
      {problem !== undefined && (
        <div class="notice problem" role="alert">
          <h2>{problem.status === 401 ? "This page has no key" : "That did not work"}</h2>
          <p>{problem.message}</p>
          <button type="button" onClick={again}>
            Try again
          </button>
        </div>
      )}
      {value !== undefined && children(value)}
      {value === undefined && problem === undefined && (
        <p class="notice" role="status">
          Reading the store …
        </p>
      )}
    </div>
  );
}

export function Nothing({ isFiltered }: { isFiltered: boolean }): JSX.Element {
  if (isFiltered)
    return (
      <div class="notice">
        <h2>Nothing fits</h2>
        <p>No error of this time has all that the filters ask for. Take one away, or look at a longer time.</p>
      </div>
    );
  return (
    <div class="notice">
      <h2>No errors in this time</h2>
      <p>
        Agents built on BaseAgent record by themselves, any other command with <code>telemetry run -- CMD</code>.{" "}
        <code>telemetry import all --dry-run</code> shows what coding agents have logged already,{" "}
        <code>telemetry demo</code> how it looks.
      </p>
    </div>
  );
}
