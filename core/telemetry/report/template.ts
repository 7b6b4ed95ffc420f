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

/** The template, and the innermost type that the message itself names ("" where it names none). */
export function told(message: string): { template: string; type: string } {
  let template = message;
  let type = "";
  for (let look = 0; look < LOOKS; look++) {
    const before = template;
    const unwrapped = unwrap(tellingLine(template));
    template = masked(unwrapped.text, "told");
    type = unwrapped.type || type;
    if (template === before) break;
  }
  return { template, type };
}
