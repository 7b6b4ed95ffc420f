// Which command of the user's own answers: what config.json says, or a preset by its name.

import type { Config } from "12-factor-telemetry/store";

export interface AdviseCommand {
  /** The program and its arguments: started without a shell, the question on its standard input. */
  words: readonly string[];
  /** Seconds that it may take. */
  seconds: number;
}

/** Flags as each program's own help has them: answer once, on standard output, with no tool and nothing kept. */
const PRESETS: Readonly<Record<string, (model: string | undefined) => string[]>> = {
  claude: (model) => [
    "claude",
    "-p",
    "--tools",
    "",
    "--safe-mode",
    "--no-session-persistence",
    ...flag("--model", model),
  ],
  codex: (model) => ["codex", "exec", "--sandbox", "read-only", "--ephemeral", ...flag("--model", model), "-"],
  ollama: (model) => ["ollama", "run", model ?? "llama3.2"],
  llm: (model) => ["llm", ...flag("-m", model)],
};

/** Seconds. A model that reads a few thousand words answers in one minute; one on this machine takes longer. */
const PATIENCE = 180;

/** What is configured, or what to do. */
export function commandIn({ advise }: Config): AdviseCommand | { problem: string } {
  if (advise === undefined)
    return {
      problem: `No command is configured, so nothing can be asked. Write into config.json: "advise": {"preset": "claude"} (${Object.keys(PRESETS).join(", ")}), or "advise": {"command": ["my-ai", "--flag"]}, which gets the question on its standard input.`,
    };
  const { command, preset = "", model, seconds = PATIENCE } = advise;
  if (command !== undefined) return { words: command, seconds };
  const words = Object.hasOwn(PRESETS, preset) ? PRESETS[preset]?.(model) : undefined;
  if (words !== undefined) return { words, seconds };
  return {
    problem: `config.json: there is no preset ${JSON.stringify(preset)}. Choose ${Object.keys(PRESETS).join(", ")}, or give "command".`,
  };
}

const flag = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [name, value]);
