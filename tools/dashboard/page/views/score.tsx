import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ScoreRow } from "../../../score/score-rows.ts";
import { ask, Refused } from "../state/ask.ts";

/** How well this software does here. It takes reading a month, so it is asked for when somebody comes to see it. */
export function Score(): JSX.Element {
  const section = useRef<HTMLElement>(null);
  const [rows, setRows] = useState<ScoreRow[]>();
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      ask<{ rows: ScoreRow[] }>("/api/score").then(
        (score) => setRows(score.rows),
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error; // the page tells of it where it matters
        },
      );
    });
    if (section.current !== null) observer.observe(section.current);
    return () => observer.disconnect();
  }, []);
  return (
    <section class="card" aria-labelledby="score" ref={section}>
      <h2 id="score">How well telemetry does on this machine</h2>
      {rows === undefined ? <p class="dim">Measuring a month …</p> : <Table rows={rows} />}
    </section>
  );
}

function Table({ rows }: { rows: readonly ScoreRow[] }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Measured</th>
          <th scope="col">Here</th>
          <th scope="col">Wanted</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metric, figure, wanted, isMet }) => (
          <tr key={metric}>
            <th scope="row">{metric}</th>
            <td class={isMet === undefined ? "even" : isMet ? "better" : "worse"}>
              {isMet === undefined ? "" : isMet ? "✓ " : "✗ "}
              {figure}
            </td>
            <td>{wanted}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
