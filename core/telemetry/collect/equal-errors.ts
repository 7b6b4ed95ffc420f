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
  return hashed(hashed(hashed(hashed(hashed(BASIS, directory), repo), agent), error_type), error_message);
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
/** What any digits are hashed as. */
const DIGIT = 0x30;

function hashed(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      at = endOfDigits(text, at) - 1;
      unit = DIGIT;
    }
    hash = Math.imul(hash ^ unit, PRIME);
  }
  return hash;
}

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
