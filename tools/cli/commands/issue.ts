import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { openBrowser } from "../../browser/open-browser.ts";
import { writeRedirectFile } from "../../browser/redirect-file.ts";
import type { Dossier } from "../../dossier.ts";
import { printableLines } from "../../printable.ts";
import { commentOf, type Draft, draftOf, markerOf, verificationOf } from "../../share/issue/draft.ts";
import { closeIssue, comment, createIssue, GhError, issueWith, repositoryOf } from "../../share/issue/gh.ts";
import { prefilledUrl } from "../../share/issue/prefilled.ts";
import { type Confirming, confirmed, yesOption } from "../confirm.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import type { NamedGroup } from "../groups.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, jsonOption } from "../options.ts";
import { printable, type Terminal } from "../terminal.ts";
import { dossierOn, groupNamed, redactionsLine } from "../the-dossier.ts";
import { UsageError } from "../usage-error.ts";

interface IssueOptions extends DirOptions, Confirming {
  json?: true;
  out?: string;
  open?: true;
  create?: true;
  closeVerified?: true;
  github?: string;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<group>", "the beginning of a group's id, or a pattern's id")
    .addOption(dirOption())
    .addOption(jsonOption())
    .addOption(new Option("--out <file>", "write the issue's Markdown to a file"))
    .addOption(new Option("--open", "open GitHub's form in the browser, filled in"))
    .addOption(new Option("--create", "create it with gh, or comment on the open one; asks first"))
    .addOption(new Option("--close-verified", "close it with gh when the fix held; asks first"))
    .addOption(
      new Option("--github <repository>", "owner/name (default: of this directory, as gh knows it)").argParser(
        ownerAndName,
      ),
    )
    .addOption(yesOption())
    .action((named: string, options: IssueOptions) => telling(() => carryOut(named, options, terminal)));
  teach(
    command,
    "Without a flag it only shows the issue. gh is your own: this program holds no token and opens no connection.",
    "issue 67b8eaae",
    "issue 67b8eaae --create",
    "issue git-index-lock --close-verified --github ada/pin-citer",
  );
}

async function carryOut(named: string, options: IssueOptions, terminal: Terminal): Promise<void> {
  const directory = directoryOf(options, terminal);
  const group = groupNamed(named, directory);
  if (options.closeVerified) return await close(group, options, terminal);
  const { dossier, redactions } = dossierOn(group, directory);
  const draft = draftOf(dossier);
  if (options.json) printJson(terminal, { ...draft, redactions: Object.fromEntries(redactions) });
  else terminal.stdout.write(`${draft.title}\n\n${printableLines(draft.body)}\n\n${redactionsLine(redactions)}\n`);
  if (options.out !== undefined) writeFileSync(options.out, `# ${draft.title}\n\n${draft.body}\n`);
  if (options.open) await open(draft, options, terminal);
  if (options.create) await create(dossier, draft, options, terminal);
}

async function open(draft: Draft, { github }: IssueOptions, terminal: Terminal): Promise<void> {
  const url = prefilledUrl(github ?? repositoryOf(undefined), draft);
  if (url === undefined) throw new UsageError("The issue is too long for an address. Use --create, or --out FILE.");
  const page = writeRedirectFile(url);
  try {
    if (await openBrowser(page.path, terminal.environment)) await new Promise((read) => setTimeout(read, READ_MS));
    else terminal.stdout.write(`No browser could be started. Open this yourself:\n${url}\n`);
  } finally {
    page.remove();
  }
}

/** Milliseconds in which a browser that was started has read its page. */
const READ_MS = 5000;

async function create(dossier: Dossier, draft: Draft, options: IssueOptions, terminal: Terminal): Promise<void> {
  const repository = repositoryOf(options.github);
  const there = issueWith(markerOf(dossier.group.id), repository);
  if (there === undefined) {
    await confirmed(repository, `This issue goes to ${repository} on GitHub.`, options, terminal);
    terminal.stdout.write(`Created ${printable(createIssue(repository, draft))}\n`);
    return;
  }
  const body = commentOf(dossier);
  terminal.stdout.write(
    `There is an open issue already: ${printable(there.url)}. It would get this comment:\n\n${printableLines(body)}\n\n`,
  );
  await confirmed(repository, `This comment goes to ${repository} on GitHub.`, options, terminal);
  terminal.stdout.write(`Commented ${printable(comment(repository, there, body))}\n`);
}

async function close({ id, standing }: NamedGroup, options: IssueOptions, terminal: Terminal): Promise<void> {
  if (standing === undefined || standing.state === "open")
    throw new UsageError(`${id} is not resolved. Say so with \`resolve\` when it is fixed.`);
  if (standing.state !== "verified")
    throw new UsageError(`${id} is ${standing.state}: ${standing.evidence}. Close it when the fix is verified.`);
  const repository = repositoryOf(options.github);
  const there = issueWith(markerOf(id), repository);
  if (there === undefined) throw new UsageError(`${repository} has no open issue about ${id}.`);
  const body = verificationOf(standing);
  terminal.stdout.write(`${printable(there.url)} would be closed with this comment:\n\n${printableLines(body)}\n\n`);
  await confirmed(repository, `This closes an issue of ${repository} on GitHub.`, options, terminal);
  comment(repository, there, body);
  terminal.stdout.write(`Closed ${printable(closeIssue(repository, there))}\n`);
}

function ownerAndName(words: string): string {
  if (/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/.test(words)) return words;
  throw new UsageError(`--github ${printable(words)} is no repository. Write it as OWNER/NAME.`);
}

/** What gh could not do is for the user to put right. */
async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof GhError ? new UsageError(error.message) : error;
  }
}
