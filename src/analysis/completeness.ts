import { onceFor } from '../base/remembering.js';
import type { Document } from '../load/document.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Workspace } from '../model/workspace.js';

/** True when no document that may be of this kind failed to be read, so that what is not there is really missing. */
export function isReadWhole(workspace: Workspace, ...kinds: readonly KindName[]): boolean {
  return unread(workspace, kinds).length === 0;
}

/** True when a document that may be of this kind failed to be read and names one of these, so that it may say what is not there. */
export function mayTellOf(workspace: Workspace, kind: KindName, names: readonly string[]): boolean {
  return unread(workspace, [kind]).some((document) => names.some((name) => wordsIn(document).has(name)));
}

const wordsIn = onceFor(({ source, span }: Document): ReadonlySet<string> => new Set(source.text.slice(span.start, span.end).match(/[A-Za-z0-9][A-Za-z0-9-]*/g)));

/** True when one of the teams may stand in a document that failed to be read, so that nothing is known of it. */
export function hasUnreadTeam(workspace: Workspace, teams: Iterable<string>): boolean {
  for (const id of teams) if (workspace.find('Team', id) === undefined && workspace.perhapsDeclared(id)) return true;
  return false;
}

function unread(workspace: Workspace, kinds: readonly KindName[]): readonly Document[] {
  return brokenDocuments(workspace).filter(({ kind }) => kind === undefined || kinds.includes(kind));
}

const brokenDocuments = onceFor(({ documents }: Workspace) => documents.filter(({ problems }) => problems.length > 0));
