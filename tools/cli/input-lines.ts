// The lines of a stream. Not by node:readline, which takes U+2028 inside a JSON string for the end of a line.

/** Characters. A longer line is nobody's event: an event's message is cut far below. */
const LONGEST_LINE = 1 << 20;

export interface TextLine {
  /** Counted from 1. */
  number: number;
  /** Without its newline. */
  text: string;
  isTooLong: boolean;
  /** Bytes of the stream up to the chunk that it ended in. */
  bytes: number;
}

export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder();
  let [rest, number, bytes, isTooLong] = ["", 0, 0, false];
  const line = (text: string): TextLine => {
    const ended = { number: ++number, text: text.endsWith("\r") ? text.slice(0, -1) : text, isTooLong, bytes };
    isTooLong = false;
    return ended;
  };
  for await (const chunk of stream) {
    const piece = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield line(text);
    if (rest.length > LONGEST_LINE) [rest, isTooLong] = ["", true];
  }
  if (rest !== "" || isTooLong) yield line(rest);
}
