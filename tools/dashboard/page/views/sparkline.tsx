import type { JSX } from "preact";

const [WIDTH, HEIGHT] = [96, 22];

/** Counts as small bars; what they say in words stands beside them. */
export function Sparkline({ counts }: { counts: readonly number[] }): JSX.Element {
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const path = counts
    .map((count, index) => {
      const high = count === 0 ? 1 : Math.max(2, Math.round((count / most) * HEIGHT));
      return `M${(index * step).toFixed(1)} ${HEIGHT}v-${high}h${(step - 1).toFixed(1)}v${high}z`;
    })
    .join("");
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} height={HEIGHT} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
