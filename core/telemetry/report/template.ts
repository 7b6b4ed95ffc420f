// An error message with its variable parts replaced by typed placeholders: what is left is what the failure is.
//
// `<path>` is a value that is told once, `<path:1>` one that comes again, so that "A != A" is not "A != B". What tells
// failures apart stays: HTTP status, errno, exit codes, error codes, the names of modules, attributes, tools. The template of a template is itself.

import { masked } from "./mask.ts";
import { tellingLine } from "./telling-line.ts";
import { unwrap } from "./wrappers.ts";

/** A placeholder may complete what a wrapper or a role is known by; nothing has needed a fifth look. */
const LOOKS = 5;

export const templateOf = (message: string): string => told(message).template;

export interface Told {
  template: string;
  /** The template without names. */
  bare: string;
  /** The innermost type that the message itself names; "" where it names none. */
  type: string;
}

/** Template, group and family of one event are asked for one after the other. */
let latest: { message: string; told: Told } | undefined;

export function told(message: string): Told {
  if (latest?.message !== message) latest = { message, told: tell(message) };
  return latest.told;
}

function tell(message: string): Told {
  let [template, bare, type] = [message, message, ""];
  for (let look = 0; look < LOOKS; look++) {
    const before = template;
    const unwrapped = unwrap(tellingLine(template));
    ({ told: template, bare } = masked(unwrapped.text));
    type = unwrapped.type || type;
    if (template === before) break;
  }
  return { template, bare, type };
}
