// The hooks in a coding agent's settings file.

import { findNodeAtLocation, type Node } from "jsonc-parser";
import { added, nodeAt, removed } from "../settings/json-text.ts";

/** Stands in every command of ours. */
const OURS = /12-factor-telemetry|[\\/]hook[\\/]main\.js/;

/** Adds `entries` under `hooks`, in place of older ones of ours. Throws an Error that names what is wrong with the text. */
export function withHooks(text: string, entries: Readonly<Record<string, object>>): string {
  let next = withoutHooks(text.trim() === "" ? "{\n}\n" : text);
  if (nodeAt(next, ["hooks"]) === undefined) next = added(next, [], "hooks", {});
  for (const [event, entry] of Object.entries(entries)) {
    const isThere = nodeAt(next, ["hooks", event]) !== undefined;
    next = isThere ? added(next, ["hooks", event], undefined, entry) : added(next, ["hooks"], event, [entry]);
  }
  return next;
}

/** Takes ours out, and what they leave empty. */
export function withoutHooks(text: string): string {
  let next = text;
  for (let ours = ownHook(next); ours !== undefined; ours = ownHook(next)) next = removed(next, ours);
  return next;
}

/** Where one hook of ours stands: with its entry, event and `hooks` where these hold nothing else. */
function ownHook(text: string): Node | undefined {
  for (const event of nodeAt(text, ["hooks"])?.children ?? []) {
    for (const entry of event.children?.[1]?.children ?? []) {
      const hooks = findNodeAtLocation(entry, ["hooks"])?.children ?? [];
      const ours = hooks.find((hook) => OURS.test(text.slice(hook.offset, hook.offset + hook.length)));
      if (ours !== undefined) return widest(ours);
    }
  }
  return undefined;
}

/** A node goes with its parents up to the first that holds something else; the whole file stays. */
function widest(node: Node): Node {
  let wide = node;
  for (let parent = wide.parent; parent?.parent !== undefined; parent = wide.parent) {
    const isAlone = parent.type === "property" || parent.children?.length === 1 || isEntryOf(parent, wide);
    if (!isAlone) return wide;
    wide = parent;
  }
  return wide;
}

/** `{ "matcher": "*", "hooks": [ours] }` is nothing without its hook. */
const isEntryOf = (parent: Node, child: Node): boolean =>
  parent.type === "object" &&
  child.type === "property" &&
  child.children?.[0]?.value === "hooks" &&
  parent.parent?.type === "array";
