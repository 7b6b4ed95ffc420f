// The coding agents whose logs can be read.

import type { Source } from "../source.ts";
import { aider } from "./aider.ts";
import { claudeCode } from "./claude-code.ts";
import { codex } from "./codex.ts";
import { copilot } from "./copilot.ts";
import { cursor } from "./cursor.ts";
import { gemini } from "./gemini.ts";
import { opencode } from "./opencode.ts";
import { pi } from "./pi.ts";

export const SOURCES: readonly Source[] = [claudeCode, codex, opencode, gemini, copilot, pi, cursor, aider];
