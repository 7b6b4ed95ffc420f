// `enable` and `disable`: the user's word in config.json, for everything, for one repository, or for what is off by itself.

import { lookAround } from "12-factor-telemetry/collect";
import { type ConfigFile, updateConfig } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { printJson } from "./json.ts";
import { type DirOptions, dirOption, givenDirectory, jsonOption } from "./options.ts";
import { tell } from "./tell.ts";
import { printable, type Terminal } from "./terminal.ts";
import { trustRules } from "./trust.ts";
import { UsageError } from "./usage-error.ts";

interface SwitchOptions extends DirOptions {
  /** True: the repository of the working directory. */
  repo?: string | true;
  runs?: true;
  usage?: true;
  trustRules?: string;
  json?: true;
}

export function defineSwitch(command: Command, terminal: Terminal, on: boolean): void {
  command
    .addOption(new Option("--repo [name]", "only this repository (without a name: the one of the working directory)"))
    .addOption(new Option("--runs", "success telemetry: one line for each finished task; off unless enabled"))
    .addOption(new Option("--usage", "feature usage: how often what is used; off unless enabled"))
    .addOption(
      new Option(
        "--trust-rules <repo>",
        "failure rules that a repository brings along (.telemetry/rules.json)",
      ).conflicts(["repo", "runs", "usage"]),
    )
    .addOption(dirOption())
    .addOption(jsonOption())
    .action((options: SwitchOptions) => {
      const here = lookAround(givenDirectory(options));
      if (options.trustRules !== undefined) {
        const trust = { directory: here.directory, folder: options.trustRules, on, json: options.json === true };
        return trustRules(trust, terminal);
      }
      const repo = options.repo === true ? here.repository.name : options.repo;
      if (repo !== undefined && (options.runs || options.usage))
        throw new UsageError("--runs and --usage hold for every repository. Leave --repo out.");
      updateConfig(here.directory, (config) => changed(config, on, options, repo));
      tellState(lookAround(givenDirectory(options)), on, options, repo, terminal);
    });
}

function changed(
  config: ConfigFile,
  on: boolean,
  { runs, usage }: SwitchOptions,
  repo: string | undefined,
): ConfigFile {
  if (runs || usage) return { ...config, ...(runs && { runs: on }), ...(usage && { usage: on }) };
  if (repo === undefined) return { ...config, enabled: on };
  return { ...config, repos: { ...(config["repos"] as object | undefined), [repo]: on } };
}

/** What holds now, here: another voice may be louder than config.json. */
function tellState(
  { consent, directory }: ReturnType<typeof lookAround>,
  on: boolean,
  { runs, usage, json }: SwitchOptions,
  repo: string | undefined,
  terminal: Terminal,
): void {
  const what =
    [runs && "Success telemetry", usage && "Usage telemetry"].filter((name) => name).join(" and ") ||
    `Telemetry${repo === undefined ? "" : ` of ${printable(repo)}`}`;
  const { enabled, decidedBy } = consent;
  if (json) {
    printJson(terminal, { switched: on ? "on" : "off", enabled, decided_by: decidedBy, directory });
    return;
  }
  tell(terminal, [
    `${what} is switched ${on ? "on" : "off"} in ${printable(directory)}/config.json.`,
    `In this folder telemetry is ${enabled ? "on" : "off"} (${printable(decidedBy)}).`,
  ]);
}
