// Somebody's JSON file, changed in as few places as can be: every byte that is not ours stays, comments and all.

import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

/** A new last child of the object or list at `path`. */
export function added(text: string, path: JSONPath, key: string | undefined, value: object): string {
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

/** Without the node, its comma, and the line break before it. */
export function removed(text: string, node: Node): string {
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

/** Throws an Error that names the line when `text` is not one JSON object, with or without comments. */
export function nodeAt(text: string, path: JSONPath): Node | undefined {
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
