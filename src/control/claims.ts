import { actingIn } from '../analysis/roles.js';
import type { Approval } from '../schema/kinds/record.js';
import type { Spec } from '../model/spec.js';
import { newRecords } from './records.js';
import { judgeOf, type Versions } from './versions.js';

/** An approval that a new Record claims to have been given. */
export interface Claim {
  readonly record: Spec<'Record'>;
  readonly approval: Approval;
  /** Logins of the person whom it names, as the judging teams have them; empty where they do not know that person in that team. */
  readonly handles: readonly string[];
  /** True where it was given to just this set of changes and verdicts. */
  readonly isCurrent: boolean;
}

/** Approvals in new Records about changes. */
export function claimsOf(versions: Versions, set: string): readonly Claim[] {
  return newRecords(versions).filter(({ value }) => value.type === 'change').flatMap((record) => (record.value.approvals ?? []).map((approval) => ({ record, approval, handles: handlesOf(versions, approval), isCurrent: approval.set === set })));
}

/**
 * Logins of the person whom an approval names. It has to be somebody who fills the role or stands in, or one of its team: that somebody
 * writes a name proves little, and a name of nobody proves nothing.
 */
export function handlesOf(versions: Versions, { role, person }: Approval): readonly string[] {
  const judge = judgeOf(versions);
  const acting = actingIn(judge, role).map((each) => each.person);
  const known = [...acting, ...(judge.find('Team', role.split('#')[0]!)?.value.people ?? [])];
  return (person === undefined ? acting[0] : known.find(({ id }) => id === person))?.handles ?? [];
}
