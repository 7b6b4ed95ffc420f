// A shell command as the names of the programs in it: the first words, never an argument.

export interface Programs {
  /** Of the last step, whose exit code is the command's. `git config` and `gh pr checks` are names of their own. */
  last: string;
  /** Of the first step that is more than a change of directory. */
  first: string;
  /** The first of each such step: whose output the others behind pipes only filter. */
  heads: readonly string[];
  all: readonly string[];
  /** Whether it is one step, or steps joined by pipes alone: then what is printed and not matched is an error. */
  isOnePipeline: boolean;
  /** Only asks for help. */
  isHelp: boolean;
}

/** `command` as a shell takes it; an agent's own `bash -lc '...'` around it is seen through. */
export function programsOf(command: string): Programs {
  const inner = /^\s*(?:\S*\/)?(?:ba|z|da)?sh\s+-\w*c\s+(['"])([\s\S]*)\1\s*$/.exec(command)?.[2];
  const bare = (inner ?? command)
    .replace(HEREDOC, " ")
    .replace(QUOTED, "Q")
    .replace(/\\\n/g, " ")
    .replace(/\d?>&\d|&>\S*/g, " ");
  const steps = bare.split(/&&|\|\||[;\n]|(?<!&)&(?!&)/).filter((step) => /\w/.test(step));
  const words = steps.flatMap((step) => step.split("|")).map(wordsOf);
  const all = words.map(nameOf).filter((name) => name !== "");
  const heads = steps
    .map((step) => nameOf(wordsOf(step.split("|", 1)[0] ?? "")))
    .filter((name) => name !== "" && !SETTING_UP.has(name));
  return {
    last: all.at(-1) ?? "",
    first: heads[0] ?? all[0] ?? "",
    heads,
    all,
    isOnePipeline: steps.length <= 1,
    isHelp: words.at(-1)?.some((word) => word === "--help" || word === "-h" || word === "help") ?? false,
  };
}

const HEREDOC = /<<-?\s*['"]?(\w{1,64})['"]?[\s\S]*?\n\s*\1\b/g;
const QUOTED = /'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g;
const SETTING_UP = new Set(["cd", "export", "source", ".", "set", "pushd", "mkdir", "sleep", "echo", "pwd"]);

/** Without assignments, redirections and what only starts another program. */
function wordsOf(step: string): string[] {
  const words = step
    .replace(/^[\s({!]+/, "")
    .split(/\s+/)
    .filter((word) => word !== "" && !/^\d?[<>]/.test(word));
  let start = 0;
  while (/^\w+=/.test(words[start] ?? "") || STARTERS.has(words[start] ?? "")) start++;
  return words.slice(start);
}

const STARTERS = new Set(
  "sudo env time nice nohup command exec then do else if while until timeout xargs uv uvx npx bunx pnpx poetry run".split(
    " ",
  ),
);

/** Programs whose first words say what they do. */
const SUBCOMMANDS = new Map([
  ...[
    "git",
    "go",
    "npm",
    "pnpm",
    "yarn",
    "bun",
    "deno",
    "mise",
    "make",
    "just",
    "task",
    "cargo",
    "docker",
    "kubectl",
    "pip",
    "rake",
  ].map((name) => [name, 1] as const),
  ["gh", 2] as const,
]);

function nameOf(words: readonly string[]): string {
  const name = (words[0] ?? "").replace(/^.*[\\/]/, "").replace(/[^\w.+[\]-]/g, "");
  const length = SUBCOMMANDS.get(name) ?? 0;
  const parts = words.slice(1).filter((word) => /^[a-z][\w:-]{0,30}$/.test(word) && word !== "run");
  return [name.slice(0, 40), ...parts.slice(0, length)].join(" ");
}
