import type { Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { formatsOption, type FormatTarget } from '../options.js';

/** How `waymark bump` is asked for. */
export interface BumpOptions {
  readonly write?: boolean;
  readonly format: readonly FormatTarget[];
}

/** `waymark bump`: how far the version of each document has to be raised, and why. */
export function addBump(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('bump')
    .summary('tell how far the version of each changed document has to be raised, and why')
    .description('Compares two versions and says of each document that has changed which version it needs: an editorial change asks for a patch, a compatible or a regulated one for a minor, a breaking one for a major version. The exit code is 1 when a version is too low.')
    .argument('[base]', 'the earlier version; else the commit at which the later one and the governed branch parted: the one that `waymark.yaml` names on `main`, else `main`')
    .argument('[head]', 'the later version; else the files as they lie here')
    .option('--write', 'write the versions that are needed into the files; comments and everything else stay as they are')
    .addOption(formatsOption(['text', 'json']))
    .action(async (base: string | undefined, head: string | undefined, options: BumpOptions) => finish((await import('../compare/run-bump.js')).runBump(console, base, head, options)));
}
