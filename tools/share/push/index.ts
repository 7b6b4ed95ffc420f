export { Checkpoint } from "./checkpoint.ts";
export { type Preview, previewOf } from "./preview.ts";
export { type Pushed, push } from "./push.ts";
