export { CONTEXT_KEYS } from "./context.ts";
export { sanitizeEvent } from "./event.ts";
export { isSecretVariable, type Literal, literalsOf, NO_POLICY, type Policy } from "./policy.ts";
export type { Redactions } from "./redact.ts";
export type { RedactionRule } from "./rule.ts";
export { RULE_IDS, RULES } from "./rules/index.ts";
export { sanitizeRun, sanitizeUsage } from "./run.ts";
export { MESSAGE_CHARACTERS, sanitizeText } from "./text.ts";
export { sanitizeWord } from "./word.ts";
