import { posix } from 'node:path';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { handedFrom, handedTo } from '../../audit/handovers.js';
import type { Followed } from '../../audit/past-workspace.js';
import type { Moment } from '../../audit/spec-timeline.js';
import type { WorkspaceTimeline } from '../../audit/workspace-timeline.js';
import { listOf, shown } from '../../base/words.js';
import { doubledWords } from '../../report/past/doubled-words.js';

/** What whoever asks by an id has to know before the answer, because it is not of all that had the id. */
export function specNotes(found: FollowedSpec, id: string): readonly string[] {
  const namesake = namesakeNote(found);
  return [...(namesake === '' ? handoverNotes(found) : [namesake]), reusedNote(found, id), ...doubledWords(found.spec)].filter((note) => note !== '');
}

/** Whoever asks by an id about a day on which another document had it is not told of that one, and does not know it. */
function reusedNote({ workspace, spec }: FollowedSpec, id: string): string {
  const others = workspace.specs.filter((each) => each !== spec && each.coordinate !== spec.coordinate && each.versions.some(({ coordinate }) => coordinate === spec.coordinate));
  if (others.length === 0) return '';
  const told = others.map(({ coordinate, versions }) => `\`${coordinate}\` until it was renamed on ${versions[versions.findLastIndex((each) => each.coordinate === spec.coordinate) + 1]!.moment.recorded}`);
  return `What follows is of the document that was called \`${shown(id)}\` last. Another one was called so before: ${listOf(told)}. Ask for that one by the id that it has now.`;
}

/** A workspace that was copied to another folder before the old one was deleted has a past in both, and each is told by itself. */
function namesakeNote({ timeline, workspace }: Followed): string {
  const isThere = workspace.blobs.size > 0;
  const other = timeline.everywhere.findLast((each) => each !== workspace && each.name === workspace.name && each.name.includes('/') && each.blobs.size > 0 !== isThere);
  if (other === undefined) return '';
  const [here, there] = [workspace, other].map(folderOf);
  if (isThere) return `What follows begins with the folder ${here}. Until it was deleted there, a workspace of the same name stood in ${there}: \`--workspace\` with that folder tells of it.`;
  return `What follows ends with the folder ${here}, which was deleted. A workspace of the same name stands in ${there} now: \`--workspace\` with that folder tells of it.`;
}

function folderOf({ root }: WorkspaceTimeline): string {
  return `\`${shown(root || '.')}\``;
}

/** A document that went from one workspace to another has a past in both as well. */
function handoverNotes(found: FollowedSpec): readonly string[] {
  const { spec, workspace } = found;
  const [before, after] = [handedFrom(found), handedTo(found)];
  const from = before === undefined ? [] : [`What follows begins on ${day(spec.versions[0]!.moment)}, in the workspace ${named(workspace)}. Until ${day(before.moment)} \`${spec.coordinate}\` stood in the workspace ${named(before.workspace)}: ${howToAsk(found, before.workspace)} tells of it.`];
  const to = after === undefined ? [] : [`What follows ends on ${day(after.moment)}, in the workspace ${named(workspace)}. \`${spec.coordinate}\` stands in the workspace ${named(after.workspace)} now: ${howToAsk(found, after.workspace)} tells of it.`];
  return [...from, ...to];
}

function named(workspace: WorkspaceTimeline): string {
  return `\`${shown(workspace.name)}\` (${folderOf(workspace)})`;
}

function day({ recorded, id }: Moment): string {
  return `${recorded} (${id.slice(0, 12)})`;
}

/** As it is named from where somebody works. */
function howToAsk({ timeline: { history } }: Followed, { root }: WorkspaceTimeline): string {
  return `\`--workspace ${shown(posix.relative(history.folder, root) || '.')}\``;
}
