// V8 ends the whole process when it compiles a regular expression with hardly any stack left ("RegExpCompiler Allocation
// failed - process out of memory", Node 20.20). After a stack overflow we are called from just there, so we look first.

/** Whether an error tells of a stack overflow: then there may be no room to work in. */
export function tellsOfOverflow(message: unknown): boolean {
  return typeof message === "string" && message.includes("call stack");
}

/** Bytes that must be left; compiling the largest of our expressions took less than 64 KiB in trials. */
const ROOM_BYTES = 192 * 1024;
const WORD_BYTES = 8;

export function hasStackRoom(): boolean {
  try {
    takeRoom.apply(undefined, new Array<undefined>(ROOM_BYTES / WORD_BYTES).fill(undefined)); // arguments lie on the stack
    return true;
  } catch {
    return false; // RangeError: Maximum call stack size exceeded
  }
}

function takeRoom(..._room: undefined[]): void {}
