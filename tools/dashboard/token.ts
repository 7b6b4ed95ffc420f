import { randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits, as hex. It lives as long as the process, and nowhere on disk but in the redirect file. */
export const newToken = (): string => randomBytes(32).toString("hex");

/** In the same time, whatever was offered. `token` as `newToken()` makes it. */
export function isToken(offered: string | undefined, token: string): boolean {
  const [a, b] = [offered ?? "", token].map((text) => Buffer.from(text.padEnd(64).slice(0, 64), "latin1"));
  return timingSafeEqual(a as Buffer, b as Buffer);
}
