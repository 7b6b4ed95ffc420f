// The part of the room that recording needs: a host loads it before its first line, and the rest with its first question.

export { DISK_BUDGET_MB } from "./budget.ts";
export { RETENTION_DAYS } from "./clean.ts";
export { type Config, readConfig } from "./config.ts";
export { chooseDirectory } from "./directory.ts";
export { appendHealth, type HealthNote } from "./health.ts";
export { type Owner, ownerOf } from "./owner.ts";
export { openStore, type Store } from "./store.ts";
