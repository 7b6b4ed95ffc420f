// Errors over time as stacked bars. Dragging chooses a part of the time; the same figures stand in a table for who cannot see them.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { printable } from "../../../printable.ts";
import type { Axis } from "../../bars.ts";
import type { Turn } from "../../group.ts";
import { Scroll } from "./scroll.tsx";
import { barName, number, times } from "./words.ts";

interface Series {
  name: string;
  counts: readonly number[];
}

interface Props {
  label: string;
  axis: Axis;
  series: readonly Series[];
  /** Of the time before, as a line. */
  before?: readonly number[];
  turns?: readonly Turn[];
  onBrush(since: number, until: number): void;
}

const HEIGHT = 220;
/** Pixels: less is a click. */
const LEAST_BRUSH = 6;

export function Plot(props: Props): JSX.Element {
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
    const observer = new ResizeObserver(([entry]) =>
      made.setSize({ width: Math.max(200, entry?.contentRect.width ?? 200), height: HEIGHT }),
    );
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [shape]);
  useEffect(() => plot.current?.setData(dataOf(latest.current)), [axis, series, before]);

  const totals = totalsOf(series, axis.bars);
  const read =
    bar === null
      ? `${times(totals.reduce((sum, count) => sum + count, 0))}. Drag to look closer.`
      : told(bar, props, totals);
  return (
    <figure class="plot">
      <div ref={box} role="img" aria-label={`${label}: ${times(totals.reduce((sum, count) => sum + count, 0))}`} />
      <figcaption>{read}</figcaption>
      <details>
        <summary>As a table</summary>
        <Scroll label={`${label}, as a table`}>
          <Table {...props} totals={totals} />
        </Scroll>
      </details>
    </figure>
  );
}

function Table({ axis, series, totals }: Props & { totals: readonly number[] }): JSX.Element {
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
        {totals.map((total, index) => (
          <tr key={axis.start + index * axis.step}>
            <th scope="row">{barName(axis.start + index * axis.step, axis.step)}</th>
            <td>{number(total)}</td>
            {series.length > 1 && series.map(({ name, counts }) => <td key={name}>{number(counts[index] ?? 0)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function told(bar: number, { axis, series, before }: Props, totals: readonly number[]): string {
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
function dataOf({ axis, series, before }: Props): uPlot.AlignedData {
  const starts = Array.from({ length: axis.bars }, (_, bar) => (axis.start + bar * axis.step) / 1000);
  const stack: number[][] = [];
  const sums = new Array<number>(axis.bars).fill(0);
  for (const { counts } of series) {
    for (let bar = 0; bar < axis.bars; bar++) sums[bar] = (sums[bar] ?? 0) + (counts[bar] ?? 0);
    stack.unshift([...sums]);
  }
  return [starts, ...stack, ...(before === undefined ? [] : [[...before]])];
}

function optionsFor(latest: { current: Props }, box: HTMLElement, setBar: (bar: number | null) => void): uPlot.Options {
  const { series, before } = latest.current;
  const style = getComputedStyle(box);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const bars = uPlot.paths.bars?.({ align: 1, size: [0.92, 80, 1] });
  const font = "12px system-ui, sans-serif";
  const lines = { stroke: color("--line"), width: 1 };
  return {
    width: Math.max(200, box.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: {
        time: true,
        range: (_plot, min) => [min, min + (latest.current.axis.bars * latest.current.axis.step) / 1000],
      },
      y: { range: (_plot, _min, max) => [0, Math.max(4, max * 1.06)] },
    },
    axes: [
      {
        stroke: color("--dim"),
        font,
        grid: { show: false },
        ticks: lines,
        space: 70,
        values: (_plot, moments) => moments.map((seconds) => tickName(seconds * 1000)),
      },
      {
        stroke: color("--dim"),
        font,
        grid: lines,
        ticks: { show: false },
        size: 46,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6],
      },
    ],
    series: [
      {},
      ...series.map((_, index) => ({
        fill: color(`--series-${series.length - 1 - index}`),
        width: 0,
        points: { show: false },
        ...(bars !== undefined && { paths: bars }),
      })),
      ...(before === undefined
        ? []
        : [{ stroke: color("--dim"), width: 1.5, dash: [4, 4], points: { show: false }, ...stepped() }]),
    ],
    hooks: {
      setCursor: [(plot) => setBar(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < LEAST_BRUSH) return;
          const [since, until] = [left, left + width].map((at) => Math.round(plot.posToVal(at, "x") * 1000)) as [
            number,
            number,
          ];
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          latest.current.onBrush(since, Math.min(until, Date.now()));
        },
      ],
      draw: [(plot) => drawTurns(plot, latest.current.turns ?? [], color("--text"), font)],
    },
  };
}

function tickName(at: number): string {
  const date = new Date(at);
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
  return isMidnight
    ? date.toLocaleDateString("en-GB", { day: "numeric", month: "short" })
    : date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

function stepped(): Pick<uPlot.Series, "paths"> {
  const paths = uPlot.paths.stepped?.({ align: 1 });
  return paths === undefined ? {} : { paths };
}

/** Lines at the moments at which something changed, with their names. */
function drawTurns(plot: uPlot, turns: readonly Turn[], color: string, font: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  const ratio = devicePixelRatio;
  ctx.font = font.replace("12px", `${12 * ratio}px`);
  ctx.lineWidth = ratio;
  for (const [index, { at, what }] of turns.entries()) {
    const x = Math.round(plot.valToPos(at / 1000, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.setLineDash([3 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const isRight = x > bbox.left + bbox.width * 0.8;
    ctx.textAlign = isRight ? "right" : "left";
    ctx.fillText(what, x + (isRight ? -4 : 4) * ratio, bbox.top + (12 + (index % 4) * 14) * ratio);
  }
  ctx.restore();
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
