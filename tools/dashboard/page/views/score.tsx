import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ScoreRow } from "../../../score/score-rows.ts";
import { ask, Refused } from "../state/ask.ts";

/** How well this software does here. It takes reading a month, so it is asked for once, after the rest. */
export function Score(): JSX.Element | null {
  const [rows, setRows] = useState<ScoreRow[]>();
  useEffect(() => {
    ask<{ rows: ScoreRow[] }>("/api/score").then(
      (score) => setRows(score.rows),
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error; // the page tells of it where it matters
      },
    );
  }, []);
  if (rows === undefined) return null;
  return (
    <section class="card" aria-labelledby="score">
      <h2 id="score">How well telemetry does here</h2>
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
    </section>
  );
}
