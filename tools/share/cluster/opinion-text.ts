// An opinion as two columns: its key, by which the engine counts, and how it was told, of which the smallest stands for a group.

import { type Opinion, TEXT_CHARACTERS } from "12-factor-telemetry/report";

type Recognition = Opinion["recognitions"][number];

export const keyText = ({ group, family, recognitions }: Opinion): string =>
  JSON.stringify([group, family, recognitions.map(({ rule, names }) => [rule, names])]);

/** In the order of UTF-8, which is that of the tally but for letters beyond U+FFFF. */
export const toldText = ({ template, frames }: Opinion): string =>
  `${template.slice(0, TEXT_CHARACTERS)}\0${frames.join("\n")}`;

/** Undefined when the texts are none of ours: they come from somebody's server. */
export function opinionFrom(text: string, told: string): Opinion | undefined {
  const [group, family, recognised, ...more] = arrayIn(text);
  const known = Array.isArray(recognised) ? recognised.map(recognitionFrom) : [undefined];
  const recognitions = known.filter((one) => one !== undefined);
  const end = told.lastIndexOf("\0"); // a message may have one of its own
  const [template, frames] = [told.slice(0, end), told.slice(end + 1)];
  if (typeof group !== "string" || !/^[0-9a-f]{16}$/.test(group) || typeof family !== "string") return undefined;
  if (more.length > 0 || end < 0 || recognitions.length < known.length) return undefined;
  return { group, family, recognitions, template, frames: frames === "" ? [] : frames.split("\n") };
}

function recognitionFrom(part: unknown): Recognition | undefined {
  const [rule, names] = Array.isArray(part) ? (part as unknown[]) : [];
  if (typeof rule !== "string" || typeof names !== "object" || names === null) return undefined;
  const texts = Object.values(names).every((name) => typeof name === "string");
  return texts ? { rule, names: names as Record<string, string> } : undefined;
}

function arrayIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // SyntaxError
  }
}
