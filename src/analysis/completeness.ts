import type { KindName } from '../schema/generated/language-table.js';
import type { Workspace } from '../model/workspace.js';

/** True when no document that may be of this kind failed to be read, so that what is not there is really missing. */
export function isReadWhole(workspace: Workspace, ...kinds: readonly KindName[]): boolean {
  return workspace.documents.every(({ problems, kind }) => problems.length === 0 || (kind !== undefined && !kinds.includes(kind)));
}
