import type uPlot from "uplot";
import type { Turn } from "../../group.ts";

/** Lines at the moments at which something changed, with their names. */
export function drawTurns(plot: uPlot, turns: readonly Turn[], color: string, halo: string, size: number): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.fillStyle = color;
  ctx.lineJoin = "round";
  const ratio = devicePixelRatio;
  ctx.font = `${size * ratio}px system-ui, sans-serif`;
  for (const [index, { at, what }] of turns.entries()) {
    const x = Math.round(plot.valToPos(at / 1000, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = color;
    ctx.lineWidth = ratio;
    ctx.setLineDash([3 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const isRight = x > bbox.left + bbox.width * 0.8;
    ctx.textAlign = isRight ? "right" : "left";
    ctx.setLineDash([]);
    const [left, top] = [x + (isRight ? -6 : 6) * ratio, bbox.top + (1 + (index % 4) * 1.35) * size * ratio];
    ctx.strokeStyle = halo;
    ctx.lineWidth = 5 * ratio;
    ctx.strokeText(what, left, top); // bars may stand behind it
    ctx.fillText(what, left, top);
  }
  ctx.restore();
}
