import { openComparison } from '../../load/revisions.js';
import { changeReporters } from '../../report/changes/index.js';
import { changesOf, type ChangeResults } from '../../report/changes/change-results.js';
import { levels } from '../../diff/tally.js';
import type { DiffOptions } from '../commands/diff.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { compareVersions, versionOf } from './read-pairs.js';

/** Tells what differs between two versions. */
export function runDiff(console: Console, base: string | undefined, head: string | undefined, options: DiffOptions): ExitCode {
  const opened = openComparison(console.folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const results: ChangeResults = { tool, command: 'diff', base: versionOf(opened.base), head: versionOf(opened.head), workspaces: compareVersions(opened) };
  refuseToOverwrite(console, options);
  publishEach(console, { ...options, failOn: 'never' }, (format, view) => changeReporters.find(({ id }) => id === format)!.report(results, view));
  return exitCodeFor(results, options);
}

/** What cannot be read may hide anything. */
function exitCodeFor(results: ChangeResults, { failOn }: DiffOptions): ExitCode {
  const isUnread = results.workspaces.some(({ unread }) => unread.some(({ side }) => side === 'head'));
  const isHarmful = failOn !== 'never' && changesOf(results).some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn));
  return isUnread || isHarmful ? exitCodes.findings : exitCodes.clean;
}
