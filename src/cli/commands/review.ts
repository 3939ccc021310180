import type { Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, formatOption, mostOption, sinceOption, type OutputOptions } from '../options.js';

/** How `waymark review` is asked for. */
export interface ReviewOptions extends Omit<OutputOptions, 'failOn'> {
  readonly host?: string;
  readonly asOf?: string;
  readonly since?: string;
}

/** `waymark review`: the gate of a pull request. */
export function addReview(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('review')
    .summary('tell what a change still needs before it may be merged')
    .description('Compares two versions and tells what stands against merging: findings that the change brings, versions that are too low, approvals and Records that are missing. The branch judges: its Policy, and the people of its teams. Whom the Policy lists for a level is asked in place of those whom the kind of a change names; `waymark explain KIND` tells these. The exit code is 1 for findings and versions, and 4 where only approvals or evidence are missing.')
    .argument('[base]', 'the branch that it is to be merged into, else the governed one, which `waymark.yaml` names on `main`, or `main`: what is compared is the commit at which the two parted')
    .argument('[head]', 'the later version; else the files as they lie here')
    .option('--host <file>', 'what the code host knows of the pull request, as JSON, from outside of the repository; without it nobody is known to have agreed')
    .addOption(sinceOption())
    .addOption(formatOption())
    .addOption(mostOption('changes that are told; the rest is counted'))
    .option('-q, --quiet', 'print nothing where nothing differs')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .addOption(dayOption('the day of the review instead of today: notice is counted from it'))
    .action(async (base: string | undefined, head: string | undefined, options: ReviewOptions) => finish((await import('../compare/run-review.js')).runReview(console, base, head, options)));
}
