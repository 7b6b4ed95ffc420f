import { lookAround } from "12-factor-telemetry/collect";
import { DAY_MS, dayOf, RETENTION_DAYS, readConfig } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import {
  connectTo,
  forgetBefore,
  hasSchema,
  makeSchema,
  PASSWORD,
  PASSWORD_FILE,
  settingsOf,
  targetOf,
  USER,
} from "../../share/cluster/index.ts";
import { Checkpoint, previewOf, push } from "../../share/push/index.ts";
import { type Confirming, confirmed, yesOption } from "../confirm.ts";
import { cronLine, every } from "../cron.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, jsonOption } from "../options.ts";
import { ownCommand } from "../own-command.ts";
import { countOn } from "../progress.ts";
import { renderPreview, renderPushed } from "../screens/push.ts";
import { tell } from "../tell.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { spanOf } from "../window.ts";

interface PushOptions extends DirOptions, Confirming {
  to: string;
  cluster?: string;
  every?: string;
  json?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(new Option("--to <address>", "a ClickHouse server: https://host:8443/database").makeOptionMandatory())
    .addOption(new Option("--cluster <name>", "with the first push: tables on every shard of the server's cluster"))
    .addOption(new Option("--every <span>", "print the line of crontab that does it every 1h, 15m, ..."))
    .addOption(yesOption())
    .addOption(dirOption())
    .addOption(jsonOption())
    .action((options: PushOptions) =>
      options.every === undefined ? run(options, terminal) : schedule(options.every, options, terminal),
    );
  teach(
    command,
    `Events and your words on groups, sanitized again, to your team's ClickHouse; then --from asks it: summary, patterns, search, show,
report, dashboard, mcp. The first time it shows what would go, and asks. User and password are read from ${USER} and
${PASSWORD}, or from a file of mode 0600 that ${PASSWORD_FILE} names. docs/team.md.`,
    "push --to https://clickhouse.example.com:8443/telemetry",
    "push --to https://clickhouse.example.com:8443/telemetry --every 1h",
    "summary --from https://clickhouse.example.com:8443/telemetry",
  );
}

async function run(options: PushOptions, terminal: Terminal): Promise<void> {
  const directory = directoryOf(options, terminal);
  const { consent } = lookAround({ dir: directory });
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  const target = targetOf(options.to, terminal.environment);
  const checkpoint = new Checkpoint(directory, target);
  if (!checkpoint.isAgreed) {
    terminal.stderr.write(renderPreview(previewOf(directory, checkpoint), target, lookOf(terminal, false)));
    await confirmed(new URL(target.url).host, "This leaves your machine.", options, terminal);
  }
  const connection = await connectTo(target);
  const retentionDays = retentionIn(directory);
  if (!(await hasSchema(connection))) await makeSchema(connection, { cluster: options.cluster, retentionDays });
  const count = countOn(terminal.stderr, "push");
  const now = Date.now();
  const settings = await settingsOf(connection);
  const pushed = await push({ directory, connection, checkpoint, settings, now, onBatch: count });
  count(undefined);
  await forgetBefore(connection, dayOf(now - retentionDays * DAY_MS));
  if (options.json) printJson(terminal, pushed);
  else tell(terminal, [renderPushed(pushed, target)]);
}

function retentionIn(directory: string): number {
  const config = readConfig(directory);
  return ("problem" in config ? undefined : config.retentionDays) ?? RETENTION_DAYS;
}

function schedule(span: string, { to, dir }: PushOptions, terminal: Terminal): void {
  const { environment, stdout, stderr } = terminal;
  const directory = directoryOf({ ...(dir !== undefined && { dir }) }, terminal);
  const checkpoint = new Checkpoint(directory, targetOf(to, environment));
  const when = every("--every", spanOf("--every", span), checkpoint.spread);
  if (!checkpoint.isAgreed)
    throw new UsageError(
      "Push once by hand before: it shows what would go, and asks. What a scheduler starts asks nobody.",
    );
  // cron gives a job next to nothing of the environment: names and paths go into its line, a password does not.
  const known = [USER, PASSWORD_FILE].flatMap((name) =>
    environment[name] === undefined ? [] : [`${name}=${environment[name]}`],
  );
  const words = [...(known.length === 0 ? [] : ["env", ...known]), ...ownCommand(), "push", "--to", to];
  const flags = dir === undefined ? [] : ["--dir", directory];
  stdout.write(`${cronLine(when, [...words, ...flags], "12-factor-telemetry-push")}\n`);
  if (environment[PASSWORD] !== undefined && environment[PASSWORD_FILE] === undefined)
    stderr.write(
      `cron will not know ${PASSWORD}: put the password into a file of mode 0600, and its path into ${PASSWORD_FILE}.\n`,
    );
}
