import type { Coordinate } from '../base/diagnostic.js';
import type { Approval, Record as Evidence, RecordType } from '../schema/kinds/record.js';
import { documentOf, type Followed } from './past-workspace.js';
import { recordFate, type RecordFate } from './record-fate.js';
import { isSameContent } from './same-content.js';
import { isOnlyMoved, withBeside, type Moment, type SpecTimeline, type SpecVersion } from './spec-timeline.js';
import { setAt } from './version-changes.js';

/** An approval that a Record claims was given to a version. That somebody wrote it down is no proof: the code host knows who agreed. */
export interface ApprovalFound {
  /** Id of the Record. */
  readonly record: string;
  /** What the Record is evidence of. */
  readonly type: RecordType;
  /** The commit that brought the Record. */
  readonly moment: Moment;
  /** Whether the Record came with what the version says, or was filed before or afterwards. */
  readonly filed: 'with' | 'before' | 'after';
  readonly approval: Approval;
  /**
   * What the Record may mean by the id and the number that it names: one document, unless several kinds shared both when it was filed. A Record does
   * not say the kind, so nobody can tell then which of them was meant.
   */
  readonly names: readonly Coordinate[];
  /** Whether the digest in it is that of just the changes that came with the version. Absent where it names none. */
  readonly covers?: boolean;
  /** That the Record is not any more what it was when it was merged, and says here what it said then; absent while it is. */
  readonly became?: RecordFate;
}

/** Records in which somebody agrees to what they are about. An exception or a grant of access that somebody agrees to is none: it leaves the version as it is. */
const approving: readonly string[] = ['change', 'decision', 'agreement', 'review', 'attestation'] satisfies readonly RecordType[];

/**
 * The approvals of a version that Records claim: changes, decisions, agreements, reviews and attestations that name it, `motor-claim@2.3.0`. Whoever
 * agreed to a version has not agreed to what became of it later under the same number, so a Record counts for what stood under the number when it was filed; one
 * that was filed before anything did counts for what stood there first. Where documents of several kinds share an id, it counts for those that had the number when it
 * was filed, and each is told that the others may be meant. Whoever asks what was known at a commit is told of Records up to it.
 */
export function approvalsFound(followed: Followed, version: SpecVersion, seen?: Pick<Moment, 'place'>): readonly ApprovalFound[] {
  if (version.version === undefined) return [];
  const name = `${version.id}@${version.version}`;
  return recordsNaming(followed, version, seen, ([first]) => (claimsOf(first, name) ? first.moment : undefined)).flatMap(([record, ...later]) => {
    const meant = numberedAt(followed, record.moment, version);
    const { approvals = [] } = documentOf(followed, record).value as unknown as Evidence;
    const became = recordFate(followed, [record, ...later]);
    return approvals.map((approval) => found(followed, version, record, { approval, names: meant.size === 0 ? [version.coordinate] : [...meant.values()], ...(became === undefined ? {} : { became }) }));
  });
}

/**
 * Records that mean just what a version says by its number.
 *
 * @param named - The commit with which a Record began to name it; `undefined` for one that does not.
 */
export function recordsNaming(followed: Followed, version: SpecVersion, seen: Pick<Moment, 'place'> | undefined, named: (known: RecordKnown) => Moment | undefined): readonly RecordKnown[] {
  const records = recordsKnown(followed, seen).flatMap((known) => {
    const moment = named(known);
    return moment === undefined ? [] : [{ known, moment }];
  });
  const [from, until] = records.length === 0 ? [0, 0] : span(followed, version);
  return records.filter(({ moment }) => from <= moment.place && moment.place < until && isMeant(followed, version, moment)).map(({ known }) => known);
}

function isMeant(followed: Followed, version: SpecVersion, moment: Moment): boolean {
  const meant = numberedAt(followed, moment, version);
  return meant.size === 0 || meant.has(lineOf(followed, version));
}

/** Every document and entry of a Directory that had an id and a number at a commit, with what it was called. A document that was given the id of another one later is not that one. */
function numberedAt({ workspace }: Followed, { place }: Moment, { id, version: number }: SpecVersion): ReadonlyMap<SpecTimeline | undefined, Coordinate> {
  const numbered = workspace.specs.flatMap((line) => {
    if (line.versions.every((each) => each.id !== id)) return [];
    const last = line.versions.findLast(({ moment }) => moment.place <= place);
    return last === undefined || last.event === 'gone' || last.id !== id || last.version !== number ? [] : [[line, last.coordinate] as const];
  });
  return new Map(numbered);
}

function lineOf({ workspace }: Followed, { moment, coordinate }: SpecVersion): SpecTimeline | undefined {
  return workspace.specs.find(({ versions }) => versions.some((each) => each.moment === moment && each.coordinate === coordinate));
}

/** A Record as it was written first, and what became of it later. */
export type RecordKnown = readonly [first: SpecVersion, ...later: readonly SpecVersion[]];

function recordsKnown({ workspace }: Followed, seen: Pick<Moment, 'place'> | undefined): readonly RecordKnown[] {
  return workspace.specs.flatMap(({ versions }) => {
    const [first, ...later] = versions.filter(({ moment }) => seen === undefined || moment.place <= seen.place);
    return first?.record === undefined ? [] : [[first, ...later] as const];
  });
}

/** Whether a version of a Record is of a type in which somebody agrees, and names something. */
export function claimsOf({ record }: SpecVersion, name: string): boolean {
  return record !== undefined && approving.includes(record.type) && record.subject.includes(name);
}

/** From which place of the branch on, and before which, a Record that names the number means what the version says. */
function span(followed: Followed, version: SpecVersion): readonly [from: number, until: number] {
  const own = sameNumber(followed, version);
  const at = own.includes(version) ? own.indexOf(version) : own.findIndex(({ moment }) => moment === version.moment);
  const from = own.findLastIndex((each, place) => place > 0 && place <= at && isOther(followed, own[place - 1]!, each));
  const until = own.findIndex((each, place) => place > Math.max(at, 0) && isOther(followed, own[place - 1]!, each));
  return [from < 0 ? 0 : own[from]!.moment.place, until < 0 ? Infinity : own[until]!.moment.place];
}

/** All that stood under the number of a version. A draft binds nobody, so what was agreed to while there was nothing else counts for what is released first. */
function sameNumber(followed: Followed, of: SpecVersion): readonly SpecVersion[] {
  const { coordinate, version, status } = of;
  const own = withBeside(lineOf(followed, of)?.versions ?? []).filter((each) => each.coordinate === coordinate && each.version === version && each.event !== 'unreadable' && each.event !== 'gone');
  return status === 'draft' ? own : own.filter((each) => each.status !== 'draft');
}

function isOther(followed: Followed, before: SpecVersion, after: SpecVersion): boolean {
  return !isOnlyMoved(after) && !isSameContent(followed, before, after);
}

function found(followed: Followed, version: SpecVersion, record: SpecVersion, claim: Pick<ApprovalFound, 'approval' | 'names' | 'became'>): ApprovalFound {
  const { approval } = claim;
  const [then, now] = [record.moment.place, version.brought.place];
  const covers = approval.set === undefined ? undefined : approval.set === setAt(followed, then);
  return { record: record.id, type: record.record!.type as RecordType, moment: record.moment, filed: then === now ? 'with' : then < now ? 'before' : 'after', ...claim, ...(covers === undefined ? {} : { covers }) };
}
