import type { Approver } from '../analysis/approvers.js';
import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Change } from '../diff/change.js';
import { diff } from '../diff/diff.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Agreement } from './agreement.js';
import { answersTo, type Answer } from './approvals.js';
import { bumps, type Bump } from './bumps.js';
import { coveredBy } from './change-set.js';
import { handlesOf } from './claims.js';
import { demands, type Demand } from './demands.js';
import { weighedBy } from './levels.js';
import type { Review } from './review.js';
import { judgeOf, type Versions } from './versions.js';

/** Where the range begins in which everything is weighed at once. */
export interface RangeStart {
  readonly workspace: Workspace;
  /**
   * - `release`: a release that somebody named;
   * - `seal`: what the ledger on the branch sealed last;
   * - `first-active`: each document as it was when it was first active.
   */
  readonly is: 'release' | 'seal' | 'first-active';
  /** The documents whose range begins here; absent where all do. */
  readonly of?: ReadonlySet<Coordinate>;
}

/** What everything since a release means together, as far as it is about documents that the change at hand touches. */
export interface Accumulated {
  readonly start: RangeStart;
  /** Who has to agree to all of it and has not, beyond whom the change at hand asks by itself. */
  readonly answers: readonly Answer[];
  /** Versions that have been raised too little for all of it, though each change by itself is content with them. */
  readonly bumps: readonly Bump[];
}

/**
 * Weighs everything since a release at once, so that cutting a change into slices gains nothing. A role is content where every Record about
 * a document's changes since then carries its agreement, up to the version on the branch, or where it agrees to this change.
 *
 * @param versions - Of the change at hand.
 * @param start - The workspace as it was released.
 * @param today - The day of the review.
 * @param agreement - Who agrees to the change at hand; absent where nobody knows.
 */
export function accumulated(versions: Versions, start: RangeStart, today: CalendarDay, { changes, answers, bumps: own }: Pick<Review, 'changes' | 'answers' | 'bumps'>, agreement: Agreement | undefined): Accumulated {
  const { workspace: since, of: touched = touchedBy(changes) } = start;
  const judge = judgeOf(versions);
  const whole: Versions = { before: since, after: versions.after, judge };
  const net = weighedBy(judge, diff(since, versions.after, { today }));
  const asked = demands(whole, net).filter(({ subject }) => touched.has(subject));
  return {
    start,
    answers: asked.flatMap((demand) => openPart(versions, since, demand, answers, agreement)),
    bumps: bumps(since, versions.after, net, judge).filter(({ subject, verdict }) => verdict === 'too-low' && touchesVersionOf(versions, touched, subject) && own.every((each) => each.subject !== subject || each.verdict !== 'too-low')),
  };
}

/** Documents, and entries of Directories, that some changes touch by more than words. */
export function touchedBy(changes: readonly Change[]): ReadonlySet<Coordinate> {
  return new Set(coveredBy(changes).map(({ subject }) => documentPartOf(subject)));
}

/** An entry of a Directory is raised with the Directory. */
function touchesVersionOf({ after }: Versions, touched: ReadonlySet<Coordinate>, subject: Coordinate): boolean {
  return [...touched].some((each) => each === subject || after.specAt(each)?.directory?.coordinate === subject);
}

/** What the change at hand asks for already is told with it, and what peers may do is asked of each change. */
function openPart(versions: Versions, since: Workspace, demand: Demand, own: readonly Answer[], agreement: Agreement | undefined): readonly Answer[] {
  if (demand.approver === 'peer') return [];
  const isAskedAlready = ({ role }: Approver): boolean => own.some((answer) => answer.demand.subject === demand.subject && answer.demand.count === undefined && answer.demand.approvers.some((each) => each.role === role));
  const settled = demand.approvers.filter((approver) => isAskedAlready(approver) || isOnEveryRecord(versions, since, demand.subject, approver));
  if (demand.approvers.length > 0 && settled.length >= (demand.count ?? demand.approvers.length)) return [];
  const rest = { ...demand, approvers: demand.approvers.filter((each) => !settled.includes(each)), ...(demand.count === undefined ? {} : { count: demand.count - settled.length }) };
  if (rest.approvers.length === 0 && own.some((answer) => answer.demand.subject === demand.subject && answer.demand.approver === demand.approver)) return [];
  return answersTo([rest], agreement).filter(({ state }) => state !== 'met');
}

/** Of changes that nobody put on record it is not known who agreed, and of an approval that names no set not to what. */
function isOnEveryRecord(versions: Versions, since: Workspace, subject: Coordinate, { role }: Approver): boolean {
  const spec = versions.before.specAt(subject);
  if (spec === undefined) return false;
  const records = mergedRecords(versions, since, spec);
  const isCovered = records.some(({ value }) => value.subject.includes(`${spec.id}@${versionOf(spec)}`));
  return isCovered && records.every(({ value }) => (value.approvals ?? []).some((approval) => approval.role === role && approval.set !== undefined && handlesOf(versions, approval).length > 0));
}

/** Records about changes of a document that came after the release, and stand on the branch. */
function mergedRecords({ before }: Versions, since: Workspace, { id }: Spec): readonly Spec<'Record'>[] {
  return before.all('Record').filter((record) => record.value.type === 'change' && since.find('Record', record.id) === undefined && record.value.subject.some((name) => name.startsWith(`${id}@`)));
}

function versionOf({ value }: Spec): string {
  return 'version' in value ? value.version : '';
}
