import { Option, type Command } from 'commander';
import { openComparison } from '../../load/revisions.js';
import { changeReporters } from '../../report/changes/index.js';
import { changesOf, levels, type ChangeResults } from '../../report/changes/change-results.js';
import type { Level } from '../../schema/meanings.js';
import { compareVersions, versionOf } from '../compare-versions.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { formatOption, mostOption, type OutputOptions } from '../options.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';

interface DiffOptions extends Omit<OutputOptions, 'failOn'> {
  readonly failOn: Level | 'never';
}

/** `waymark diff`: what differs between two versions, and whom it may harm. */
export function addDiff(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .summary('tell what differs between two versions and whom it may harm')
    .description('Compares two versions of the workspaces by what they say: comments, the order of keys, quotes and line ends make no difference. Commits are read as they are in git, and nothing is checked out. A version is a branch, a tag or a commit, `version:path` for a folder or a file in it, or a folder or a file on disk.')
    .argument('[base]', 'the earlier version; else the commit at which the later one and `origin/main`, or `main`, parted')
    .argument('[head]', 'the later version; else the files as they lie here')
    .addOption(formatOption())
    .addOption(new Option('--fail-on <level>', 'from which level on the exit code is 1').choices([...levels, 'never']).default('never').env('WAYMARK_DIFF_FAIL_ON'))
    .addOption(mostOption('changes that are told; the rest is counted'))
    .option('-q, --quiet', 'print nothing where nothing differs')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action((base: string | undefined, head: string | undefined, options: DiffOptions) => finish(runDiff(console, base, head, options)));
}

/** Wider lines are hard to read, and a file has none. */
const widest = 120;
const widthOfFiles = 100;

function runDiff(console: Console, base: string | undefined, head: string | undefined, options: DiffOptions): ExitCode {
  const opened = openComparison(console.folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  if (opened.base.workspaces.length + opened.head.workspaces.length === 0) throw new Failure(exitCodes.unreadable, `Neither ${opened.base.label} nor ${opened.head.label} has a workspace: a folder with a \`waymark.yaml\`.`);
  const results: ChangeResults = { tool, command: 'diff', base: versionOf(opened.base), head: versionOf(opened.head), workspaces: compareVersions(opened) };
  const columns = Math.min(console.columns ?? widthOfFiles, widest);
  refuseToOverwrite(console, [], options);
  publishEach(console, { ...options, failOn: 'never' }, (format, view) => changeReporters.find(({ id }) => id === format)!.report(results, { ...view, columns }));
  return exitCodeFor(results, options);
}

/** What cannot be read may hide anything. */
function exitCodeFor(results: ChangeResults, { failOn }: DiffOptions): ExitCode {
  const isUnread = results.workspaces.some(({ unread }) => unread.some(({ side }) => side === 'head'));
  const isHarmful = failOn !== 'never' && changesOf(results).some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn));
  return isUnread || isHarmful ? exitCodes.findings : exitCodes.clean;
}
