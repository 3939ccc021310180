import { Option, type Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, sinceOption } from '../options.js';

/** How `waymark ci` is asked for. */
export interface CiOptions {
  readonly base?: string;
  readonly host?: string;
  readonly since?: string;
  readonly comment?: string;
  readonly baseline?: string;
  readonly asOf?: string;
  readonly color?: boolean;
}

/** `waymark ci`: all that a job of a code host needs, in one call. */
export function addCi(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('ci')
    .summary('check and review in one call, as a job of GitHub or GitLab needs it')
    .description('Validates the files as they lie here and, in a pull request, reviews what it changes. Which host runs the job and what it compares is read from the environment. On GitHub the findings are annotations and the review stands in the summary of the step; on GitLab they are written to `gl-code-quality-report.json`. The exit code is the worse of the two. Outside of a pull request nothing is reviewed.')
    .option('--base <ref>', 'the branch or commit to compare with, instead of what the host says; outside of a host it asks for a review')
    .option('--host <file>', 'what the code host knows of the pull request, as for `waymark review`; without a pull request it is not read')
    .addOption(sinceOption())
    .option('--comment <file>', 'where the review is written as Markdown, for a comment on the pull request')
    .addOption(new Option('--baseline <file>', 'findings that are known already and are not told again').env('WAYMARK_BASELINE'))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .addOption(dayOption('judge for this day instead of today'))
    .action(async (options: CiOptions) => finish(await (await import('../ci/run-ci.js')).runCi(console, options)));
}
