// A redaction rule is data: what it looks for, what stands there instead, and samples that prove it.

export interface RedactionRule {
  id: string;
  /** What stands in place of the private part; matches no rule itself, so that redacting twice changes nothing. */
  placeholder: string;
  /** The rule runs only on text that holds one of these, lower case. A cheap way past most rules for most text. */
  needles: readonly string[];
  /** Global, every quantifier bounded. Group 1, where there is one, leads up to the private part and stays. */
  pattern: RegExp;
  /** A last look at what matched, where an expression alone would be too eager. */
  accepts?: (secret: string, before: string) => boolean;
  /** Where the format or the need for the rule is written down. */
  source: string;
  samples: {
    /** Text and what must become of it. */
    hidden: readonly (readonly [text: string, redacted: string])[];
    /** Near misses that must stay as they are. */
    kept: readonly string[];
  };
}
