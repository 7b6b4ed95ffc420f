import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { openBrowser } from "../../browser/open-browser.ts";
import { writeRedirectFile } from "../../browser/redirect-file.ts";
import { type Dashboard, type Source, serve } from "../../dashboard/index.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import type { DirOptions } from "../options.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface DashboardOptions extends DirOptions, FromOptions {
  port: number;
  open: boolean;
}

/** As it is built: tools/dist/page, from tools/dist/bin/chunks. */
const PAGE = fileURLToPath(new URL("../../../dist/page/", import.meta.url));

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(
      new Option("--store, --dir <directory>", "data directory (default: TELEMETRY_DIR, else ~/.12-factor-telemetry)"),
    )
    .addOption(new Option("--port <port>", "port on 127.0.0.1; 0 for one that is free").default(0).argParser(portOf))
    .addOption(fromOption())
    .addOption(new Option("--no-open", "print the address, and open no browser"))
    .action(async (options: DashboardOptions) => {
      const directory = directoryOf(options, terminal);
      const from = await clusterOf(options, terminal);
      const dashboard = await started({ directory, from }, options.port);
      const redirect = writeRedirectFile(dashboard.address);
      const isOpened = options.open && (await openBrowser(redirect.path, terminal.environment));
      terminal.stdout.write(
        isOpened
          ? `Dashboard of ${printable(directory)} at ${dashboard.url}: your browser opens it from ${redirect.path}\n`
          : `Dashboard of ${printable(directory)}: ${dashboard.address}\n`,
      );
      if (terminal.stderr.isTTY) terminal.stderr.write("It is for you alone, and ends with this terminal or Ctrl-C.\n");
      try {
        await asked();
      } finally {
        redirect.remove();
        await dashboard.close();
      }
    });
  teach(
    command,
    "A page on 127.0.0.1 for you alone: the address holds a key, and nothing is sent to anybody else. It reads; resolve, mute, reopen and notes are what it writes.",
    "dashboard",
    "dashboard --port 4321 --no-open",
  );
}

function portOf(words: string): number {
  if (/^\d{1,5}$/.test(words) && Number(words) <= 65_535) return Number(words);
  throw new UsageError(`--port ${words} is no port. Write a number up to 65535, or 0 for one that is free.`);
}

async function started(source: Source, port: number): Promise<Dashboard> {
  try {
    return await serve({ ...source, page: PAGE, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new UsageError(`--port ${port}: another program has it. Leave --port out for one that is free.`);
  }
}

/** To end: by Ctrl-C, by `kill`, or because the terminal is closed. */
function asked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
}
