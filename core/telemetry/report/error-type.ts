// The type that a group is known by. What a layer calls every failure ("Error", "APIError", "exit 1", "npm ERR!") says who
// reported it, not what failed: the same failure comes under several of them.

import { ownWords } from "./stem-words.ts";

/** `seen` is the event's own type, `named` the innermost one in its message, `words` the message's; "" when none tells. */
export function tellingType(seen: string, named: string, words: string): string {
  if (words === "") return named || seen;
  const types = [named, lastName(seen)].filter((type) => TYPE_NAME.test(type) && !LAYER.test(type));
  return ownWords(words) >= SPEAKING ? "" : (types.find((type) => LANGUAGE.test(type)) ?? types[0] ?? "");
}

/** "openai.BadRequestError" */
const lastName = (type: string): string => type.slice(type.lastIndexOf(".") + 1);

/** The name of a class; "fatal", "exit 1" and "docker" are none, and nobody means something by "ERROR". */
const TYPE_NAME = /^(?!(?:ERROR|FATAL|CONFLICT|OOM)$)[A-Z_]\w*$/;

/** Every failure of a layer, an HTTP status or a lost connection by the name that an SDK gave it. */
const LAYER =
  /^(?:Base|Unknown|Unexpected|Unhandled\w*|Internal|Generic|Fatal|Runtime|OS|IO|URL|SSL\w*|System|AI_?|API|Api|HTTP|Http|Remote)?(?:Exit|API|Api|HTTP|Http|Client|Request|Response|Tool|Command|Shell|Process|Agent|Node|Script|Task|Mcp|MCP|GitHub|Aggregate|Provider|OpenAI|Anthropic|Retry|Exec|BadRequest|InvalidRequest|Authentication|PermissionDenied|NotFound|Conflict|UnprocessableEntity|RateLimit|InternalServer|ServiceUnavailable|Connection\w*|Connect\w*|Read\w*|Timeout\w*|Status|Protocol|Network|ContextWindowExceeded|ContentPolicyViolation|UnsupportedParams|ClientResult|Server|Overloaded|\w*Api|\w*API)?(?:Call|Use|Execution|Result|Response)?(?:Error|Exception|Exceeded|Exit)?$/;

/** What the languages themselves raise: a kind of failure, whatever its words. */
const LANGUAGE =
  /^(?:(?:Type|Value|Key|Index|Attribute|Name|Reference|Syntax|Range|ZeroDivision|Import|ModuleNotFound|Recursion|Assertion|NotImplemented|Memory|EOF|Overflow|Lookup|Unicode\w*|Indentation|FileNotFound|IsADirectory|NotADirectory|FileExists|Permission|JSONDecode)Error|StopIteration|KeyboardInterrupt)$/;

/** Words that say what failed without a type. */
const SPEAKING = 3;
