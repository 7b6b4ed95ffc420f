export { Collector, type Where } from "./collector.ts";
export type { Consent } from "./consent.ts";
export { describe } from "./describe.ts";
export { draftOf, type Seen } from "./draft.ts";
export { type CollectorOptions, lookAround, type Surroundings } from "./surroundings.ts";
