export { Checkpoints } from "./checkpoints.ts";
export { type ImportAnswer, importSource } from "./import-source.ts";
export { logFilesOf, namedLog } from "./log-files.ts";
export type { Source } from "./source.ts";
export { directorySource } from "./sources/directory.ts";
export { SOURCES } from "./sources/index.ts";
