import { realpathSync } from "node:fs";
import { Argument, type Command } from "commander";
import { teach } from "../examples.ts";
import type { Terminal } from "../terminal.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

export function define(command: Command, terminal: Terminal): void {
  command.addArgument(new Argument("<shell>", "whose").choices(SHELLS)).action((shell: (typeof SHELLS)[number]) => {
    // By its full path: what a press of the key starts is not what a repository's ./bin/agent happens to be.
    const path = realpathSync(process.argv[1] ?? "");
    const asked = `'${path.replaceAll("'", "'\\''")}'${command.parent?.parent ? " telemetry" : ""} complete`;
    terminal.stdout.write({ bash, zsh, fish }[shell](asked));
  });
  teach(
    command,
    "Completes commands, flags, repositories, agents, groups. Put the line into your shell's start-up file; fish: into ~/.config/fish/completions/12-factor-telemetry.fish.",
    'eval "$({} completion bash)"',
    'eval "$({} completion zsh)"',
    "completion fish | source",
  );
}

const bash = (asked: string) => `_12_factor_telemetry() {
  local program=()
  [[ \${1##*/} == agent ]] && program=(--agent)
  local value about
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do COMPREPLY+=("$value"); done < <(
    ${asked} "\${program[@]}" -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null
  )
}
complete -o default -F _12_factor_telemetry 12-factor-telemetry agent
`;

const zsh = (asked: string) => `#compdef 12-factor-telemetry agent
_12_factor_telemetry() {
  local -a found program
  local value about
  [[ \${words[1]:t} == agent ]] && program=(--agent)
  while IFS=$'\\t' read -r value about; do found+=("\${value//:/\\\\:}:$about"); done < <(
    ${asked} $program -- "\${(@)words[2,CURRENT]}" 2>/dev/null
  )
  if (( $#found )); then _describe telemetry found; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _12_factor_telemetry 12-factor-telemetry agent
`;

const fish = (asked: string) => `function __12_factor_telemetry
  set -l words (commandline -opc) (commandline -ct)
  set -l program
  test (basename $words[1]) = agent; and set program --agent
  ${asked.replaceAll("'\\''", "\\'")} $program -- $words[2..-1] 2>/dev/null
end
complete -c 12-factor-telemetry -a '(__12_factor_telemetry)'
complete -c agent -a '(__12_factor_telemetry)'
`;
