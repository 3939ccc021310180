import type { Record as Evidence, RecordType } from '../schema/kinds/record.js';
import { claimsOf, recordsNaming } from './approvals-found.js';
import { documentOf, type Followed } from './past-workspace.js';
import { recordFate, type RecordFate } from './record-fate.js';
import type { Moment, SpecVersion } from './spec-timeline.js';

/** A Record about a version in which somebody may have agreed to it in words, and that names nobody under `approvals`. */
export interface UnsignedRecord {
  readonly record: string;
  readonly type: RecordType;
  /** The commit that filed it. */
  readonly moment: Moment;
  /** That the Record is not any more what it was when it was merged; absent while it is. */
  readonly became?: RecordFate;
}

/** Records of a type in which somebody agrees, filed for a version, that never named an approval. No approval follows from them; whoever looks for one may read them. */
export function unsignedRecords(followed: Followed, version: SpecVersion, seen?: Pick<Moment, 'place'>): readonly UnsignedRecord[] {
  if (version.version === undefined) return [];
  const name = `${version.id}@${version.version}`;
  const isSigned = (record: SpecVersion): boolean => (documentOf(followed, record).value as unknown as Evidence).approvals !== undefined;
  return recordsNaming(followed, version, seen, (known) => (claimsOf(known[0], name) && !known.some(isSigned) ? known[0].moment : undefined)).map((known): UnsignedRecord => {
    const [{ id, record, moment }, became] = [known[0], recordFate(followed, known)];
    return { record: id, type: record!.type as RecordType, moment, ...(became === undefined ? {} : { became }) };
  });
}
