import { basename, dirname, relative } from 'node:path';
import { compareWithBranch, nothingTold, type BranchVersion, type Compared } from '../../audit/ledger/compare-branch.js';
import { runningJudge } from '../../audit/ledger/judge.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import { isUnique, ledgerNames, workspaceIn, workspaceOfLedger } from '../../audit/ledger/ledger-names.js';
import { judged, releasedVersions, weighedOnce, type ReleasedVersion } from '../../audit/ledger/released-versions.js';
import { workspacesBefore } from '../../audit/handovers.js';
import type { Followed } from '../../audit/past-workspace.js';
import { recordFate } from '../../audit/record-fate.js';
import { timelineOf, type Timeline } from '../../audit/timeline.js';
import type { WorkspaceTimeline } from '../../audit/workspace-timeline.js';
import { slashed } from '../../base/paths.js';
import { shown } from '../../base/words.js';
import { topAround } from '../../load/git/find-repository.js';
import type { BranchComparison } from '../../report/ledger/ledger-results.js';
import { readBranch } from '../audit/open-branch.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { tool } from '../tool.js';
import { ledgerFile } from './ledger-place.js';

/** A workspace on its governed branch, with all that was released of it. */
export interface GovernedWorkspace extends Followed {
  readonly released: readonly ReleasedVersion[];
  /** The same as a ledger says it. */
  readonly sealed: readonly BranchVersion[];
}

/** Reads what a branch has released of the workspace in a folder. */
export function governedWorkspace(console: Console, folder: string, ref: string | undefined): GovernedWorkspace {
  const timeline = readBranch(folder, ref, console);
  const top = topAround(folder);
  const root = top === undefined ? '' : rootIn(top, folder);
  const workspace = timeline.workspaces.find((each) => each.root === root) ?? timeline.workspaces.find(({ roots }) => roots.includes(root));
  if (workspace === undefined) throw new Failure(exitCodes.unreadable, `${timeline.label} holds no workspace in \`${root || '.'}\`. Merge it first, or name the branch with \`--ref\`.`);
  if (!isUnique(workspace.name)) throw new Failure(exitCodes.usage, 'A ledger bears the name of its workspace, and this one has none that is unique. Write `namespace` in `waymark.yaml`, such as `example.insurance`, and merge that.');
  return released(timeline, workspace);
}

/** The top of the repository that a ledger is compared with: its own, and for one from elsewhere that which the command runs in. */
export function repositoryComparedWith({ folder }: Pick<Console, 'folder'>, own: string): string | undefined {
  return topAround(own) ?? topAround(folder);
}

function rootIn(top: string, folder: string): string {
  return slashed(relative(top, folder));
}

/** Why a ledger is none of a workspace; `undefined` for one that bears a name which the branch has given to the workspace. */
export function whyOtherWorkspace(followed: Followed, ledger: string): string | undefined {
  const { timeline: { label }, workspace } = followed;
  if (workspace.wasCalled(ledger)) return undefined;
  const before = workspacesBefore(followed).find((each) => each.wasCalled(ledger));
  const from = before === undefined ? '' : ` Documents of this one stood in that one before, in \`${shown(before.root || '.')}\`: what was released there is told by that ledger.`;
  return `It is the ledger \`${shown(ledger)}\`, and this workspace is \`${shown(workspace.name)}\`, which ${label} never called so.${from}`;
}

/**
 * Compares a ledger with the branch of the repository that it lies in. A ledger from elsewhere, such as one of a bundle, is compared with the
 * repository that the command runs in, if that is the one it is of.
 *
 * @param path - The file of the ledger.
 * @returns `undefined` where there is nothing to compare with.
 */
export function comparedWithBranch(console: Console, path: string, entries: readonly LedgerEntry[], ref: string | undefined): BranchComparison | undefined {
  const own = dirname(path);
  const home = topAround(own);
  const top = repositoryComparedWith(console, own);
  if (top === undefined) return undefined;
  const timeline = readBranch(top, ref, console);
  const { label } = timeline;
  const place = home !== undefined && basename(path) === ledgerFile ? rootIn(home, own) : undefined;
  if (entries.length === 0) return emptyBeside(timeline, place);
  const name = entries[0]!.ledger;
  const workspace = workspaceOfLedger(timeline, name, place);
  if (workspace !== undefined) return { ...toldBeside({ timeline, workspace }, entries), ...ledgerNames({ timeline, workspace }, name), ...comparedWith(released(timeline, workspace), entries) };
  return home === undefined ? undefined : { label, agreed: 0, ...nothingTold, unread: [], doubled: [], records: [], misdated: [], unsealed: 0, problem: { line: 1, message: `${whyNoWorkspace(timeline, name, place)} Name its branch with \`--ref\`; without its repository, verify the file alone with \`--file-only\`.` } };
}

/** A ledger without an entry bears no name: it is of the workspace in whose folder it lies. */
function emptyBeside(timeline: Timeline, place: string | undefined): BranchComparison | undefined {
  const workspace = place === undefined ? undefined : workspaceIn(timeline, place);
  return workspace === undefined ? undefined : { ...toldBeside({ timeline, workspace }, []), ...comparedWith(released(timeline, workspace), []) };
}

