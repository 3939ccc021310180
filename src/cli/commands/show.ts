import type { Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, formatsOption, type FormatTarget } from '../options.js';
import { branchWorkspaceOption, recordedByOption, refOption } from '../past-options.js';

/** How `waymark show` is asked for. */
export interface ShowOptions {
  readonly asOf?: string;
  readonly recordedBy?: string;
  readonly ref?: string;
  readonly workspace?: string;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** `waymark show`: what of a spec was in force on a day. */
export function addShow(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('show')
    .summary('show a document as it was in force on a day, with its owner and who agreed')
    .description('Shows a document as it was in force on a day: as YAML, of a variant what holds after its overlay, with the commit that it comes from, its owner, the people in the roles then, and the approvals that Records claim. All that it names is taken as it was in force that day.')
    .argument('<id>', 'an id, also a former one; with its kind in front where two kinds share it, such as `sla:motor-claim`')
    .addOption(dayOption('the day on which it was in force; else the day of `--recorded-by`, or today'))
    .addOption(recordedByOption('by what the branch held at the end of this day in UTC; else by all that it holds'))
    .addOption(refOption())
    .addOption(branchWorkspaceOption())
    .addOption(formatsOption(['text', 'json', 'markdown']))
    .action(async (id: string, options: ShowOptions) => finish((await import('../audit/run-show.js')).runShow(console, id, options)));
}
