import type { Spec } from '../../../model/spec.js';
import type { Role } from '../../../schema/kinds/team.js';
import { objectOf, type OpenSloObject } from './objects.js';
import type { Names } from '../../text/label-names.js';

/** When somebody is told: OpenSLO knows nothing but how fast the error budget is used up. */
export interface Burn {
  readonly threshold: number;
  readonly lookback: string;
  readonly after: string;
}

const condition = 'budget-burns';

/** The one condition that all policies have: it says nothing of a single promise. */
export function conditionOf({ threshold, lookback, after }: Burn): OpenSloObject {
  return objectOf('AlertCondition', { name: condition, displayName: 'The error budget is used up too fast' }, {
    severity: 'warn',
    condition: { kind: 'burnrate', op: 'gte', threshold, lookbackWindow: lookback, alertAfter: after },
  });
}

/** Tells one role. */
export function policyOf(role: string, names: Names): OpenSloObject {
  const name = names.get(role)!;
  return objectOf('AlertPolicy', { name, displayName: `Tell ${role}` }, {
    alertWhenNoData: false,
    alertWhenResolved: false,
    alertWhenBreaching: true,
    conditions: [{ conditionRef: condition }],
    notificationTargets: [{ targetRef: name }],
  });
}

/** Where a role is reached: where it has no contact, its name, which whoever sends alerts has to know. */
export function notificationTargetOf(reference: string, names: Names, { value }: Spec<'Team'>, role: Role): OpenSloObject {
  return objectOf('AlertNotificationTarget', { name: names.get(reference)!, displayName: role.title }, { target: role.contact ?? reference, description: value.title });
}

/** A role that no team has: it is told of by its name, so that nothing refers into nothing. */
export function unknownTargetOf(reference: string, names: Names): OpenSloObject {
  return objectOf('AlertNotificationTarget', { name: names.get(reference)! }, { target: reference });
}
