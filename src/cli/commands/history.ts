import { Option, type Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { formatsOption, type FormatTarget } from '../options.js';

/** How `waymark history` is asked for. */
export interface HistoryOptions {
  readonly field?: string;
  readonly ref?: string;
  readonly workspace?: string;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** `waymark history`: all versions of a spec, as the governed branch has held them. */
export function addHistory(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('history')
    .summary('tell every version of a document: when, by whom, how far it went and who agreed')
    .description('Tells every version of a document, or of an entry of a Directory, that the governed branch has held: its commit, its author, how far it went, and the approvals that Records claim. Renamed, moved and deleted documents are followed. Of what was merged, only the merge counts.')
    .argument('<id>', 'an id, also a former one; with its kind in front where two kinds share it, such as `sla:motor-claim`')
    .option('--field <path>', 'tell only who changed this field, and when: a path as overlays have it, such as `stages.triage.steps.classify.sla`')
    .addOption(refOption())
    .addOption(branchWorkspaceOption())
    .addOption(formatsOption(['text', 'json', 'markdown']))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (id: string, options: HistoryOptions) => finish((await import('../audit/run-history.js')).runHistory(console, id, options)));
}

/** The branch whose past is asked about. */
export function refOption(): Option {
  return new Option('--ref <branch>', 'the governed branch, a tag or a commit; else `origin/main`, or where there is none, `main`');
}

/** The workspace on that branch. */
export function branchWorkspaceOption(): Option {
  return new Option('-w, --workspace <dir>', 'folder of the workspace on that branch, where several have the id');
}
