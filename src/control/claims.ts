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

/** The person has to be one of the role's team: that somebody writes a name proves little, and a name of nobody proves nothing. */
function handlesOf(versions: Versions, { role, person }: Approval): readonly string[] {
  const team = judgeOf(versions).find('Team', role.split('#')[0]!)?.value;
  const id = person ?? team?.roles?.find((each) => each.id === role.split('#')[1])?.person;
  return team?.people?.find((each) => each.id === id)?.handles ?? [];
}
