import type { RunRate } from "12-factor-telemetry/report";
import type { JSX } from "preact";
import { Scroll } from "./scroll.tsx";
import { Text } from "./text.tsx";
import { number } from "./words.ts";

const MOST = 12;

/** Failure rates, where runs are recorded. */
export function Runs({ rates }: { rates: readonly RunRate[] }): JSX.Element | null {
  if (rates.length === 0) return null;
  return (
    <section class="card" aria-labelledby="runs">
      <h2 id="runs">Runs</h2>
      <Scroll label="Runs, as a table">
        <table>
          <thead>
            <tr>
              {["Agent", "Runs", "Failed", "Before", "Half take", "95 % take"].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.slice(0, MOST).map((rate) => (
              <tr key={`${rate.agent} ${rate.operation}`}>
                <th scope="row">
                  <Text limit={80}>{rate.operation === "" ? rate.agent : `${rate.agent}: ${rate.operation}`}</Text>
                </th>
                <td>{number(rate.total)}</td>
                <td class={courseOf(rate)}>{percent(rate.rate)}</td>
                <td>{rate.previous_rate === null ? "–" : percent(rate.previous_rate)}</td>
                <td>{span(rate.p50_ms)}</td>
                <td>{span(rate.p95_ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const span = (ms: number | null): string =>
  ms === null ? "–" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

function courseOf({ rate, previous_rate, significant }: RunRate): string {
  if (!significant || previous_rate === null) return "even";
  return rate < previous_rate ? "better" : "worse";
}
