import { chooseDirectory, readConfig, updateConfig } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { check, type LinkState, type LinkStyle, link, rootOf } from "../link.ts";
import { type DirOptions, dirOption, givenDirectory, jsonOption, plainOption } from "../options.ts";
import { renderLinks } from "../screens/link.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface LinkOptions extends DirOptions {
  check?: true;
  style?: LinkStyle;
  json?: true;
  plain?: true;
}

/** Design, section 9: done, and the answer is bad. */
const NOT_LINKED = 1;

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("[repos...]", "roots of sister repositories (with --check: all that were linked)")
    .addOption(new Option("--check", "only look whether the links hold; exit code 1 when one does not"))
    .addOption(
      new Option("--style <style>", "npm: node_modules/12-factor-telemetry; agents: .agents").choices([
        "npm",
        "agents",
      ]),
    )
    .addOption(dirOption())
    .addOption(jsonOption())
    .addOption(plainOption())
    .action((repos: string[], options: LinkOptions) => {
      const directory = chooseDirectory(givenDirectory(options).dir, terminal.environment);
      const states = options.check ? checked(repos, directory, options.style) : linked(repos, directory, options.style);
      if (options.json) for (const state of states) printJson(terminal, state);
      else terminal.stdout.write(renderLinks(states, lookOf(terminal, options.plain === true)));
      if (states.some(({ state }) => state !== "ok")) process.exitCode = NOT_LINKED;
    });
  teach(
    command,
    "Makes the symlink by which agents of a repository import the framework: node_modules/12-factor-telemetry where there is a package.json, else .agents. `npm install` there keeps the link when package.json names it as a `file:` dependency.",
    "link ../pin-citer ../cite-assist",
    "link --check",
  );
}

function linked(repos: readonly string[], directory: string, style: LinkStyle | undefined): LinkState[] {
  if (repos.length === 0) throw new UsageError("link which repository? Name its folder: telemetry link ../pin-citer");
  const states = repos.map(rootOf).map((root) => link(root, style));
  const done = states.filter(({ state }) => state === "ok").map(({ repo }) => repo);
  if (done.length > 0)
    updateConfig(directory, (config) => ({
      ...config,
      links: [...new Set([...((config["links"] as string[] | undefined) ?? []), ...done])],
    }));
  return states;
}

function checked(repos: readonly string[], directory: string, style: LinkStyle | undefined): LinkState[] {
  return (repos.length > 0 ? repos.map(rootOf) : linksIn(directory)).map((root) => check(root, style));
}

function linksIn(directory: string): readonly string[] {
  const config = readConfig(directory);
  if ("problem" in config) throw new UsageError(config.problem);
  return config.links;
}
