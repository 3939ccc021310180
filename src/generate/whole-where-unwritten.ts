import { groupBy } from '../base/groups.js';
import type { LossHere } from './target.js';

/** A document that no file says anything of is lost as a whole, for all its reasons. */
export function wholeWhereUnwritten(losses: readonly LossHere[], written: ReadonlySet<string>): readonly LossHere[] {
  return [...groupBy(losses, ({ subject }) => subject)].flatMap(([subject, own]) => (written.has(subject) ? own : [{ subject: own[0]!.subject, field: '', reason: [...new Set(own.map(({ reason }) => reason))].join(' ') }]));
}
