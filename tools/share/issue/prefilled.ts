// A form of GitHub's, filled in: nothing is sent before the user presses its button.

import type { Draft } from "./draft.ts";

/** Characters. GitHub answers 414 to longer ones; measured there at about 8,200. */
const LONGEST_URL = 8000;

/** Undefined when it would be too long. `repository` is "owner/name". */
export function prefilledUrl(repository: string, { title, body }: Draft): string | undefined {
  const url = `https://github.com/${repository}/issues/new?${new URLSearchParams({ title, body })}`;
  return url.length > LONGEST_URL ? undefined : url;
}
