/** Bytes: a long traceback. */
const TAIL_BYTES = 16 * 1024;

/** The last bytes of a stream. */
export class OutputTail {
  #chunks: Buffer[] = [];
  #bytes = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#bytes - (this.#chunks[0]?.length ?? 0) >= TAIL_BYTES) this.#bytes -= this.#chunks.shift()?.length ?? 0;
  }

  /** What is left of the first line is left out. */
  text(): string {
    const bytes = Buffer.concat(this.#chunks);
    if (bytes.length <= TAIL_BYTES) return bytes.toString();
    const tail = bytes.subarray(-TAIL_BYTES);
    return tail.subarray(tail.indexOf("\n") + 1).toString();
  }
}
