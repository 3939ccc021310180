import { lstatSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Option, type Command } from 'commander';
import { atLeast, type Diagnostic } from '../../base/diagnostic.js';
import { count } from '../../base/words.js';
import { topAround } from '../../load/git/find-repository.js';
import type { Results, WorkspaceReport } from '../../report/reporter.js';
import { ruleCard } from '../../validate/rule-card.js';
import { applyBaseline, baselineOf, parseBaseline, type Baseline } from '../../validate/baseline.js';
import { gatherByCause } from '../../validate/common-cause.js';
import { isAboutReading, isSofter } from '../../validate/presets.js';
import { rules } from '../../validate/rules/index.js';
import type { ValidateOptions } from '../../validate/validate.js';
import { checkWorkspace, type Checked } from '../check-workspace.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { meantFiles } from '../meant-files.js';
import { addCheckOptions, type CheckOptions } from '../options.js';
import { openWorkspaces, type OpenWorkspace } from '../open-workspaces.js';
import { dayAsked, isAboutBranch, recordedByOption } from '../past-options.js';
import { publish, refuseToOverwrite } from '../publish.js';
import { checkUnlessKnown } from '../result-cache.js';
import { tool } from '../tool.js';
import { writeFileWhole } from '../write-artifacts.js';

/** `waymark validate`: schema and rules over whole workspaces. */
export function addValidate(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  addCheckOptions(program.command('validate'))
    .summary('check every document against the language and the rules')
    .description('Checks every document of a workspace against the language and the rules that its Policy switches on.')
    .addOption(recordedByOption('check what was in force on the day of `--as-of`, by what the governed branch held at the end of this day in UTC, instead of the files as they lie here'))
    .addOption(new Option('--ref <branch>', 'check what was in force on the day of `--as-of`, by what this branch holds'))
    .argument('[paths...]', 'tell only of findings in these files or folders; the whole workspace is checked all the same')
    .action(async (paths: readonly string[], options: CheckOptions) => finish(await runValidate(console, paths, options)));
}

/** Runs the check and prints the findings. */
async function runValidate(console: Console, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const results = await checkAll(console, paths, options);
  publish(console, results, options);
  return exitCodeOfCheck(results, options);
}

/** Checks every workspace that is asked about. */
export async function checkAll(console: Console, paths: readonly string[], options: CheckOptions): Promise<Results> {
  refuseWrongWeights(options);
  const settings = { asOf: dayAsked(console, options), grades: options.rule };
  const { asOf } = settings;
  if (isAboutBranch(options)) refuseFilesOfToday(paths, options);
  const checked = isAboutBranch(options)
    ? (await import('../audit/open-in-force.js')).openInForce(console, options).map(({ workspace, root }) => checkWorkspace(workspace, root, settings))
    : Array.from(openWorkspaces(console, options.workspace), (open) => check(console, open, settings, options));
  refuseToOverwrite(console, options, checked.flatMap(({ files }) => files));
  const chosen = choosePaths(console, paths, checked);
  const workspaces = applyKnown(console, chosen, options).map((report) => ({ ...report, diagnostics: gatherByCause(report.diagnostics) }));
  return { tool, command: 'validate', asOf, workspaces, rules: rules.map(ruleCard) };
}

/** Files as they lie here say nothing of the past. */
function refuseFilesOfToday(paths: readonly string[], { cache }: CheckOptions): void {
  if (paths.length > 0) throw new Failure(exitCodes.usage, 'What was in force is checked as a whole: leave out the paths, or `--recorded-by` and `--ref`.');
  if (cache === true) throw new Failure(exitCodes.usage, '`--cache` remembers files as they lie here: leave it out, or `--recorded-by` and `--ref`.');
}

function check(console: Console, open: OpenWorkspace, given: ValidateOptions, { cache }: CheckOptions): Checked {
  const settings = { ...given, above: foldersAbove(open.folder) };
  if (cache !== true) return checkWorkspace(open.workspace, open.root, settings);
  return checkUnlessKnown(console, open, settings, (workspace) => checkWorkspace(workspace, open.root, settings));
}

/** How many folders lie between a workspace and what `waymark generate` writes nothing outside of: the repository, else the folder around the workspace. */
function foldersAbove(folder: string): number {
  return relative(topAround(folder) ?? dirname(folder), folder).split(sep).filter((name) => name !== '').length;
}

