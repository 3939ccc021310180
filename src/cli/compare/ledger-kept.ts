import { join } from 'node:path';
import { ledgerChange } from '../../audit/ledger/ledger-change.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { workspaceIn } from '../../audit/ledger/ledger-names.js';
import type { Comparison } from '../../load/revisions.js';
import type { Console } from '../console.js';
import { comparedWith, released, whyOtherWorkspace } from '../ledger/governed-branch.js';
import { readLedgerFile } from '../ledger/ledger-file.js';
import { ledgerFile } from '../ledger/ledger-place.js';
import { rootOf, timelineOfTip } from './past-of-base.js';
import { prefixOf, type WorkspacePair } from './read-pairs.js';

/** Why the ledger of a workspace is not what the branch and a later `seal` would make of it; `undefined` where it is, and where a version is a part of a commit. */
export function whyLedgerNotKept(console: Console, opened: Comparison, pair: WorkspacePair): string | undefined {
  const { base, head } = opened;
  if (base.wholeFile === undefined || (head.wholeFile === undefined && pair.folder === undefined)) return undefined;
  const before = pair.before.root === undefined ? undefined : base.wholeFile(prefixOf(rootOf(pair.before)) + ledgerFile);
  const after = pair.folder === undefined ? head.wholeFile?.(prefixOf(pair.root) + ledgerFile) : readLedgerFile(join(pair.folder, ledgerFile));
  const kept = ledgerChange(before, after, base.label);
  const { problem, grown } = kept.problem !== undefined && isOfAnother(console, opened, pair, before!) ? ledgerChange(undefined, after, base.label) : kept;
  return problem ?? (grown.length === 0 ? undefined : whyForged(console, opened, pair, grown));
}

/** One that came with a workspace that was copied from another folder is none of its past, and makes room for its own. */
function isOfAnother(console: Console, opened: Comparison, { before }: WorkspacePair, ledger: Uint8Array): boolean {
  const name = verifyLedger(ledger).entries[0]?.ledger;
  if (name === undefined || name === before.name) return false;
  const timeline = timelineOfTip(console, opened, 'A change takes away a ledger that bears another name than its workspace, and only the history of the branch says whether it was called that before.');
  const workspace = workspaceIn(timeline, rootOf(before));
  return workspace !== undefined && !workspace.wasCalled(name);
}

/** What a change adds is what the branch has released: nothing that the change itself brings is released yet. */
function whyForged(console: Console, opened: Comparison, { before }: WorkspacePair, entries: readonly LedgerEntry[]): string | undefined {
  const timeline = timelineOfTip(console, opened, 'A change adds entries to the ledger, and only the history of the branch says whether it has released that.');
  const workspace = workspaceIn(timeline, rootOf(before));
  if (workspace === undefined || before.root === undefined) return `The ledger was begun for a workspace of which ${timeline.label} has released nothing.`;
  return whyOtherWorkspace({ timeline, workspace }, entries[0]!.ledger) ?? comparedWith(released(timeline, workspace), entries).problem?.message;
}
