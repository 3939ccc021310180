/**
 * From where on everything is weighed at once: from the release that is named, else from what the ledger of the branch sealed last, else of
 * each document from when it was first active. The branch says so and never the change.
 */
import { firstActive } from '../../audit/first-active.js';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import type { Timeline } from '../../audit/timeline.js';
import type { Coordinate } from '../../base/diagnostic.js';
import { lazy } from '../../base/lazy.js';
import { remembering } from '../../base/remembering.js';
import { shown } from '../../base/words.js';
import type { RangeStart } from '../../control/accumulated.js';
import { matchedSpecs } from '../../diff/match-specs.js';
import { openEarlier } from '../../load/further-commits.js';
import type { Revision } from '../../load/revision-sources.js';
import { openParting, type Comparison } from '../../load/revisions.js';
import type { Workspace } from '../../model/workspace.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { ledgerFile } from '../ledger/ledger-place.js';
import { rootOf, timelineBehind, workspaceIn } from './past-of-base.js';
import { find, prefixOf, readAll, type ReadWorkspace, type WorkspacePair } from './read-pairs.js';

/** Where the ranges of a workspace begin, for the documents that a change touches. */
export type RangesOfPair = (pair: WorkspacePair, touched: ReadonlySet<Coordinate>) => readonly RangeStart[];

/** From a release that was named. Since one that the later version was not built on, nothing can be told to have changed. */
export function releasedAt(compared: Comparison, since: string): RangesOfPair {
  const { head } = compared;
  const opened = compared.since(since);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const { base, tip, isOfBranch } = opened;
  if (tip !== undefined && tip.id !== base.commit?.id) throw new Failure(exitCodes.usage, `\`${shown(since)}\` (${tip.id.slice(0, 12)}) is no part of the history of ${head.commit === undefined ? 'the files here' : head.label}, so nobody can tell what has changed since then. If it was released after this branch began, take the main branch in first, for example with \`git merge origin/main\`. If not, name the last release that this was built on.`);
  if (!isOfBranch) throw new Failure(exitCodes.usage, `\`${shown(since)}\` is no version of the branch that the change is meant for, and a change does not say itself since when it is weighed. Name the last release on that branch, for example \`--since v1.4\`.`);
  const released = readAll(base);
  return (pair) => startIn(released, pair, 'release');
}

/** Where no release is named. A version that lies on disk, or is a part of a commit, has no history to look into. */
export function defaultRange(console: Console, opened: Comparison): RangesOfPair {
  const { base, tip } = opened;
  const { commit } = base;
  if (tip === undefined || commit === undefined) return () => [];
  const sealedAt = remembering((id: string) => readAll(openEarlier(opened, id) ?? openSealed(console, id, base)));
  const timeline = lazy(() => timelineBehind(console, opened, weighedWithout));
  return (pair, touched) => {
    const entry = lastEntry(base, pair, timeline);
    return entry === undefined ? sinceFirstActive(timeline(), pair, touched) : startIn(sealedAt(entry.commit), pair, 'seal');
  };
}

/** Why the history has to be read where no range begins anywhere else. */
const weighedWithout = 'Without a ledger on the branch, or a release that `--since` names, everything is weighed at once that has become of a document since it was first active.';

function startIn(all: readonly ReadWorkspace[], pair: WorkspacePair, is: RangeStart['is']): readonly RangeStart[] {
  const workspace = find(all, pair);
  return workspace === undefined ? [] : [{ workspace, is }];
}

/** What the ledger of a workspace sealed last, as it stands on the branch. One of a name that the workspace never had is that of another one. */
function lastEntry(base: Revision, { before }: WorkspacePair, timeline: () => Timeline): LedgerEntry | undefined {
  const prefix = prefixOf(rootOf(before));
  const bytes = base.wholeFile?.(prefix + ledgerFile);
  if (bytes === undefined) return undefined;
  const { entries, problem } = verifyLedger(bytes);
  if (problem !== undefined) throw unusable(base, prefix + ledgerFile, problem.message);
  const last = entries.at(-1);
  return last === undefined || last.ledger === before.name || wasCalled(timeline(), before, last.ledger) ? last : undefined;
}

/** Only a ledger that bears another name than its workspace makes it known what that was called before. */
function wasCalled(timeline: Timeline, before: Workspace, name: string): boolean {
  return workspaceIn(timeline, before)?.wasCalled(name) === true;
}

function unusable({ label }: Revision, file: string, why: string): Failure {
  return new Failure(exitCodes.unreadable, `The ledger \`${shown(file)}\` of ${label} cannot say what was released last. ${why} Mend it on that branch; \`waymark ledger verify\` shows where it is wrong. Until then, name the last release with \`--since\`.`);
}

/** What the branch was not at may still be a part of what was merged. The branch has to hold what its ledger names. */
function openSealed({ folder }: Console, id: string, base: Revision): Revision {
  const opened = openParting(folder, id, base.commit!.id);
  const words = `Its last entry names the commit ${id.slice(0, 12)}`;
  if ('problem' in opened) throw unusable(base, ledgerFile, `${words}, which cannot be read. ${opened.problem}`);
  if (opened.tip?.id !== opened.base.commit?.id) throw unusable(base, ledgerFile, `${words}, which is no part of that branch.`);
  return opened.base;
}

function sinceFirstActive(timeline: Timeline, { before, after }: WorkspacePair, touched: ReadonlySet<Coordinate>): readonly RangeStart[] {
  const workspace = workspaceIn(timeline, before);
  const now = new Map(matchedSpecs(before)(after).pairs.map((pair) => [pair.before.coordinate, pair.after.coordinate]));
  const former = [...now].filter(([, coordinate]) => touched.has(coordinate)).map(([coordinate]) => coordinate);
  const starts = workspace === undefined ? [] : firstActive({ timeline, workspace }, new Set([...touched, ...former]));
  return starts.map(({ specs, workspace: then }) => ({ workspace: then, is: 'first-active', of: new Set(specs.map((coordinate) => now.get(coordinate) ?? coordinate)) }));
}
