// The last calls of a session as they stand in the log, taken apart only when one of them is asked for: most never are.

export class Remembered {
  readonly #lines: Buffer[] = [];
  #next = 0;

  /** `bytes` of a line of the log; they are copied. */
  add(bytes: Buffer): void {
    this.#lines[this.#next] = Buffer.from(bytes.length > LINE_BYTES ? bytes.subarray(0, LINE_BYTES) : bytes);
    this.#next = (this.#next + 1) % LINES;
  }

  /** The line that holds `id`; undefined when it is long ago. */
  find(id: string): Buffer | undefined {
    return id === "" ? undefined : this.#lines.find((line) => line.includes(id));
  }
}

/** More calls than any agent starts side by side. */
const LINES = 256;
/** Bytes. A longer call writes a file, and no command is that long. */
const LINE_BYTES = 256 << 10;