/** What is to be known of a branch beside the entries of a ledger. */
export function toldBeside(followed: Followed, entries: readonly LedgerEntry[]): Pick<BranchComparison, 'label' | 'unread' | 'doubled' | 'records' | 'misdated'> {
  const { timeline: { label, misdated }, workspace } = followed;
  const named = new Set(entries.flatMap(({ approvals }) => approvals.map(({ record }) => record)));
  const records = workspace.specs.flatMap(({ coordinate, versions }) => {
    const record = coordinate.startsWith('record:') ? coordinate.slice('record:'.length) : undefined;
    const became = record === undefined || !named.has(record) ? undefined : recordFate(followed, versions);
    return became === undefined ? [] : [{ record: record!, became }];
  });
  return { label, unread: workspace.unread, doubled: workspace.specs.filter(({ doubled }) => doubled.length > 0), records, misdated };
}

/** The entries beside what was released. What does not fit because it was released in the folder that this one was copied from, or on a line that is not the branch's own any more, is told as that. */
export function comparedWith(governed: GovernedWorkspace, entries: readonly LedgerEntry[]): Compared {
  const compared = compareWithBranch(entries, governed.sealed, governed.timeline.label);
  if (compared.problem === undefined) return compared;
  const copied = whyCopied(governed, entries);
  const message = copied ?? whyOtherLine(governed, entries);
  return message === undefined ? compared : { ...compared, problem: { line: copied === undefined ? compared.problem.line : 1, message } };
}

/** A branch that is merged into another one and then set to that has the other one's first parents: what it released counts as merged at once. */
function whyOtherLine({ timeline }: GovernedWorkspace, entries: readonly LedgerEntry[]): string | undefined {
  const onBranch = new Set(timeline.moments.map(({ id }) => id));
  const stray = entries.find(({ commit }) => !onBranch.has(commit));
  const line = stray === undefined ? undefined : timeline.history.lineMergedWith(stray.commit);
  if (line === undefined) return undefined;
  const former = timelineOf(line.history);
  const isSealedThere = former.everywhere.some((each) => each.wasCalled(entries[0]!.ledger) && compareWithBranch(entries, released(former, each).sealed, former.label).problem === undefined);
  if (!isSealedThere) return undefined;
  const [old, merge, tip] = [former.tip.id, line.merge, timeline.tip.id].map((id) => id.slice(0, 12));
  return `Every entry says what was released by the first parents of ${old}, and that is not the line of ${timeline.label} any more: the merge ${merge} took it up as another parent. So it is where the branch is merged into another one and then set to that, as \`git pull\` and a push do beside commits of one's own. What it released one after the other then counts as merged at once. If ${old} was the governed branch, make it the first parent again, which takes nothing away: \`git switch --detach ${old}\`, \`git merge --no-ff ${tip}\`, and push that as the branch. If it was another branch, the ledger is of that one (\`--ref ${old}\`).`;
}

/** A folder that was copied has a past of its own from then on, also where the other one is deleted later: nothing merges two pasts. */
function whyCopied({ timeline, workspace }: GovernedWorkspace, entries: readonly LedgerEntry[]): string | undefined {
  const from = timeline.everywhere.find((each) => each.wasCalled(entries[0]!.ledger) && isCopyOf(workspace, each) && compareWithBranch(entries, released(timeline, each).sealed, timeline.label).problem === undefined);
  if (from === undefined) return undefined;
  const [here, there] = [workspace, from].map(({ root }) => `\`${shown(root || '.')}\``);
  const next = from.blobs.size > 0 ? `The ledger of ${there} lies there: delete this copy of it,` : 'Give it another name, such as `ledger-before.jsonl`, under which it is verified as before,';
  return `It is the ledger of the workspace in ${there} and says what was released there. ${here} was copied from it while that was still there, so it has a past of its own, as \`waymark history\` tells it. ${next} and \`waymark ledger seal\` begins a new one with everything that was released in ${here}.`;
}

/** Whether a document stood in one workspace, byte for byte, when it came to the other. */
function isCopyOf(workspace: WorkspaceTimeline, from: WorkspaceTimeline): boolean {
  const lines = new Map(from.specs.map((line) => [line.coordinate, line]));
  return workspace !== from && workspace.specs.some(({ coordinate, versions: [first] }) => {
    const before = lines.get(coordinate)?.versions.findLast(({ moment }) => moment.place < first!.moment.place);
    return before !== undefined && before.event !== 'gone' && before.blob === first!.blob;
  });
}

function whyNoWorkspace(timeline: Timeline, ledger: string, place: string | undefined): string {
  const here = place === undefined ? undefined : workspaceIn(timeline, place);
  const why = here === undefined ? undefined : whyOtherWorkspace({ timeline, workspace: here }, ledger);
  return why ?? `It is the ledger \`${shown(ledger)}\`, and ${timeline.label} has no workspace that is called so, or ever was.`;
}

/** All that a branch has released of a workspace. */
export function released(timeline: Timeline, workspace: WorkspaceTimeline): GovernedWorkspace {
  const followed = { timeline, workspace };
  const versions = releasedVersions(followed);
  return { ...followed, released: versions, sealed: versions.map((each) => sealedAs(followed, each)) };
}

function sealedAs(followed: Followed, version: ReleasedVersion): BranchVersion {
  const weighed = weighedOnce(followed, version);
  return { ...version, facts: judged(followed, version, runningJudge(tool.version)), ...(weighed === undefined ? {} : { weighedOnce: weighed }) };
}
