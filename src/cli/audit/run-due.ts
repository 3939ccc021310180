import { whatIsDue } from '../../analysis/due/what-is-due.js';
import { staleJourneys } from '../../audit/stale-journeys.js';
import { openTimeline, type Timeline } from '../../audit/timeline.js';
import { workspaceInForce } from '../../audit/workspace-in-force.js';
import { dayAfter } from '../../base/date.js';
import type { GitReason } from '../../load/git/git-problem.js';
import type { Workspace } from '../../model/workspace.js';
import type { DueResults, DueWorkspace } from '../../report/due/due-results.js';
import { dueReporters } from '../../report/due/index.js';
import { filesOf } from '../check-workspace.js';
import type { HistoryOptions } from '../commands/history.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces } from '../open-workspaces.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { rootNamed, shownRoot } from './open-branch.js';

/** Tells what is due, and which journeys are stale. What is found is no failure: it is a list of work. */
export function runDue(console: Console, options: HistoryOptions): ExitCode {
  refuseToOverwrite(console, options);
  const asOf = options.asOf ?? console.today();
  const { within } = options;
  const read = readWorkspaces(console, options, asOf);
  const last = within === undefined ? undefined : dayAfter(asOf, within);
  const workspaces = read.workspaces.map((each) => ({ ...each, due: each.due.filter(({ day }) => last === undefined || day <= last) }));
  const results: DueResults = { tool, command: 'history', asOf, ...(within === undefined ? {} : { within }), ...read, workspaces };
  publishWhole(console, options, results, dueReporters);
  return exitCodes.clean;
}

type Read = Pick<DueResults, 'branch' | 'withoutHistory' | 'workspaces' | 'misdated'>;

/** Reasons for which there is no history at all, so that the files as they lie here are looked at. */
const nothingToRead: readonly GitReason[] = ['no-git', 'no-repository', 'no-base', 'unborn', 'shallow'];

function readWorkspaces(console: Console, options: HistoryOptions, asOf: string): Read {
  const timeline = openTimeline(console.folder, options.ref, console.today());
  if (!('problem' in timeline)) return (options.workspace === undefined ? timeline.workspaces : timeline.everywhere).length > 0 ? fromBranch(timeline, options, asOf) : fromFiles(console, options, asOf, `no version of ${timeline.label} has a workspace.`);
  if (options.ref !== undefined || !nothingToRead.includes(timeline.reason)) throw new Failure(exitCodes.unreadable, timeline.problem);
  return fromFiles(console, options, asOf, timeline.reason === 'no-repository' ? 'this folder lies in no git repository.' : timeline.problem);
}

function fromBranch(timeline: Timeline, { workspace: named }: HistoryOptions, asOf: string): Read {
  const root = named === undefined ? undefined : rootNamed(timeline, named);
  const workspaces = (root === undefined ? timeline.workspaces.filter(({ blobs }) => blobs.size > 0) : timeline.everywhere.filter((each) => each.root === root)).flatMap((each): readonly DueWorkspace[] => {
    const followed = { timeline, workspace: each };
    const then = workspaceInForce(followed, { asOf });
    return then === undefined ? [] : [{ ...dueIn(then.workspace, shownRoot(each), asOf), stale: staleJourneys(followed, then.workspace, asOf) }];
  });
  return { branch: { label: timeline.label, commit: timeline.tip.id }, workspaces, misdated: timeline.misdated };
}

function fromFiles(console: Console, options: HistoryOptions, asOf: string, why: string): Read {
  const opened = [...openWorkspaces(console, options.workspace === undefined ? [] : [options.workspace])];
  refuseToOverwrite(console, options, opened.flatMap(filesOf));
  return { withoutHistory: why, workspaces: opened.map(({ workspace, root }) => dueIn(workspace, root, asOf)), misdated: [] };
}

function dueIn(workspace: Workspace, root: string, asOf: string): DueWorkspace {
  return { root, name: workspace.name, due: whatIsDue(workspace, asOf) };
}
