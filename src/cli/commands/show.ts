import type { Command } from 'commander';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
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

/** `waymark show`: what of a spec was in force on a day, or stood under a version number. */
export function addShow(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('show')
    .summary('show a document as it was in force on a day or in a version, with its owner and who agreed')
    .description('Shows a document as it was in force on a day: as YAML, of a variant what holds after its overlay, with the commit that it comes from, its owner, the people in the roles then, and the approvals that Records claim. All that it names is taken as it was in force that day. With a version behind the id, such as `motor-claim@2.3.0`, it shows what the branch held under that number, and what it names as that commit held it.')
    .argument('<id[@version]>', 'an id, also a former one; with its kind in front where two kinds share it, such as `sla:motor-claim`; behind `@` a version')
    .addOption(dayOption('the day on which it was in force; else the day of `--recorded-by`, or today'))
    .addOption(recordedByOption('by what the branch held at the end of this day in UTC; else by all that it holds'))
    .addOption(refOption())
    .addOption(branchWorkspaceOption())
    .addOption(formatsOption(['text', 'json', 'markdown']))
    .action(async (text: string, options: ShowOptions, command: Command) => {
      const { id, number } = readAsked(text);
      if (number !== undefined && command.getOptionValueSource('asOf') === 'cli') throw new Failure(exitCodes.usage, `\`${number}\` asks for a version by its number and \`--as-of\` for the one that was in force on a day. Leave one of them out.`);
      finish((await import('../audit/run-show.js')).runShow(console, id, number, options));
    });
}

function readAsked(text: string): { readonly id: string; readonly number?: string } {
  const [id = '', number, ...more] = text.split('@');
  if (number === undefined) return { id };
  if (id === '' || number === '' || more.length > 0) throw new Failure(exitCodes.usage, `\`${text}\` is no document and version. Write both with one \`@\` between them, such as \`motor-claim@2.3.0\`.`);
  return { id, number };
}

/** Wherever it stands, `--version` tells that of Waymark: whoever means that of a document is told how it is written. */
export function refuseVersionOption([verb, id = '-', ...rest]: readonly string[]): void {
  const at = rest.findIndex((each) => /^--version(?:=|$)/.test(each));
  if (verb !== 'show' || id.startsWith('-') || at < 0) return;
  const [number = '2.3.0'] = [rest[at]!.split('=')[1], rest[at + 1]].filter((each) => each !== undefined && /^\d/.test(each));
  throw new Failure(exitCodes.usage, `\`--version\` tells the version of Waymark. A version of a document is written behind its id: \`waymark show ${id}@${number}\`.`);
}
