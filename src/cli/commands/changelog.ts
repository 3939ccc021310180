import type { Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { formatsOption, type FormatTarget } from '../options.js';

/** How `waymark changelog` is asked for. */
export interface ChangelogOptions {
  readonly all?: boolean;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** `waymark changelog`: what has become of each document, for people. */
export function addChangelog(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('changelog')
    .summary('tell people what has changed, document by document')
    .description('Tells of each document that has changed its old and its new version, from which day on that holds, and who may be harmed by what. With `--all` every version of every document is told under the commit of the branch that raised it.')
    .argument('[base]', 'the earlier version; else the commit at which the later one and the governed branch parted: the one that `waymark.yaml` names on `main`, else `main`; with `--all` the branch, else the governed one')
    .argument('[head]', 'the later version; else the files as they lie here')
    .option('--all', 'tell every version from the first one, the newest first; of what was merged, the merge counts')
    .addOption(formatsOption(['text', 'json', 'markdown']))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (base: string | undefined, head: string | undefined, options: ChangelogOptions) => finish((await import('../compare/run-changelog.js')).runChangelog(console, base, head, options)));
}
