import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, formatsOption, workspaceOption, type FormatTarget } from '../options.js';
import { recordedByOption, type PastOptions } from '../past-options.js';

/** How `waymark generate` is asked for. */
export interface GenerateOptions extends PastOptions {
  readonly out?: string;
  readonly option: { readonly [name: string]: string };
  readonly list?: boolean;
  readonly check?: boolean;
  readonly overwrite?: boolean;
  readonly generator?: readonly string[];
  readonly failOnLoss?: 'case' | 'any';
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** `waymark generate`: typed configuration for the systems that run the journey. */
export function addGenerate(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('generate')
    .summary('write the documents out as configuration for other systems')
    .description(`Writes what other systems run on out of the documents, and tells what the documents say that such files cannot. Without a target it writes everything that \`targets\` in \`waymark.yaml\` declares. With --check nothing is written, and the exit code is 5 where a file is stale, edited by hand, missing or left over. --list prints the targets.`)
    .argument('[target]', 'a target, or the id of an entry of `targets` in `waymark.yaml`; else all of those')
    .option('--list', 'print the targets, each with what it writes, and write nothing')
    .addOption(new Option('-o, --out <dir>', 'the folder to write into; else the one that `waymark.yaml` names'))
    .addOption(new Option('--option <name=value>', 'a setting of the target; may be repeated').argParser(collectOption).default({}, 'as `waymark.yaml` says'))
    .option('--check', 'write nothing, and end with 5 where a file is not what it would be if it were written now')
    .option('--overwrite', 'also replace files that were edited by hand, or that Waymark has not written')
    .addOption(new Option('--fail-on-loss [which]', 'end with 1 where something is lost that `accept` does not name: `case` for what the target carries elsewhere and cannot carry here, `any` for everything').choices(['case', 'any']).preset('case'))
    .addOption(new Option('--generator <file>', 'a module with a target of your own, which is run; may be repeated').argParser((file: string, earlier: readonly string[] = []) => [...earlier, file]))
    .addOption(workspaceOption().env('WAYMARK_WORKSPACE'))
    .addOption(formatsOption(['text', 'json']))
    .addOption(dayOption('with --recorded-by or --ref: write what was in force on this day instead of today'))
    .addOption(recordedByOption('write what was in force, by what the governed branch held at the end of this day in UTC, instead of the files as they lie here'))
    .addOption(new Option('--ref <branch>', 'write what is in force, by what this branch holds'))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (target: string | undefined, options: GenerateOptions) => finish(await (await import('../generate/run-generate.js')).runGenerate(console, target, options)));
}

function collectOption(text: string, earlier: { readonly [name: string]: string }): { readonly [name: string]: string } {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it like `--option job=portal`.');
  return { ...earlier, [text.slice(0, at)]: text.slice(at + 1) };
}
