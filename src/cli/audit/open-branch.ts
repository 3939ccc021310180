import { posix } from 'node:path';
import { findSpec, type FollowedSpec } from '../../audit/find-spec.js';
import type { Followed } from '../../audit/past-workspace.js';
import type { Moment } from '../../audit/spec-timeline.js';
import { openTimeline, type Timeline } from '../../audit/timeline.js';
import { unreadBeside } from '../../audit/unread-files.js';
import type { PastResults } from '../../report/past/past-results.js';
import { allUnreadWords } from '../../report/past/unread-words.js';
import { submoduleHint } from '../../load/git/submodules.js';
import { listOf, quoted } from '../../base/words.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { tool } from '../tool.js';
import { specNotes } from './spec-notes.js';

/** Which branch is read, and which workspace of it. */
export interface BranchOptions {
  readonly ref?: string;
  readonly workspace?: string;
}

/** Reads a branch of the repository around a folder. */
export function readBranch(folder: string, ref: string | undefined, { today }: Pick<Console, 'today'>): Timeline {
  const timeline = openTimeline(folder, ref, today());
  if ('problem' in timeline) throw new Failure(exitCodes.unreadable, timeline.problem);
  return timeline;
}

/** Opens the governed branch, which has to hold a workspace: where somebody works, unless one is named. */
export function openBranch(console: Console, ref: string | undefined, isNamed = false): Timeline {
  const timeline = readBranch(console.folder, ref, console);
  const { everywhere, workspaces, label } = timeline;
  if (everywhere.length === 0) throw new Failure(exitCodes.unreadable, `No version of ${label} has a workspace: a folder with a \`waymark.yaml\`.${submoduleHint(console.folder)}`);
  if (workspaces.length === 0 && !isNamed) throw new Failure(exitCodes.unreadable, `${label} holds no workspace here or below: name one with \`--workspace\`. There is one in ${listOf(quoted(everywhere.map(shownRoot)))}, as it is called from the top.`);
  return timeline;
}

/** Finds the spec that is meant on a branch. */
export function specOnBranch(console: Pick<Console, 'warn'>, timeline: Timeline, id: string, workspace: string | undefined): FollowedSpec {
  const found = findSpec(timeline, id, workspace === undefined ? undefined : rootNamed(timeline, workspace));
  if ('problem' in found) throw new Failure(found.reason === 'ambiguous' ? exitCodes.usage : exitCodes.unreadable, [found.problem, ...(found.reason === 'unknown' ? allUnreadWords(timeline.workspaces.flatMap(({ unread }) => unread)) : [])].join(' '));
  for (const note of specNotes(found, id)) console.warn(`${note}\n`);
  return found;
}

/** The folder of a workspace from the top, by its name from where somebody works, or by that of a folder in which it once was. */
export function rootNamed({ history, everywhere, label }: Timeline, named: string): string {
  const root = posix.join(history.folder, named.replaceAll('\\', '/')).replace(/^\.?\/?$|\/$/g, '');
  const meant = everywhere.find((each) => each.root === root) ?? everywhere.findLast(({ roots }) => roots.includes(root));
  if (meant === undefined) throw new Failure(exitCodes.unreadable, `\`${named}\` is no workspace of ${label}: no version of it holds a \`waymark.yaml\` there.`);
  return meant.root;
}

/**
 * What every answer about a spec of the branch begins with.
 *
 * @param seen - The last commit that is known, where that is not all of the branch.
 */
export function pastHead(command: string, found: FollowedSpec, seen?: Moment): PastResults {
  const { timeline: { label, tip, misdated }, workspace, spec: { coordinate, doubled } } = found;
  return { tool, command, branch: { label, commit: tip.id }, root: shownRoot(workspace), misdated, unread: unreadBeside(found, seen), doubled: { coordinate, doubled: doubled.filter(({ from }) => seen === undefined || from.place <= seen.place) } };
}

/** The folder of a workspace as people are told of it. */
export function shownRoot({ root }: Followed['workspace']): string {
  return root === '' ? '.' : root;
}
