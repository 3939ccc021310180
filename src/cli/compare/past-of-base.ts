import { filedFirst } from '../../audit/filed-first.js';
import type { Followed } from '../../audit/past-workspace.js';
import { releasedBefore } from '../../audit/released-before.js';
import { timelineOf, type Timeline } from '../../audit/timeline.js';
import type { WorkspaceTimeline } from '../../audit/workspace-timeline.js';
import { lazy } from '../../base/lazy.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { KnownPast } from '../../control/versions.js';
import { historyBehind } from '../../load/further-commits.js';
import type { Comparison } from '../../load/revisions.js';
import type { Workspace } from '../../model/workspace.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/**
 * The past of the branch up to the earlier of two versions, which has to be a commit. Only who needs it has all of the history read.
 *
 * @param why - What cannot be known without it, as a sentence.
 */
export function timelineBehind({ today }: Console, opened: Comparison, why: string): Timeline {
  const found = timelinesBehind(opened)(today());
  if ('problem' in found) throw new Failure(exitCodes.unreadable, `${found.problem} ${why}`);
  return found;
}

const timelinesBehind = onceFor((opened: Comparison) => remembering((today: string) => {
  const history = historyBehind(opened, opened.base.commit!, opened.base.label);
  return 'problem' in history ? history : timelineOf(history, today);
}));

/** The same up to where the branch is by now, which may be later than where the two versions parted. */
export function timelineOfTip(console: Console, opened: Comparison, why: string): Timeline {
  const { base, tip } = opened;
  if (tip === undefined || tip.id === base.commit?.id) return timelineBehind(console, opened, why);
  const history = historyBehind(opened, tip, `the branch (${tip.id.slice(0, 12)})`);
  if ('problem' in history) throw new Failure(exitCodes.unreadable, `${history.problem} ${why}`);
  return timelineOf(history, console.today());
}

/** A workspace of the earlier version in that past. */
export function workspaceIn({ workspaces }: Timeline, before: Workspace): WorkspaceTimeline | undefined {
  return workspaces.find(({ root }) => root === rootOf(before));
}

/** The folder in which a workspace stood, from the top. */
export function rootOf({ root }: Workspace): string {
  const uri = root?.document.source.uri ?? '';
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** What only the past of the earlier version tells. What lies on disk has none. */
export function pastOfBase(console: Console, opened: Comparison, before: Workspace): KnownPast {
  if (opened.tip === undefined || opened.base.commit === undefined) return {};
  const followed = lazy((): Followed | undefined => {
    const timeline = timelinesBehind(opened)(console.today());
    if ('problem' in timeline) return undefined;
    const workspace = workspaceIn(timeline, before);
    return workspace === undefined ? undefined : { timeline, workspace };
  });
  return {
    releasedBefore: (draft) => {
      timelineBehind(console, opened, `\`${draft}\` leaves as a draft, and only the history of the branch says whether it was in force before.`);
      const known = followed();
      return known === undefined ? undefined : releasedBefore(known, draft, known.timeline.moments.at(-1)!);
    },
    lastRead: (file) => followed()?.workspace.specs.flatMap(({ versions }) => versions.slice(-1)).filter((version) => version.event === 'unreadable' && version.file === file),
    filedFirst: (id) => {
      const known = followed();
      return known === undefined ? undefined : filedFirst(known, id);
    },
  };
}
