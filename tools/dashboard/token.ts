import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits, as hex. It lives as long as the process, and nowhere on disk but in the redirect file. */
export const newToken = (): string => randomBytes(32).toString("hex");

/** In the same time, whatever was offered: hashes are of one length, and how far they agree says nothing. */
export function isToken(offered: string | undefined, token: string): boolean {
  const [a, b] = [offered ?? "", token].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}
