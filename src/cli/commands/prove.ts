import { InvalidArgumentError, Option, type Command } from 'commander';
import { atLeast, type Severity } from '../../base/diagnostic.js';
import { didYouMean, listOf } from '../../base/words.js';
import type { Workspace } from '../../model/workspace.js';
import { findingsOfProofs } from '../../report/proof/proof-findings.js';
import { proofReporters } from '../../report/proof/index.js';
import { promisesOf, type ProofResults } from '../../report/proof/proof-results.js';
import { nounOf } from '../../schema/names.js';
import { filesOf } from '../check-workspace.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces, type OpenWorkspace } from '../open-workspaces.js';
import { dayOption, formatOption, mostOption, workspaceOption, type OutputOptions } from '../options.js';
import { dayAsked, isAboutBranch, recordedByOption, type PastOptions } from '../past-options.js';
import { declares, proveWorkspace, readAsked, type Asked } from '../prove-workspace.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';

interface ProveOptions extends OutputOptions, PastOptions {
  readonly all?: boolean;
}

/** A workspace as it lies here, or as it was in force. */
type Opened = Pick<OpenWorkspace, 'root' | 'workspace'>;

/** `waymark prove`: whether the parts of a journey prove its promises, with every way as a table. */
export function addProve(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('prove')
    .summary('tell whether the parts of a journey prove its promises')
    .description('Tells of every promise of a journey whether it is proved by what its parts promise, violated by a way that is shown, or not proved, with what is missing. A draft is proved like any other.')
    .argument('[id]', 'a journey or a promise, told in full; else every promise in a line, and those in full that are violated or not proved')
    .addOption(workspaceOption().env('WAYMARK_WORKSPACE'))
    .addOption(formatOption())
    .addOption(failOption())
    .option('--all', 'tell every promise in full')
    .addOption(mostOption('promises told in full and annotations; the rest is counted'))
    .option('-q, --quiet', 'print only what is violated or not proved')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .addOption(dayOption('the day that is asked about instead of today: whether a promise is in force, and whether its calendars are still known'))
    .addOption(recordedByOption('prove what was in force on the day of `--as-of`, by what the governed branch held at the end of this day in UTC, instead of the files as they lie here'))
    .addOption(new Option('--ref <branch>', 'prove what was in force on the day of `--as-of`, by what this branch holds'))
    .action(async (id: string | undefined, options: ProveOptions) => finish(await runProve(console, id, options)));
}

/** A violated promise weighs as an error and one that is not proved as a warning, so that one word means the same to every verb. */
const weights: Readonly<Record<string, Severity | 'never'>> = { violated: 'error', 'not-proved': 'warning', error: 'error', warning: 'warning', info: 'info', never: 'never' };

function failOption(): Option {
  return new Option('--fail-on <verdict>', 'from which verdict on the exit code is 1: violated (an error), not-proved (a warning), info (also a wait outside a promise) or never').argParser(parseWeight).default('error', 'violated').env('WAYMARK_FAIL_ON');
}

function parseWeight(text: string): Severity | 'never' {
  const weight = Object.hasOwn(weights, text) ? weights[text] : undefined;
  if (weight === undefined) throw new InvalidArgumentError(`Write ${listOf(Object.keys(weights), 'or')}.`);
  return weight;
}

async function runProve(console: Console, id: string | undefined, options: ProveOptions): Promise<ExitCode> {
  const opened = isAboutBranch(options) ? (await import('../audit/open-in-force.js')).openInForce(console, options, id) : [...openWorkspaces(console, options.workspace)];
  refuseToOverwrite(console, options, opened.flatMap(filesOf));
  const asked = id === undefined ? undefined : readAsked(id);
  const meant = asked === undefined ? opened : [theOneThatDeclares(asked, opened)];
  const workspaces = meant.map(({ workspace, root }) => proveWorkspace(workspace, root, asked));
  if (asked !== undefined && promisesOf(workspaces).length === 0) refuseMerePart(asked, meant[0]!.workspace);
  const results: ProofResults = { tool, command: 'prove', asOf: dayAsked(console, options), workspaces, ...(id === undefined ? {} : { asked: id }) };
  publishProof(console, results, options);
  return exitCodeFor(results, options);
}

function publishProof(console: Console, results: ProofResults, options: ProveOptions): void {
  publishEach(console, options, (format, view) => proofReporters.find((reporter) => reporter.id === format)!.report(results, { ...view, all: options.all === true }));
}

function exitCodeFor({ workspaces }: ProofResults, { failOn }: ProveOptions): ExitCode {
  if (failOn === 'never') return exitCodes.clean;
  return workspaces.flatMap(findingsOfProofs).some(({ severity }) => atLeast(severity, failOn)) ? exitCodes.findings : exitCodes.clean;
}

function theOneThatDeclares(asked: Asked, opened: readonly Opened[]): Opened {
  const [only, ...others] = opened.filter(({ workspace }) => declares(workspace, asked));
  if (only === undefined) throw unknown(asked.id, opened.map(({ workspace }) => workspace));
  const roots = [only, ...others].map(({ root }) => `\`${root}\``);
  if (others.length > 0) throw new Failure(exitCodes.usage, `\`${asked.id}\` stands in ${listOf(roots)}. Name one of them with --workspace.`);
  return only;
}

/** A promise that no journey makes is proved by nobody's parts: it is a part itself. */
function refuseMerePart({ kind, id }: Asked, workspace: Workspace): void {
  const spec = workspace.find('Sla', id);
  if (spec === undefined || (kind !== 'sla' && workspace.find('Journey', id) !== undefined)) return;
  const whole = (spec.value.underpins ?? []).map((name) => `\`${name}\``);
  const next = whole.length === 0 ? 'A journey names its promises in `slas`.' : `It is a part of ${listOf(whole)}: ask for that.`;
  throw new Failure(exitCodes.unreadable, `No journey makes the promise \`${id}\`. ${next}`);
}

function unknown(id: string, workspaces: readonly Workspace[]): Failure {
  const other = workspaces.map((workspace) => workspace.named(id)).find((spec) => spec !== undefined);
  if (other !== undefined) return new Failure(exitCodes.unreadable, `\`${id}\` is a ${nounOf(other.kind)}. Name a journey or a promise.`);
  if (workspaces.some((workspace) => workspace.perhapsDeclared(id))) return new Failure(exitCodes.findings, `\`${id}\` may stand in a document that cannot be read. \`waymark validate\` tells what is wrong.`);
  const known = workspaces.flatMap((workspace) => [...workspace.all('Journey'), ...workspace.all('Sla')].map((spec) => spec.id));
  return new Failure(exitCodes.unreadable, `There is no journey and no promise \`${id}\`. ${didYouMean(id, new Set(known)) || '`waymark prove` tells all of them.'}`);
}
