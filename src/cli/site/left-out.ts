import { groupBy } from '../../base/groups.js';
import type { Workspace } from '../../model/workspace.js';
import { accessIn } from '../../render/unread-documents.js';
import type { LeftOut } from '../../render/site/site-input.js';
import { fileOf, lineAddress } from '../../report/place.js';
import { unmadeProblems, unreadProblems } from '../unread-documents.js';

/** The files of a workspace of which something cannot be read, each with its first mistake. */
export function leftOutOf(workspace: Workspace, root: string): readonly LeftOut[] {
  const problems = groupBy([...unreadProblems(workspace), ...unmadeProblems(workspace)], (problem) => fileOf(problem, root));
  return [...problems].map(([file, [first, ...others]]) => ({
    place: first!.span === undefined ? file : lineAddress(first!.span),
    why: first!.message,
    more: others.length,
    access: accessIn(first!.span?.source.text ?? ''),
  }));
}