/** Only findings in the named files or folders. */
function choosePaths(console: Console, paths: readonly string[], checked: readonly Checked[]): readonly WorkspaceReport[] {
  const reports = checked.map(({ report }) => report);
  if (paths.length === 0) return reports;
  const isMeant = meantFiles(console, paths, 'file', checked.flatMap(({ files }) => files));
  return reports.map((report) => ({ ...report, diagnostics: report.diagnostics.filter(({ span }) => span !== undefined && isMeant(span.source.uri)) }));
}

function applyKnown(console: Console, reports: readonly WorkspaceReport[], options: CheckOptions): readonly WorkspaceReport[] {
  if (options.baseline === undefined) return reports;
  const path = resolve(console.folder, options.baseline);
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return startBaseline(console, path, options, reports, all);
  const baseline = readBaseline(path);
  const { known, gone } = applyBaseline(all, baseline);
  if (gone.length > 0) tidyBaseline(console, path, baseline, gone, options);
  const told = new Set(known);
  return reports.map((report) => {
    const fresh = report.diagnostics.filter((diagnostic) => !told.has(diagnostic));
    return { ...report, diagnostics: fresh, baselined: report.diagnostics.length - fresh.length };
  });
}

function startBaseline(console: Console, path: string, options: CheckOptions, reports: readonly WorkspaceReport[], all: readonly Diagnostic[]): readonly WorkspaceReport[] {
  if (options.updateBaseline !== true) throw new Failure(exitCodes.unreadable, `There is no baseline at \`${options.baseline}\`. With --update-baseline one is made.`);
  writeFileWhole(path, `${JSON.stringify(baselineOf(all), null, 2)}\n`);
  console.warn(`The baseline \`${options.baseline}\` now knows ${count(all.length, 'finding')}. From here on it only shrinks.\n`);
  return reports.map((report) => ({ ...report, diagnostics: [], baselined: report.diagnostics.length }));
}

const largestBaseline = 16 * 1024 * 1024;

/** The file may come from a stranger: no link, pipe or device is opened. */
function readBaseline(path: string): Baseline {
  const stats = lstatSync(path);
  if (!stats.isFile() || stats.size > largestBaseline) throw new Failure(exitCodes.unreadable, `The baseline \`${path}\` is no ordinary file of at most 16 MiB.`);
  const read = parseBaseline(readFileSync(path, 'utf8'));
  if ('problem' in read) throw new Failure(exitCodes.usage, `The baseline \`${path}\` cannot be used: ${read.problem}.`);
  return read;
}

function tidyBaseline(console: Console, path: string, baseline: Baseline, gone: Baseline['findings'], options: CheckOptions): void {
  if (options.updateBaseline !== true) {
    console.warn(`${count(gone.length, 'finding')} of the baseline no longer occur. Take them out with --update-baseline.\n`);
    return;
  }
  const dropped = new Set(gone);
  writeFileWhole(path, `${JSON.stringify({ ...baseline, findings: baseline.findings.filter((entry) => !dropped.has(entry)) }, null, 2)}\n`);
  console.warn(`Taken out of the baseline: ${count(gone.length, 'finding')}.\n`);
}

function refuseWrongWeights(options: CheckOptions): void {
  for (const [name, grade] of options.rule) {
    const rule = rules.find(({ code, id }) => code === name || id === name);
    if (rule === undefined) throw new Failure(exitCodes.usage, `There is no rule \`${name}\`. \`waymark rules\` lists them.`);
    if (isAboutReading(rule) && isSofter(grade, rule.severity)) throw new Failure(exitCodes.usage, `\`${name}\` cannot be weighed less: a document that cannot be read is missing from everything else.`);
  }
}

/** Findings from the weight on that is asked for fail the run. */
export function exitCodeOfCheck({ workspaces }: Results, { failOn }: Pick<CheckOptions, 'failOn'>): ExitCode {
  if (failOn === 'never') return exitCodes.clean;
  return workspaces.some(({ diagnostics }) => diagnostics.some(({ severity }) => atLeast(severity, failOn))) ? exitCodes.findings : exitCodes.clean;
}
