// A tool: what it may be asked, what it answers, and how. Its name and its words are fixed; no event reaches them.

import { z } from "zod";
import { type Answer, numberOr } from "./answer.ts";
import type { Store } from "./store.ts";

export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  about: string;
  input: Input;
  output: z.ZodObject;
  /** Where each field comes from. */
  provenance: Readonly<Record<string, Provenance>>;
  /** Throws ToolError, StoreError. */
  answer(asked: z.infer<Input>, store: Store): Answer | Promise<Answer>;
}

/** `computed`: counted here. `catalogue`: words of a rule, built in or the user's own. `user`: what the user said. `event`: untrusted. */
type Provenance = "computed" | "catalogue" | "user" | "event";

/** Keeps the types of one tool together. */
export const tool = <Input extends z.ZodObject>(tool: Tool<Input>): Tool<Input> => tool;

/** What was asked cannot be answered. The message is ours and repeats nothing. */
export class ToolError extends Error {
  override name = "ToolError";
}

const NAME_CHARACTERS = 200;
const name = () => z.string().min(1).max(NAME_CHARACTERS).optional();

export const WINDOW = {
  days: z.number().int().min(1).max(90).default(7).describe("how far to look back, in days"),
  repo: name().describe("only this repository"),
  agent: name().describe("only this agent"),
  type: name().describe("only this error type"),
};

export const PAGE = {
  limit: z.number().int().min(1).max(25).default(10).describe("rows of a page at most"),
  offset: z.number().int().min(0).max(1_000_000).default(0).describe("rows to skip: next_offset of the page before"),
};

export const TREND = z.object({
  current: z.number(),
  previous: z.number(),
  change: numberOr("nothing before to compare with"),
  direction: z.enum(["decreasing", "increasing", "steady"]),
  significant: z.boolean().describe("false: too few to call"),
});

export const STANDING = z.object({
  state: z.enum(["open", "muted", "resolved", "verified", "stale-checkout", "back"]),
  since: z.string(),
  evidence: z.string(),
  proven: z.boolean().describe("whether the fix once held for long enough to be no chance"),
  note: z.string().optional().describe("the user's own words"),
});
