import type { Moment } from './spec-timeline.js';

/** A part of the branch in which several documents bore one id. The first of them counts. */
export interface Doubled {
  readonly from: Moment;
  /** The commit from which on it was otherwise; absent where it still is so. */
  readonly until?: Moment;
  /** The file of each, from the top of the repository; the first is that of the document that counts. */
  readonly files: readonly string[];
}

/**
 * What a commit makes of it.
 *
 * @param files - Those that hold such a document from the commit on.
 */
export function doubledAfter(all: readonly Doubled[], files: readonly string[], moment: Moment): readonly Doubled[] {
  const last = all.at(-1);
  const isOpen = last !== undefined && last.until === undefined;
  if (isOpen && last.files.join('\n') === files.join('\n')) return all;
  const closed = isOpen ? [...all.slice(0, -1), { ...last, until: moment }] : all;
  return files.length > 1 ? [...closed, { from: moment, files }] : closed;
}
