/** How often a law is tried: as often as said, a hundredth of it for each of thousands of mutants. */
export function runs(times: number): number {
  return process.env["MUTATION"] === undefined ? times : Math.ceil(times / 100);
}
