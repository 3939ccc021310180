import { firstDay, versionName } from '../../audit/in-force.js';
import type { Timeline } from '../../audit/timeline.js';
import { knownUntil, workspaceInForce, type WorkspaceInForce } from '../../audit/workspace-in-force.js';
import { count, listOf } from '../../base/words.js';
import type { Workspace } from '../../model/workspace.js';
import { aheadWords, misdatedWords } from '../../report/past/past-words.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { dayAsked, type PastOptions } from '../past-options.js';
import { openBranch, rootNamed, shownRoot } from './open-branch.js';

/**
 * Every workspace of the branch, or those that are named, as it was in force. What is not in it is said beside the output.
 *
 * @param asked - The id of a document that is asked about, if one is. One that begins later is refused with its first day.
 */
export function openInForce(console: Console, options: PastOptions, asked?: string): readonly { readonly root: string; readonly workspace: Workspace }[] {
  const { recordedBy, ref, workspace: named } = options;
  const timeline = openBranch(console, ref, named !== undefined);
  const asOf = dayAsked(console, options);
  const roots = named?.map((each) => rootNamed(timeline, each));
  const meant = roots === undefined ? timeline.workspaces : timeline.everywhere.filter(({ root }) => roots.includes(root));
  const opened = meant.flatMap((workspace) => {
    const then = workspaceInForce({ timeline, workspace }, { asOf, ...(recordedBy === undefined ? {} : { recordedBy }) });
    return then === undefined ? [] : [{ root: shownRoot(workspace), then }];
  });
  if (opened.length === 0) throw new Failure(exitCodes.unreadable, `${timeline.label} held no workspace by the end of ${recordedBy ?? asOf}.`);
  for (const { then } of opened) console.warn(`${readWords(timeline, asOf, recordedBy, then)}${missingWords(then)}\n`);
  if (timeline.misdated.length > 0) console.warn(`${misdatedWords(timeline.misdated)}\n`);
  if (asked !== undefined) refuseLater(opened.map(({ then }) => then), asked, asOf);
  return opened.map(({ root, then }) => ({ root, workspace: then.workspace }));
}

/** By which commit it is answered, and whether more may be merged until that day. */
function readWords(timeline: Timeline, asOf: string, recordedBy: string | undefined, { seen }: WorkspaceInForce): string {
  const ahead = aheadWords(asOf, seen, knownUntil(timeline, recordedBy, seen));
  return `Read from ${timeline.label}: what ${ahead === '' ? 'was' : 'would be'} in force on ${asOf}, by its commit ${seen.id.slice(0, 12)} of ${seen.recorded}.${ahead === '' ? '' : ` ${ahead}`}`;
}

const mostNamed = 5;

/** What does not hold yet is known by name only. */
function missingWords({ later }: WorkspaceInForce): string {
  if (later.size === 0) return '';
  const named = [...later].slice(0, mostNamed).map(([coordinate, version]) => `${coordinate} (from ${firstDay(version)})`);
  return ` Announced, but not in force yet: ${listOf(later.size > mostNamed ? [...named, count(later.size - mostNamed, 'more document')] : named)}.`;
}

function refuseLater(opened: readonly WorkspaceInForce[], asked: string, asOf: string): void {
  const isMeant = (coordinate: string): boolean => coordinate === asked || coordinate.slice(coordinate.indexOf(':') + 1) === asked;
  if (opened.some(({ versions }) => [...versions.keys()].some(isMeant))) return;
  const found = opened.flatMap(({ later }) => [...later]).find(([coordinate, version]) => isMeant(coordinate) || isMeant(version.coordinate));
  if (found === undefined) return;
  const [coordinate, version] = found;
  throw new Failure(exitCodes.unreadable, `${coordinate} (${version.title}): nothing was in force on ${asOf}. It is not in force until ${firstDay(version)}, when version ${versionName(version)} begins.`);
}
