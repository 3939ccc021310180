import type { Approver } from '../analysis/approvers.js';
import { loginKey } from './logins.js';
import type { Agreement } from './agreement.js';
import type { Demand } from './demands.js';

/** A demand, and how far it is met. */
export interface Answer {
  readonly demand: Demand;
  /**
   * - `met`: all who are needed have agreed;
   * - `open`: some have not;
   * - `nobody`: the Policy maps nobody to it, or nobody with a login fills the role;
   * - `unverified`: nobody knows who has agreed, because there is no word of the host.
   */
  readonly state: 'met' | 'open' | 'nobody' | 'unverified';
  /** Roles whose agreement is missing. */
  readonly missing: readonly Approver[];
  /** How many more have to agree, where so many of any are needed. */
  readonly more: number;
}

/**
 * Weighs each demand against who has agreed. Of who wrote the change, nobody agrees to it: that a name stands at a commit is no word of
 * the host, and whoever stands in for a role can agree for it.
 *
 * @param agreement - Absent where nobody knows who has agreed.
 */
export function answersTo(demands: readonly Demand[], agreement: Agreement | undefined): readonly Answer[] {
  return demands.map((demand) => answerTo(demand, agreement));
}

function answerTo(demand: Demand, agreed: Agreement | undefined): Answer {
  const answer = (state: Answer['state'], missing: readonly Approver[] = [], more = 0): Answer => ({ demand, state, missing, more });
  const { approvers, approver, count = 1 } = demand;
  if (approver === 'peer') return agreed === undefined ? answer('unverified', [], count) : agreed.people.size >= count ? answer('met') : answer('open', [], count - agreed.people.size);
  if (approvers.length === 0) return answer('nobody');
  const empty = approvers.filter(({ people }) => people.every(({ handles }) => handles.length === 0));
  if (empty.length > 0) return answer('nobody', empty);
  if (agreed === undefined) return answer('unverified', approvers);
  const missing = approvers.filter((each) => !hasAgreed(each, agreed));
  if (demand.count === undefined) return answer(missing.length === 0 ? 'met' : 'open', missing);
  const more = Math.max(0, demand.count - (approvers.length - missing.length));
  return answer(more === 0 ? 'met' : 'open', more === 0 ? [] : missing, more);
}

/** Whoever fills the role, or stands in for who does. */
export function hasAgreed({ people }: Approver, { logins }: Agreement): boolean {
  const handles = people.flatMap((each) => each.handles).map((handle) => loginKey(handle));
  return handles.some((handle) => logins.has(handle));
}
