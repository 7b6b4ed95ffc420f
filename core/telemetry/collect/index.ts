export { Collector, type CollectorOptions, type Where } from "./collector.ts";
export type { Consent } from "./consent.ts";
export { describe } from "./describe.ts";
export { draftOf, type Seen } from "./draft.ts";
export { lookAround, type Surroundings } from "./surroundings.ts";
