import { groupBy } from '../../base/groups.js';
import type { Workspace } from '../../model/workspace.js';
import { audiences, type Audience } from '../../render/audiences.js';
import type { LeftOut } from '../../render/site/site-input.js';
import { fileOf, lineAddress } from '../../report/place.js';
import { unmadeVariants, unreadProblems } from '../unread-documents.js';

/** The files of a workspace of which something cannot be read, each with its first mistake. */
export function leftOutOf(workspace: Workspace, root: string): readonly LeftOut[] {
  const problems = groupBy([...unreadProblems(workspace), ...unmadeVariants(workspace)], (problem) => fileOf(problem, root));
  return [...problems].map(([file, [first, ...others]]) => ({
    place: first!.span === undefined ? file : lineAddress(first!.span),
    why: first!.message,
    more: others.length,
    access: accessIn(first!.span?.source.text ?? ''),
  }));
}

/** The narrowest circle that the text names. What cannot be read has no fields, so its words are searched. */
export function accessIn(text: string): Audience {
  const named = [...text.matchAll(/\baccess["']?\s*:\s*["']?(?<circle>[a-z]+)/g)].map(({ groups }) => audiences.indexOf(groups!['circle'] as Audience));
  return audiences[Math.max(audiences.indexOf('internal'), ...named)]!;
}
