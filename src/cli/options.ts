import { Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../base/date.js';
import type { Severity } from '../base/diagnostic.js';
import { reporters } from '../report/reporters/index.js';
import type { Grade } from '../validate/presets.js';

/** A format, and the file it goes to; without a file it is printed. */
export interface FormatTarget {
  readonly name: string;
  readonly file: string | undefined;
}

/** How a verb tells what it found. */
export interface OutputOptions {
  readonly format: readonly FormatTarget[];
  readonly failOn: Severity | 'never';
  readonly maxProblems: number;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Options that every verb has that checks rules. */
export interface CheckOptions extends OutputOptions {
  readonly workspace?: readonly string[];
  readonly rule: ReadonlyMap<string, Grade>;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly asOf?: string;
  readonly recordedBy?: string;
  readonly ref?: string;
  readonly cache?: boolean;
}

/** Adds the options of a verb that checks rules. An environment variable stands in where a flag is absent. */
export function addCheckOptions(command: Command): Command {
  return command
    .addOption(workspaceOption().env('WAYMARK_WORKSPACE'))
    .addOption(formatOption())
    .addOption(new Option('--fail-on <severity>', 'the weight of a finding from which the exit code is 1').choices(['error', 'warning', 'info', 'never']).default('error').env('WAYMARK_FAIL_ON'))
    .addOption(new Option('--rule <id=weight>', 'weigh a rule as error, warning, info or off; may be repeated').argParser(collectGrade).default(new Map(), 'as the Policy says'))
    .addOption(new Option('--baseline <file>', 'findings that are known already and are not told again').env('WAYMARK_BASELINE'))
    .option('--update-baseline', 'take out of the baseline what no longer occurs; makes the file if there is none')
    .addOption(mostOption('findings that are printed; the rest is counted'))
    .option('-q, --quiet', 'print findings only')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .addOption(new Option('--cache', 'tell the result of the last run again while no file has changed; it is kept in the cache folder of your account').env('WAYMARK_CACHE'))
    .addOption(dayOption('judge reviews and expiries for this day instead of today'));
}

const allFormats = reporters.map(({ id }) => id);

/** The formats that are asked for. */
export function formatOption(): Option {
  return formatsOption(allFormats).env('WAYMARK_FORMAT');
}

/** The formats that are asked for, of a verb that has not all of them. */
export function formatsOption(known: readonly string[]): Option {
  return new Option('-f, --format <name[=file]>', `${known.join(', ')}; may be repeated`).argParser((text: string, earlier: readonly FormatTarget[]) => collectFormat(known, text, earlier)).default([], 'text');
}

/** How much is printed. */
export function mostOption(meaning: string): Option {
  return new Option('--max-problems <n>', meaning).argParser(parseCount).default(200);
}

/** The day that is judged for. */
export function dayOption(meaning: string): Option {
  return new Option('--as-of <date>', meaning).argParser(parseDay).env('WAYMARK_AS_OF');
}

/** The release from which on everything is weighed at once. */
export function sinceOption(): Option {
  return new Option('--since <ref>', 'the last release, from where on everything is weighed at once as well, so that a change gains nothing by being cut into slices; else the last entry of the ledger on the branch, and without one, for each document, when it was first active').env('WAYMARK_SINCE');
}

/** The workspaces that a verb is about. */
export function workspaceOption(): Option {
  return new Option('-w, --workspace <dir>', 'folder of the workspace, may be repeated; else the nearest one upward, else all below').argParser((dir: string, earlier: readonly string[] = []) => [...earlier, dir]);
}

function collectFormat(known: readonly string[], text: string, earlier: readonly FormatTarget[]): readonly FormatTarget[] {
  const [name, ...file] = text.split('=');
  if (!known.includes(name!)) throw new InvalidArgumentError(`There is no format \`${name}\`. The formats are ${known.join(', ')}.`);
  if (file.length > 0 && file.join('=') === '') throw new InvalidArgumentError(`\`${text}\` names no file. Write \`${name}\` to print it, or \`${name}=\` and the file right after it.`);
  return [...earlier, { name: name!, file: file.length === 0 ? undefined : file.join('=') }];
}

const grades: readonly Grade[] = ['error', 'warning', 'info', 'off'];

function collectGrade(text: string, earlier: ReadonlyMap<string, Grade>): ReadonlyMap<string, Grade> {
  const [rule, grade] = text.split('=');
  if (!grades.includes(grade as Grade)) throw new InvalidArgumentError('Write it like GRF-008=error; the weights are error, warning, info and off.');
  return new Map([...earlier, [rule!, grade as Grade]]);
}

function parseCount(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** A day on the command line. */
export function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day such as 2026-09-01.');
  return text;
}
