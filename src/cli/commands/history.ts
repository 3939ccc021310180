import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseDuration } from '../../base/duration.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { dayOption, formatsOption, type FormatTarget } from '../options.js';
import { branchWorkspaceOption, refOption } from '../past-options.js';

/** How `waymark history` is asked for. */
export interface HistoryOptions {
  readonly field?: string;
  readonly compare?: readonly [string, string];
  readonly due?: boolean;
  readonly asOf?: string;
  readonly within?: string;
  readonly ref?: string;
  readonly workspace?: string;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** `waymark history`: all versions of a spec, as the governed branch has held them; or what is due. */
export function addHistory(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('history')
    .summary('tell every version of a document: when, by whom, how far it went and who agreed')
    .description('Tells every version of a document, or of an entry of a Directory, that the governed branch has held: its commit, its author, how far it went, and the approvals that Records claim. Renamed, moved and deleted documents are followed. Of what was merged, only the merge counts. With --due it tells instead what is due: reviews, confirmations, assessments and all that ends, and which journeys nobody has reviewed since a system or the Policy changed.')
    .argument('[id]', 'an id, also a former one; with its kind in front where two kinds share it, such as `sla:motor-claim`')
    .option('--field <path>', 'tell only who changed this field, and when: a path as overlays have it, such as `stages.triage.steps.classify.sla`')
    .addOption(compareOption())
    .option('--due', 'tell what is due instead: what has to be done again or ends, by the day; without an id')
    .addOption(dayOption('with --due: judge for this day instead of today'))
    .addOption(new Option('--within <duration>', 'with --due: only what is overdue or due within this time, such as P90D').argParser(parseWithin))
    .addOption(refOption())
    .addOption(branchWorkspaceOption())
    .addOption(formatsOption(['text', 'json', 'markdown', 'ics']))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (id: string | undefined, options: HistoryOptions, command: Command) => {
      const problem = options.due === true ? misplacedWithDue(id, options) : misplaced(id, options, command.getOptionValueSource('asOf') === 'cli');
      if (problem !== undefined) throw new Failure(exitCodes.usage, problem);
      if (options.due === true) finish((await import('../audit/run-due.js')).runDue(console, options));
      else if (options.compare !== undefined) finish((await import('../audit/run-compare.js')).runCompare(console, id!, options.compare, options));
      else finish((await import('../audit/run-history.js')).runHistory(console, id!, options));
    });
}

function misplacedWithDue(id: string | undefined, { field }: HistoryOptions): string | undefined {
  if (id !== undefined) return '`--due` tells of whole workspaces. Leave the id out, or leave out --due.';
  return field === undefined ? undefined : '`--field` asks about one document and `--due` about all. Leave one of them out.';
}

function misplaced(id: string | undefined, { within, format }: HistoryOptions, isDayGiven: boolean): string | undefined {
  if (id === undefined) return 'Name a document, such as `waymark history motor-claim`, or ask with `waymark history --due` what is due.';
  if (within !== undefined || isDayGiven) return `\`${within === undefined ? '--as-of' : '--within'}\` belongs to \`--due\`: a history tells every version there is.`;
  return format.some(({ name }) => name === 'ics') ? 'Only what is due can be written as a calendar: ask with `--due`.' : undefined;
}

function parseWithin(text: string): string {
  const reading = parseDuration(text);
  if ('problem' in reading) throw new InvalidArgumentError('Write a length of time such as P90D or P3M.');
  return text;
}

/** Two versions by their numbers, which hold no two dots one after the other. */
function compareOption(): Option {
  const read = (text: string): readonly [string, string] => {
    const [one = '', other = '', ...more] = text.split('..');
    if (one === '' || other === '' || more.length > 0) throw new InvalidArgumentError('Write two versions with two dots between them, such as 2.2.1..2.3.0.');
    return [one, other];
  };
  return new Option('--compare <from..to>', 'set two released versions of a journey beside each other: structure, promises, KPIs, data and escalations; differences are told from the first to the second').argParser(read).conflicts(['field', 'due']);
}
