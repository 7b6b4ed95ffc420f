// Stack frames as an event keeps them: paths relative to the repository, so that the same failure looks the same on
// every machine, and a home directory is not there in the first place.

/** `frames` as V8 prints them without "at "; `root` is the repository's. */
export function repoRelative(frames: readonly string[], root: string): string[] {
  const inside = root.endsWith("/") ? root : `${root}/`;
  return frames.map((frame) => frame.replace("file://", "").replace(inside, ""));
}
