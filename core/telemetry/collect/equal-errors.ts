// When two errors are equal: same repository, agent and type, and messages that differ in their digits at most. Asked at every
// error, so it makes no text of its own.

/** What makes two errors equal. */
export interface Identity {
  directory: string;
  repo: string;
  agent: string;
  error_type: string;
  error_message: string;
}

export function areEqual(one: Identity, other: Identity): boolean {
  return areOfSame(one, other) && isEqualButDigits(one.error_message, other.error_message);
}

/** Whatever their messages are. */
export function areOfSame(one: Identity, other: Identity): boolean {
  return (
    one.error_type === other.error_type &&
    one.agent === other.agent &&
    one.repo === other.repo &&
    one.directory === other.directory
  );
}

/** 32 bits, the same for equal errors. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv */
export function hashOf({ directory, repo, agent, error_type, error_message }: Identity): number {
  let hash = 0x811c9dc5;
  for (const name of [directory, repo, agent, error_type])
    for (let at = 0; at < name.length; at++) hash = hashed(hash, name.charCodeAt(at));
  for (let at = 0; at < error_message.length; at++) {
    const unit = error_message.charCodeAt(at);
    if (isDigit(unit)) at = endOfDigits(error_message, at) - 1;
    hash = hashed(hash, isDigit(unit) ? DIGIT : unit);
  }
  return hash;
}

/** What any digits are hashed as. */
const DIGIT = 0x30;

const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

function isEqualButDigits(one: string, other: string): boolean {
  if (one === other) return true;
  let at = 0;
  let there = 0;
  while (at < one.length && there < other.length) {
    const unit = one.charCodeAt(at);
    if (isDigit(unit) && isDigit(other.charCodeAt(there))) {
      at = endOfDigits(one, at);
      there = endOfDigits(other, there);
    } else {
      if (unit !== other.charCodeAt(there)) return false;
      at++;
      there++;
    }
  }
  return at === one.length && there === other.length;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
