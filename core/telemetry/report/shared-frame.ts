// The frame of code that several repositories share by a link: it lies outside of them, so no group is told by it.

/** The runtime's and a dependency's: on the way to where it failed they are passed over. */
const PASSED =
  /node:|\((?:internal\/|_\w+\.js)|node_modules\/(?!12-factor)|site-packages|dist-packages|\(<anonymous>\)|^(?:<anonymous>|native)$|(?:^|[\s("])\/(?:usr|opt|lib|nix|System|Library|snap)\/|[\\/]\.(?:nvm|pyenv|asdf|volta|cache)[\\/]|[\\/](?:Cellar|Python\d+|Program Files)/;
/** A path from the root of the machine, or of a package that is linked in. */
const OUTSIDE = /(?:^|[\s("]|file:\/\/)(?:\/|[A-Za-z]:[\\/]|node_modules\/12-factor)/;
/** What of its path tells where it is: "12-factor-agents/core/agent.ts". */
const PLACE = /(?:[^\\/\s("]+[\\/]){0,2}[^\\/\s("]+$/;

/** Of the innermost frame that is neither the runtime's nor a dependency's; undefined when that one is the repository's own. */
export function sharedFrame(stack: readonly string[]): string | undefined {
  const innermost = stack.map((frame) => frame.trim()).find((frame) => !PASSED.test(frame) && /[\\/]/.test(frame));
  if (innermost === undefined || !OUTSIDE.test(innermost)) return undefined;
  const bare = innermost.replace(/(?::\d+){0,2}\)?$|"?, line \d+.*$/, "");
  const name = /^(?:at )?(?:async )?([\w.$<>]+) \(/.exec(innermost)?.[1];
  const place = PLACE.exec(bare)?.[0] ?? bare;
  return name === undefined ? place : `${name} (${place})`;
}
