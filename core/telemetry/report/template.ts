// An error message with its variable parts replaced by typed placeholders: what is left is what the failure is.
//
// `<path>` is a value that is told once, `<path:1>` one that comes again, so that "A != A" is not "A != B". What tells
// failures apart stays: HTTP status, errno, exit codes, error codes, the names of modules, attributes, tools. The template of a template is itself.

import { masked } from "./mask.ts";
import { remembered } from "./remembered.ts";
import { tellingLine } from "./telling-line.ts";
import { unwrap } from "./wrappers.ts";

/** A placeholder may complete what a wrapper or a role is known by; nothing has needed a fifth look. */
const LOOKS = 5;
/** Templates whose outcome is kept. */
const SETTLED = 512;

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
  const first = look(message);
  if (first.template === message) return first;
  const rest = settledOf(first.template);
  return { ...rest, type: rest.type || first.type };
}

/** Messages are told apart by their values; of templates there are few, and what they come to is known. */
const settledOf = remembered(SETTLED, (template: string): Told => {
  let told = { template, bare: template, type: "" };
  for (let looks = 1; looks < LOOKS; looks++) {
    const next = look(told.template);
    const isSettled = next.template === told.template;
    told = { ...next, type: next.type || told.type };
    if (isSettled) break;
  }
  return told;
});

function look(text: string): Told {
  const unwrapped = unwrap(tellingLine(text));
  const { told, bare } = masked(unwrapped.text);
  return { template: told, bare, type: unwrapped.type };
}
