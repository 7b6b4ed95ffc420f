import { homedir } from "node:os";
import { resolve } from "node:path";
import { Argument, type Command, Option } from "commander";
import { CLIENTS, connecting, disconnecting } from "../../mcp/clients.ts";
import { carryOut } from "../change-settings.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { type DirOptions, dirOption } from "../options.ts";
import { newCommand } from "../program.ts";
import type { Terminal } from "../terminal.ts";

interface InstallOptions extends DirOptions {
  project?: true;
  user?: true;
  uninstall?: true;
  dryRun?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(dirOption())
    .addOption(fromOption())
    .action(async (options: DirOptions & FromOptions) => {
      const { serveTelemetry } = await import("../../mcp/serve.ts");
      serveTelemetry(directoryOf(options, terminal), await clusterOf(options, terminal));
    });
  teach(
    command,
    "Serves the store to a coding agent over standard input and output: it can ask, and change nothing. Error text comes as data in a fence.",
    "install claude-code",
    "install vscode --project",
    "install codex --uninstall",
  );
  command.addCommand(
    newCommand("install", "put the server into a client's settings", terminal)
      .addArgument(new Argument("<client>", "which client").choices(Object.keys(CLIENTS)))
      .addOption(dirOption())
      .addOption(new Option("--project", "for the project in this directory only"))
      .addOption(new Option("--user", "for all of your projects (default)").conflicts("project"))
      .addOption(new Option("--uninstall", "take it out again"))
      .addOption(new Option("--dry-run", "only show what would change"))
      .action((client: string, options: InstallOptions) => {
        const project = options.project ? process.cwd() : undefined;
        const scope = { project, home: homedir(), environment: terminal.environment };
        const directory = options.dir === undefined ? undefined : resolve(options.dir);
        carryOut(
          () => (options.uninstall ? disconnecting(client, scope) : connecting(client, scope, directory)),
          options,
          terminal,
        );
      }),
  );
}
