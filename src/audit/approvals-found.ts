import type { Approval, Record as Evidence, RecordType } from '../schema/kinds/record.js';
import { documentOf, type Followed } from './past-workspace.js';
import type { Moment, SpecVersion } from './spec-timeline.js';
import { setAt } from './version-changes.js';

/** An approval that a Record claims was given to a version. That somebody wrote it down is no proof: the code host knows who agreed. */
export interface ApprovalFound {
  /** Id of the Record. */
  readonly record: string;
  /** What the Record is evidence of. */
  readonly type: RecordType;
  /** The commit that brought the Record. */
  readonly moment: Moment;
  /** Whether the Record came with the version, or was filed before or afterwards. */
  readonly filed: 'with' | 'before' | 'after';
  readonly approval: Approval;
  /** Whether the digest in it is that of just the changes that came with the version. Absent where it names none. */
  readonly covers?: boolean;
}

/** Records in which somebody agrees to what they are about. An exception or a grant of access that somebody agrees to is none: it leaves the version as it is. */
const approving: readonly string[] = ['change', 'decision', 'agreement', 'review', 'attestation'] satisfies readonly RecordType[];

/**
 * The approvals of a version that Records claim: changes, decisions, agreements, reviews and attestations that name it, `motor-claim@2.3.0`. Whoever asks what was known at a commit is told of Records up to it.
 */
export function approvalsFound(followed: Followed, version: SpecVersion, seen?: Pick<Moment, 'place'>): readonly ApprovalFound[] {
  if (version.version === undefined) return [];
  const name = `${version.id}@${version.version}`;
  return recordsAbout(followed, name, seen).flatMap((record) => {
    const { approvals = [] } = documentOf(followed, record).value as unknown as Evidence;
    return approvals.map((approval) => found(followed, version, record, approval));
  });
}

/** Each Record as it was written first: whatever became of it later. */
function recordsAbout({ workspace }: Followed, name: string, seen: Pick<Moment, 'place'> | undefined): readonly SpecVersion[] {
  return workspace.specs.flatMap(({ versions }) => {
    const [first] = versions;
    const isKnown = first!.record !== undefined && (seen === undefined || first!.moment.place <= seen.place);
    return isKnown && approving.includes(first!.record!.type) && first!.record!.subject.includes(name) ? [first!] : [];
  });
}

function found(followed: Followed, version: SpecVersion, record: SpecVersion, approval: Approval): ApprovalFound {
  const [then, now] = [record.moment.place, version.moment.place];
  const covers = approval.set === undefined ? undefined : approval.set === setAt(followed, then);
  return { record: record.id, type: record.record!.type as RecordType, moment: record.moment, filed: then === now ? 'with' : then < now ? 'before' : 'after', approval, ...(covers === undefined ? {} : { covers }) };
}
