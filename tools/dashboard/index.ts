export type { Source } from "./routes.ts";
export { type Dashboard, serve } from "./serve.ts";
