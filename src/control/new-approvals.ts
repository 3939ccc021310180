import { loginKey } from './logins.js';
import { groupBy } from '../base/groups.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { levels } from '../diff/tally.js';
import type { Spec } from '../model/spec.js';
import type { Approval } from '../schema/kinds/record.js';
import type { Level } from '../schema/meanings.js';
import { agreementByRecords } from './agreement.js';
import { answersTo, type Answer } from './approvals.js';
import { approversFor } from './approvers.js';
import { coveredBy } from './change-set.js';
import { claimsOf } from './claims.js';
import type { Demand } from './demands.js';
import type { HostReport } from './host.js';
import { changeRecords, nameWithVersion } from './records.js';
import type { Review } from './review.js';
import { judgeOf, type Versions } from './versions.js';

/** Who wants to put an agreement on record. */
export interface Agreeing {
  /** As the host and the `handles` of the judging teams have it. */
  readonly login: string;
  /** The roles that are meant; empty for all that the person fills. */
  readonly roles: readonly string[];
  /** A day or an instant: when it was agreed to. */
  readonly at: string;
  /** Where the host knows of it. */
  readonly host?: Pick<HostReport, 'host' | 'repository'>;
}

/** What somebody agrees to in one document, for a Record of type `change`. */
export interface NewApprovals {
  readonly subject: Coordinate;
  /** `motor-claim@2.3.0`, with the version that the document has once it is raised as far as it has to be. */
  readonly name: string;
  /** The new Record that names it already; absent where one has to be written. */
  readonly record: Spec<'Record'> | undefined;
  /** What such a Record says, as far as it follows from the change. */
  readonly header: RecordHeader;
  readonly changes: Demand['changes'];
  readonly approvals: readonly Approval[];
}

/** What follows from a change for the Record about it. */
export interface RecordHeader {
  readonly by: string;
  /** The most harmful first. */
  readonly levels: readonly Level[];
  readonly regulated: boolean;
  /** The day from which on the document says that it holds; absent for a draft. */
  readonly from: string | undefined;
}

/** Roles in which a person is asked to agree: those that he or she fills or stands in for. Of peers, a role of the person's own. */
export function rolesAsked(versions: Versions, { answers }: Pick<Review, 'answers'>, login: string): readonly string[] {
  return [...new Set(answers.flatMap(({ demand }) => seatsOf(versions, demand, login).map(({ role }) => role)))].sort(compareText);
}

/**
 * What somebody's agreement to a change comes to on record: for each document one approval in every role in which he or she is asked, with
 * the digest of the whole set. What stands there already for this set is left out.
 */
export function newApprovals(versions: Versions, review: Pick<Review, 'answers' | 'bumps' | 'claims' | 'set'>, agreeing: Agreeing): readonly NewApprovals[] {
  const byDocument = groupBy(review.answers.filter(({ state }) => state !== 'met' || agreeing.host !== undefined), ({ demand: { subject } }) => subject);
  return [...byDocument].flatMap(([subject, own]) => {
    const spec = versions.after.specAt(subject) ?? versions.before.specAt(subject);
    return spec === undefined ? [] : approvalsIn(versions, review, agreeing, spec, own.map(({ demand }) => demand));
  });
}

function approvalsIn(versions: Versions, review: Pick<Review, 'bumps' | 'claims' | 'set'>, agreeing: Agreeing, spec: Spec, demands: readonly Demand[]): readonly NewApprovals[] {
  const { login, roles } = agreeing;
  const name = nameWithVersion(spec, review.bumps);
  const isOnRecord = ({ role, person }: Seat): boolean => review.claims.some(({ isCurrent, record, approval }) => isCurrent && record.value.subject.includes(name) && approval.role === role && approval.person === person);
  const seats = new Map(demands.flatMap((demand) => seatsOf(versions, demand, login)).map((seat) => [seat.role, seat] as const));
  const meant = [...seats.values()].filter((seat) => (roles.length === 0 || roles.includes(seat.role)) && !isOnRecord(seat));
  if (meant.length === 0) return [];
  const changes = [...new Set(demands.flatMap((demand) => demand.changes))];
  const approvals = meant.map((seat) => approvalOf(seat, agreeing, review.set, changes));
  return [{ subject: spec.coordinate, name, record: changeRecords(versions, spec, review.bumps)[0], header: headerOf(versions, spec, changes, meant[0]!.role), changes, approvals }];
}

function approvalOf({ role, person }: Seat, { at, host }: Agreeing, set: string, changes: Demand['changes']): Approval {
  const fingerprints = coveredBy(changes).map(({ fingerprint }) => `sha256:${fingerprint}`);
  return { role, person, ...(host === undefined ? {} : { host: host.host, repository: host.repository }), set, ...(fingerprints.length === 0 ? {} : { fingerprints }), at };
}

/** A Record is by the owner of what changes, and where nobody owns it, by whoever agrees. */
function headerOf(versions: Versions, spec: Spec, changes: Demand['changes'], role: string): RecordHeader {
  const covered = coveredBy(changes);
  const own = covered.length === 0 ? changes : covered;
  const effective = 'effective' in spec.value ? spec.value.effective : undefined;
  return {
    by: approversFor(versions, 'journey-owner', spec.coordinate, [])[0]?.role ?? role,
    levels: levels.filter((level) => own.some((change) => change.level === level)),
    regulated: own.some(({ regulated }) => regulated),
    from: effective?.from,
  };
}

/** A role with the person in it, by the id in the team. */
interface Seat {
  readonly role: string;
  readonly person: string;
}

function seatsOf(versions: Versions, { approver, approvers }: Demand, login: string): readonly Seat[] {
  if (approver === 'peer') return ownSeats(versions, login).slice(0, 1);
  return approvers.flatMap(({ role, people }) => people.filter(({ handles }) => isOneOf(handles, login)).slice(0, 1).map(({ id }) => ({ role, person: id.slice(id.indexOf('/') + 1) })));
}

/** Roles that are given to the person, in the teams that judge. */
function ownSeats(versions: Versions, login: string): readonly Seat[] {
  return judgeOf(versions).all('Team').flatMap(({ id, value: { people = [], roles = [] } }) => {
    const own = people.filter(({ handles = [] }) => isOneOf(handles, login)).map((person) => person.id);
    return roles.flatMap((role) => (role.person !== undefined && own.includes(role.person) ? [{ role: `${id}#${role.id}`, person: role.person }] : []));
  });
}

function isOneOf(handles: readonly string[], login: string): boolean {
  return handles.some((handle) => loginKey(handle) === loginKey(login));
}

/**
 * What is still open once the Records of a version are believed and the host has been heard: who else has to agree.
 *
 * @param versions - With the Records that were just written.
 */
export function stillOpen(versions: Versions, { answers, set }: Pick<Review, 'answers' | 'set'>): readonly Answer[] {
  const open = answers.filter(({ state }) => state !== 'met').map(({ demand }) => demand);
  return answersTo(open, agreementByRecords(versions, claimsOf(versions, set))).filter(({ state }) => state !== 'met');
}
