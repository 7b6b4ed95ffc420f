export { openBrowser } from "./open-browser.ts";
export { writeRedirectFile } from "./redirect-file.ts";
export { type Dashboard, serve } from "./serve.ts";
