import type { IncomingMessage } from "node:http";

/** Bytes: a note has 1000 characters. */
const MOST_BYTES = 8192;

/** The JSON of a request's body; undefined when it is none, or more than a word needs. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined; // SyntaxError; ECONNRESET, when the other side went away
  }
}
