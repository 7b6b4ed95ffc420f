// How uPlot draws stacked bars, the time before and turning points, and what it tells while the mouse moves.

import uPlot from "uplot";
import type { Axis } from "../../bars.ts";
import type { Turn } from "../../group.ts";
import { drawTurns } from "./draw-turns.ts";

export interface Series {
  name: string;
  counts: readonly number[];
}

export interface Plotted {
  label: string;
  axis: Axis;
  series: readonly Series[];
  /** Of the time before, as a line. */
  before?: readonly number[];
  turns?: readonly Turn[];
  onBrush(since: number, until: number): void;
}

/** In pixels: flat on a phone, not a ribbon on a wall. */
export const heightOf = (width: number): number => Math.round(Math.min(380, Math.max(190, width / 6)));
/** Pixels: less is a click. */
const LEAST_BRUSH = 6;

export function optionsFor(
  latest: { current: Plotted },
  box: HTMLElement,
  setBar: (bar: number | null) => void,
): uPlot.Options {
  const { axis, series, before } = latest.current;
  const style = getComputedStyle(box);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const bars = uPlot.paths.bars?.({ align: 1, size: [0.94, Number.POSITIVE_INFINITY, 1] });
  const size = Math.round(0.8 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const font = `${size}px system-ui, sans-serif`;
  const lines = { stroke: color("--line"), width: 1 };
  return {
    width: Math.max(200, box.clientWidth),
    height: heightOf(box.clientWidth),
    padding: [size, 2 * size, 0, 0],
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
        space: 6 * size,
        size: 2.6 * size,
        incrs: TICKS.filter((seconds) => seconds * 1000 >= axis.step),
        values: (_plot, moments) => moments.map((seconds) => tickName(seconds * 1000)),
      },
      {
        stroke: color("--dim"),
        font,
        grid: lines,
        ticks: { show: false },
        size: 4 * size,
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
      draw: [(plot) => drawTurns(plot, latest.current.turns ?? [], color("--text"), color("--card"), size)],
    },
  };
}

/** Seconds between two moments with a name. */
const TICKS = [
  ...[1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60].map((minutes) => minutes * 60),
  ...[1, 2, 7, 14, 28, 56, 112, 365].map((days) => days * 86_400),
];

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
