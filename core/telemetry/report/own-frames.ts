// The frames of a stack that tell where in the repository's own code it failed.

/** The frames nearest to the failure; callers further out vary with the task. */
const FRAMES = 5;

const FOREIGN =
  /node:|\((?:internal\/|_\w+\.js|(?:events|fs|net|module|timers|util|child_process|dns|stream|tls|https?|vm|assert|buffer|zlib|readline)\.js)|node_modules|site-packages|dist-packages|(?:^|\(|")(?:\/|[A-Za-z]:[\\/])|^at .{0,200}(?:file:|\/\$bunfs)|<(?:string|stdin|frozen|anonymous)/;

/** Without line numbers, which every edit moves, and without what belongs to the runtime or a dependency. */
export function ownFrames(stack: readonly string[]): string[] {
  if (stack.length === 0) return [];
  const own = stack.map((frame) => frame.trim()).filter((frame) => !FOREIGN.test(frame) && /[/\\.]/.test(frame));
  const placed = own.map((frame) => frame.replace(/:\d+(?::\d+)?(?=\)?$)|, line \d+/g, ""));
  return placed.filter((frame, index) => frame !== placed[index - 1]).slice(0, FRAMES);
}
