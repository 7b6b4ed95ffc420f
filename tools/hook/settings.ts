// Somebody's settings file, changed in as few places as can be: every byte that is not ours stays, comments and all.

import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

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

/** A new last child of the object or list at `path`. */
function added(text: string, path: JSONPath, key: string | undefined, value: object): string {
  const parent = nodeAt(text, path) as Node;
  const { indent, newline } = styleOf(text);
  const depth = path.length + 1;
  const json = JSON.stringify(value, null, indent).replaceAll("\n", newline + indent.repeat(depth));
  const child = `${newline}${indent.repeat(depth)}${key === undefined ? "" : `${JSON.stringify(key)}: `}${json}`;
  const last = parent.children?.at(-1);
  const close = parent.offset + parent.length - 1;
  if (last === undefined) {
    return `${text.slice(0, parent.offset + 1)}${child}${newline}${indent.repeat(depth - 1)}${text.slice(close)}`;
  }
  const end = last.offset + last.length;
  const isTrailing = /^\s*(?:\/\/[^\n]*\n\s*)*,/.test(text.slice(end, close));
  const at = isTrailing ? text.indexOf(",", end) + 1 : end;
  return `${text.slice(0, at)}${isTrailing ? "" : ","}${child}${isTrailing ? "," : ""}${text.slice(at)}`;
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

/** Without the node, its comma, and the line break before it. */
function removed(text: string, node: Node): string {
  const siblings = node.parent?.children ?? [];
  const index = siblings.indexOf(node);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const end = node.offset + node.length;
  if (before !== undefined) {
    const isTrailing = after === undefined && /^\s*,/.test(text.slice(end));
    const from = isTrailing ? text.indexOf(",", before.offset + before.length) + 1 : before.offset + before.length;
    return text.slice(0, from) + text.slice(isTrailing ? text.indexOf(",", end) + 1 : end);
  }
  if (after !== undefined) return text.slice(0, node.offset) + text.slice(after.offset);
  const { offset, length } = node.parent as Node;
  return text.slice(0, offset + 1) + text.slice(offset + length - 1);
}

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    throw new Error(`line ${text.slice(0, error.offset).split("\n").length}: ${printParseErrorCode(error.error)}`);
  }
  if (root?.type !== "object") throw new Error("line 1: it must hold one JSON object");
  return path.length === 0 ? root : findNodeAtLocation(root, path);
}

/** The file's own indentation and line ends. */
function styleOf(text: string): { indent: string; newline: string } {
  return { indent: /\n([ \t]+)["}]/.exec(text)?.[1] ?? "  ", newline: text.includes("\r\n") ? "\r\n" : "\n" };
}
