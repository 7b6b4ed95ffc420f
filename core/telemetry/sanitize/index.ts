export { CONTEXT_KEYS } from "./context.ts";
export { sanitizeEvent } from "./event.ts";
export { type Literal, literalsOf, NO_POLICY, type Policy } from "./policy.ts";
export type { Redactions } from "./redact.ts";
export type { RedactionRule } from "./rule.ts";
export { RULES } from "./rules/index.ts";
export { MESSAGE_CHARACTERS, sanitizeText } from "./text.ts";
