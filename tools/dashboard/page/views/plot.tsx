// Errors over time as stacked bars. Dragging chooses a part of the time; the same figures stand in a table for who cannot see them.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { printable } from "../../../printable.ts";
import { heightOf, optionsFor, type Plotted, type Series } from "./plot-options.ts";
import { Scroll } from "./scroll.tsx";
import { barName, number, times } from "./words.ts";

/** `children`: stands under the plot. */
export function Plot({ children, ...props }: Plotted & { children?: ComponentChildren }): JSX.Element {
  const { label, axis, series, before } = props;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [bar, setBar] = useState<number | null>(null);
  const scheme = useScheme();
  const shape = `${series.length} ${axis.step} ${before === undefined} ${scheme}`;
  useEffect(() => {
    if (box.current === null) return;
    const made = new uPlot(optionsFor(latest, box.current, setBar), dataOf(latest.current), box.current);
    plot.current = made;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.max(200, entry?.contentRect.width ?? 200);
      made.setSize({ width, height: heightOf(width) });
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [shape]);
  useEffect(() => plot.current?.setData(dataOf(latest.current)), [axis, series, before]);

  const totals = totalsOf(series, axis.bars);
  const all = times(totals.reduce((sum, count) => sum + count, 0));
  return (
    <figure class="plot">
      <div ref={box} role="img" aria-label={`${label}: ${all}`} />
      <figcaption>
        {bar === null ? all : told(bar, props, totals)}
        {bar === null && <span class="mouse">. Drag to look closer.</span>}
      </figcaption>
      {children}
      <details>
        <summary>As a table</summary>
        <Scroll label={`${label}, as a table`}>
          <Table {...props} totals={totals} />
        </Scroll>
      </details>
    </figure>
  );
}

/** Who has no mouse looks closer here. */
function Table({ axis, series, totals, onBrush }: Plotted & { totals: readonly number[] }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Errors</th>
          {series.length > 1 &&
            series.map(({ name }) => (
              <th scope="col" key={name}>
                {printable(name)}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {totals.map((total, index) => {
          const start = axis.start + index * axis.step;
          return (
            <tr key={start}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onBrush(start, start + axis.step)}>
                  {barName(start, axis.step)}
                </button>
              </th>
              <td>{number(total)}</td>
              {series.length > 1 && series.map(({ name, counts }) => <td key={name}>{number(counts[index] ?? 0)}</td>)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function told(bar: number, { axis, series, before }: Plotted, totals: readonly number[]): string {
  const most = series
    .map(({ name, counts }) => [name, counts[bar] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([name, count]) => `${printable(name)} ${number(count)}`);
  const then = before === undefined ? "" : `; ${number(before[bar] ?? 0)} in the time before`;
  const parts = series.length > 1 && most.length > 0 ? ` (${most.join(", ")})` : "";
  return `${barName(axis.start + bar * axis.step, axis.step)}: ${times(totals[bar] ?? 0)}${parts}${then}`;
}

const totalsOf = (series: readonly Series[], bars: number): number[] =>
  Array.from({ length: bars }, (_, bar) => series.reduce((sum, { counts }) => sum + (counts[bar] ?? 0), 0));

/** Seconds, then the stack from its top to its bottom, so that what is lower is drawn later, then the time before. */
function dataOf({ axis, series, before }: Plotted): uPlot.AlignedData {
  const starts = Array.from({ length: axis.bars }, (_, bar) => (axis.start + bar * axis.step) / 1000);
  const stack: number[][] = [];
  const sums = new Array<number>(axis.bars).fill(0);
  for (const { counts } of series) {
    for (let bar = 0; bar < axis.bars; bar++) sums[bar] = (sums[bar] ?? 0) + (counts[bar] ?? 0);
    stack.unshift([...sums]);
  }
  return [starts, ...stack, ...(before === undefined ? [] : [[...before]])];
}

/** "dark" or "light", as the system has it now: a canvas does not follow by itself. */
function useScheme(): string {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const [scheme, setScheme] = useState(String(dark.matches));
  useEffect(() => {
    const listener = () => setScheme(String(dark.matches));
    dark.addEventListener("change", listener);
    return () => dark.removeEventListener("change", listener);
  }, [dark]);
  return scheme;
}
