// How often a failure happens before it is worth saying.

/** It will not go away by itself, and once is enough to know it. */
export const ONCE = { minCount: 1 } as const;
/** Once may have been an accident. */
export const TWICE = { minCount: 2 } as const;
/** It belongs to the day's work until it comes often. */
export const OFTEN = { minCount: 3 } as const;
