// The page as it is built: four files, held in memory, found by name in a table. No path of a request ever reaches the disk.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

const FILES = {
  "/app.js": "text/javascript; charset=utf-8",
  "/app.css": "text/css; charset=utf-8",
  "/icon.svg": "image/svg+xml",
} as const;

/** Addresses of views: the page reads them by itself. */
const VIEW = /^\/(?:groups(?:\/[0-9a-f]{16})?)?$/;

export function pageFiles(folder: string): (path: string) => Answer {
  const packed = (name: string, type: string): Answer => ({
    status: 200,
    type,
    body: gzipSync(readFileSync(join(folder, name)), { level: 9 }),
    encoding: "gzip",
  });
  const page = packed("index.html", "text/html; charset=utf-8");
  const files = new Map(Object.entries(FILES).map(([path, type]) => [path, packed(path, type)]));
  const nothing: Answer = {
    status: 404,
    type: "text/plain; charset=utf-8",
    body: Buffer.from("There is nothing here.\n"),
  };
  return (path) => files.get(path) ?? (VIEW.test(path) ? page : nothing);
}
