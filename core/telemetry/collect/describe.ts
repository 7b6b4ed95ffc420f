// A thrown value, whatever it is, becomes a plain description.
//
// It runs on other people's objects inside their catch blocks: a getter may throw, a Proxy may do anything, a chain
// of causes may be a circle, a message may be 100 MB. Each property is read once, alone, and nothing is called.

import { types } from "node:util";
import type { Cause } from "../event.ts";

export interface Description {
  error_type: string;
  error_message: string;
  /** Frames as V8 prints them, without "at ". */
  stack: string[];
  cause: Cause[];
  context: Record<string, unknown>;
}

/** `said` is what `saidBy` answered, where that has been asked. */
export function describe(thrown: unknown, said: Cause = saidBy(thrown)): Description {
  const { error_type, error_message } = said;
  if (!isObject(thrown)) return { error_type, error_message, stack: [], cause: [], context: {} };
  return { error_type, error_message, stack: framesOf(thrown), cause: causesOf(thrown), context: detailsOf(thrown) };
}

/** Causes and parts of an AggregateError looked at. Reading 1e5 stacks would take seconds. */
const CAUSES = 5;
/** Characters. Joining a message of this size that was built by `+` takes about a millisecond; ten times that is too long. */
const MESSAGE_CHARACTERS = 1 << 20;
/** Characters of a stack looked at. V8 keeps 10 frames, but the limit is the host's to raise. */
const STACK_CHARACTERS = 16_384;

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** Type and message: all that equal errors are known by, without the cost of a stack. */
export function saidBy(thrown: unknown): Cause {
  if (!isObject(thrown)) {
    const type = thrown === null ? "null" : typeof thrown;
    return {
      error_type: `Thrown ${type}`,
      error_message: bounded(typeof thrown === "string" ? thrown : String(thrown)),
    };
  }
  if (types.isProxy(thrown)) return { error_type: "Proxy", error_message: "<Proxy>" };
  return { error_type: typeOf(thrown), error_message: bounded(messageOf(thrown)) };
}

/** "Error" alone tells nothing: then the class, then the code (`ENOENT`) that Node and most libraries give. */
function typeOf(thrown: object): string {
  const name = valueAt(thrown, "name");
  if (isTelling(name)) return bounded(name);
  const made = valueAt(thrown, "constructor");
  const className = isObject(made) ? read(made, "name") : undefined;
  if (isTelling(className)) return bounded(className);
  const code = valueAt(thrown, "code");
  if (isTelling(code)) return bounded(code);
  return name === "Error" || className === "Error" ? "Error" : "Object";
}

function isTelling(name: unknown): name is string {
  return typeof name === "string" && name !== "" && name !== "Error" && name !== "Object";
}

function messageOf(thrown: object): string {
  for (const key of ["message", "error", "reason"]) {
    const words = valueAt(thrown, key);
    if (typeof words === "string") return words;
  }
  if (types.isNativeError(thrown) || typeof thrown === "function") return "";
  // Names of the keys, never their values: those may be anything.
  return `<object with ${Object.keys(thrown).slice(0, 10).join(", ") || "no keys"}>`;
}

function bounded(text: string): string {
  return text.length > MESSAGE_CHARACTERS ? `<message of ${text.length} characters>` : text;
}

const FRAME = "\n    at ";

function framesOf(thrown: object): string[] {
  const stack = read(thrown, "stack");
  if (typeof stack !== "string" || stack.length > MESSAGE_CHARACTERS * 2) return [];
  const frames: string[] = [];
  // The message stands before the frames and may be long; lines of its own that look like frames are not told apart.
  const first = stack.indexOf(FRAME);
  const text = stack.slice(0, first + STACK_CHARACTERS);
  for (let at = first; at !== -1; at = text.indexOf(FRAME, at + 1)) {
    const end = text.indexOf("\n", at + 1);
    frames.push(text.slice(at + FRAME.length, end === -1 ? text.length : end));
  }
  return frames;
}

function causesOf(thrown: object): Cause[] {
  const parts = read(thrown, "errors");
  if (!types.isProxy(parts) && Array.isArray(parts)) {
    return Array.from({ length: Math.min(parts.length, CAUSES) }, (_, index) => saidBy(read(parts, String(index))));
  }
  const causes: Cause[] = [];
  const seen = new Set([thrown]);
  let cause = read(thrown, "cause");
  while (cause !== undefined && cause !== null && causes.length < CAUSES) {
    causes.push(saidBy(cause));
    if (!isObject(cause) || seen.has(cause)) break;
    seen.add(cause);
    cause = read(cause, "cause");
  }
  return causes;
}

/** What Node, fetch wrappers and SDKs put on their errors, under the names of our context. */
function detailsOf(thrown: object): Record<string, unknown> {
  return {
    code: read(thrown, "code"),
    errno: read(thrown, "errno"),
    syscall: read(thrown, "syscall"),
    status_code: read(thrown, "status") ?? read(thrown, "statusCode"),
  };
}

function read(object: object, key: string): unknown {
  return types.isProxy(object) ? undefined : valueAt(object, key);
}

/** Of what is no Proxy. */
function valueAt(object: object, key: string): unknown {
  try {
    return (object as Record<string, unknown>)[key];
  } catch {
    return undefined; // a getter of the host's, or an overridden Error.prepareStackTrace, threw
  }
}
