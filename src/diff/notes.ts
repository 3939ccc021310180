import type { Change } from './change.js';
import { writtenKinds } from './kinds/index.js';

const notes: ReadonlySet<string> = new Set(writtenKinds.filter((kind) => kind.isNote === true).map(({ id }) => id));

/** True for a change that only tells what others come to. They are judged by themselves, so it asks for nothing. */
export function isNote({ kind }: Pick<Change, 'kind'>): boolean {
  return notes.has(kind);
}
