import type { Record as Evidence } from '../schema/kinds/record.js';
import { claimsOf, recordsNaming, type RecordKnown } from './approvals-found.js';
import { documentOf, type Followed } from './past-workspace.js';
import type { Moment, SpecVersion } from './spec-timeline.js';

/** A Record that says by now that somebody agreed to a version, and is no approval of it, because it did not say so when it was filed. */
export interface DisregardedRecord {
  readonly record: string;
  /** The commit that filed it. */
  readonly filed: Moment;
  /** The commit since which it says that somebody agreed to the version. */
  readonly since: Moment;
  /** True where it was gone in between: another one was filed under its id. */
  readonly isAnother: boolean;
}

/**
 * Records that seem to be approvals of a version and do not count. What counts is what a Record said when it was merged, so neither does one that was written
 * anew, nor one that was filed under the id of another one that is gone.
 */
export function disregardedRecords(followed: Followed, version: SpecVersion, seen?: Pick<Moment, 'place'>): readonly DisregardedRecord[] {
  if (version.version === undefined) return [];
  const name = `${version.id}@${version.version}`;
  return recordsNaming(followed, version, seen, (known) => sinceWhen(followed, known, name)?.moment).map((known) => {
    const [first, ...later] = known;
    const since = sinceWhen(followed, known, name)!;
    return { record: since.id, filed: first.moment, since: since.moment, isAnother: later.some(({ event, moment }) => event === 'gone' && moment.place < since.moment.place) };
  });
}

/** From which of its versions on a Record says that somebody agreed; `undefined` where it does not say so by now, or did from the first on. */
function sinceWhen(followed: Followed, known: RecordKnown, name: string): SpecVersion | undefined {
  const agrees = (version: SpecVersion): boolean => claimsOf(version, name) && (documentOf(followed, version).value as unknown as Evidence).approvals !== undefined;
  const isHeld = ({ event }: SpecVersion): boolean => event !== 'gone' && event !== 'unreadable';
  const from = known.findLastIndex((version) => !isHeld(version) || !agrees(version)) + 1;
  return agrees(known[0]) ? undefined : known[from];
}
