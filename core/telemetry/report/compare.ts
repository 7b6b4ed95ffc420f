/** By code units, the same in every language of the user's. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
