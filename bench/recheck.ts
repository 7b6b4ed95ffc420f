// Whether a text can make an expression of a rule run for more than linear time: recheck looks for one. An expression that is
// tried at one place only (sticky) is shown to it as one that begins there. What recheck suspects is tried: its own attack, as
// long as a text may be that reaches the sanitizer, must pass in the time that any text may take. Run: npm run recheck

import { RULES, sanitizeText } from "12-factor-telemetry/sanitize";
import { check } from "recheck";

const CHARACTERS = 64 * 1024;
/** Issue: no input of 64 KiB takes longer. */
const LIMIT_MS = 5;
/** Milliseconds for recheck to look at one expression. */
const TIMEOUT = 30_000;

const verdicts = { safe: 0, suspected: 0, unknown: 0, slow: 0 };
for (const { id, patterns } of RULES) {
  for (const { source, flags } of patterns) {
    const looked = flags.includes("y") ? `^(?:${source})` : source;
    const verdict = await check(looked, flags.replace(/[gy]/g, ""), { timeout: TIMEOUT });
    if (verdict.status === "safe") verdicts.safe++;
    else if (verdict.status === "unknown") {
      verdicts.unknown++;
      process.stdout.write(`${id}: recheck does not know: ${source}\n`);
    } else {
      const time = slowest(verdict.attack.string);
      verdicts[time > LIMIT_MS ? "slow" : "suspected"]++;
      process.stdout.write(
        `${id}: suspected (${verdict.complexity.summary}), its attack takes ${time.toFixed(2)} ms: ${source}\n`,
      );
    }
  }
}
process.stdout.write(`${JSON.stringify(verdicts)}\n`);
process.exitCode = verdicts.slow > 0 ? 1 : 0;

/** Milliseconds of the sanitizer for the attack, repeated to 64 KiB: the least of five. */
function slowest(attack: string): number {
  const text = attack.repeat(Math.ceil(CHARACTERS / attack.length)).slice(0, CHARACTERS);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    sanitizeText(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}
