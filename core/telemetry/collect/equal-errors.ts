// When two errors are equal: same repository, agent and type, and messages that differ in their digits at most.

/** What makes two errors equal. */
export interface Identity {
  directory: string;
  repo: string;
  agent: string;
  error_type: string;
  error_message: string;
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

/** What the messages of equal errors have in common. */
export const masked = (message: string): string => message.replace(DIGITS, "0");

const DIGITS = /\d+/g;

/** 32 bits, the same for equal errors, and no text made for it. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv */
export function hashOf({ directory, repo, agent, error_type, error_message }: Identity): number {
  let hash = 0x811c9dc5;
  for (const name of [directory, repo, agent, error_type])
    for (let at = 0; at < name.length; at++) hash = hashed(hash, name.charCodeAt(at));
  let isInDigits = false;
  for (let at = 0; at < error_message.length; at++) {
    const unit = error_message.charCodeAt(at);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit) hash = hashed(hash, unit);
    else if (!isInDigits) hash = hashed(hash, 0x30);
    isInDigits = isDigit;
  }
  return hash;
}

const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
