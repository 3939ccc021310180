import type { Change } from '../diff/change.js';
import { documentPartOf } from '../model/spec.js';

/**
 * True for what follows in one document from changes of others, such as a proof that is lost because a calendar has other hours. The
 * owners are asked; the document itself says what it said, so it needs no version, no day and no Record of its own.
 */
export function isConsequence({ subject, because }: Change): boolean {
  return because !== undefined && because.every((cause) => documentPartOf(cause) !== documentPartOf(subject));
}
