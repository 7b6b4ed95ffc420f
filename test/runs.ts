/** How often a law is tried: as often as said, few times for each of thousands of mutants. */
export function runs(times: number): number {
  return process.env["MUTATION"] === undefined ? times : Math.min(times, Math.max(FEW, Math.ceil(times / 100)));
}

const FEW = 50;
