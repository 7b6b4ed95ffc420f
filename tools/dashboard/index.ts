export { type Dashboard, serve } from "./serve.ts";
