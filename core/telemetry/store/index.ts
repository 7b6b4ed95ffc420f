export { type Cleaned, clean, cleanWhenDue, DAY_MS, RETENTION_DAYS } from "./clean.ts";
export { type Config, readConfig } from "./config.ts";
export { chooseDirectory } from "./directory.ts";
export { asciiJson } from "./line.ts";
export { pathsIn } from "./paths.ts";
export { readEvents, type Skipped } from "./read.ts";
export { openStore, type Store } from "./store.ts";
export { StoreError } from "./store-error.ts";
