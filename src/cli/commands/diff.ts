import { Option, type Command } from 'commander';
import type { Level } from '../../schema/meanings.js';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { formatOption, mostOption, type OutputOptions } from '../options.js';

/** How `waymark diff` is asked for. */
export interface DiffOptions extends Omit<OutputOptions, 'failOn'> {
  readonly failOn: Level | 'never';
}

/** `waymark diff`: what differs between two versions, and whom it may harm. */
export function addDiff(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .summary('tell what differs between two versions and whom it may harm')
    .description('Compares two versions of the workspaces by what they say: comments, the order of keys, quotes and line ends make no difference. Commits are read as they are in git, and nothing is checked out. A version is a branch, a tag or a commit, `version:path` for a folder or a file in it, or a folder or a file on disk.')
    .argument('[base]', 'the earlier version; else the commit at which the later one and the governed branch parted: the one that `waymark.yaml` names on `main`, else `main`')
    .argument('[head]', 'the later version; else the files as they lie here')
    .addOption(formatOption())
    .addOption(new Option('--fail-on <level>', 'from which level on the exit code is 1').choices(['breaking', 'compatible', 'editorial', 'never']).default('never').env('WAYMARK_DIFF_FAIL_ON'))
    .addOption(mostOption('changes that are told; the rest is counted'))
    .option('-q, --quiet', 'print nothing where nothing differs')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (base: string | undefined, head: string | undefined, options: DiffOptions) => finish((await import('../compare/run-diff.js')).runDiff(console, base, head, options)));
}
