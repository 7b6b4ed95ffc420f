// Handles for people, 8 hex digits. Not `Math.random()` alone, which hosts replace in their tests, and not
// `node:crypto`, which costs 3.5 ms to load: a counter that steps through all 2^32 values from a start of our own.

let next = (Number(process.hrtime.bigint() & 0xffffffffn) ^ Math.imul(process.pid, 0x85ebca6b)) >>> 0;

export function newTelemetryId(): string {
  // 2^32 divided by the golden ratio, odd: neighbours look unlike, and no value comes twice before all have come.
  next = (next + 0x9e3779b1) >>> 0;
  return next.toString(16).padStart(8, "0");
}
