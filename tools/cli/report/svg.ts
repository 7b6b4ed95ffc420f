// Plots as inline SVG: they take their colours from the page, and need no script.

/** Bars of a course, oldest first; each tells its number when pointed at. "" of none. */
export function columns(
  values: readonly number[],
  { width = 120, height = 28, label }: { width?: number; height?: number; label: string },
): string {
  if (values.length === 0) return "";
  const most = Math.max(...values, 1);
  const step = width / values.length;
  const bars = values.map((value, index) => {
    const tall = value === 0 ? 1 : Math.max(2, (value / most) * height);
    const place = `x="${round(index * step)}" y="${round(height - tall)}" width="${round(Math.max(step - 1, 0.5))}" height="${round(tall)}"`;
    return `<rect ${place}${value === 0 ? ' class="none"' : ""}><title>${value}</title></rect>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}: ${values.join(", ")}">${bars.join("")}</svg>`;
}

/** A share from 0 to 1. */
export function share(value: number): string {
  const percent = Math.round(value * 100);
  return `<svg viewBox="0 0 100 8" width="160" height="10" preserveAspectRatio="none" role="img" aria-label="${percent} %"><rect class="none" width="100" height="8"/><rect width="${percent}" height="8"/></svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
