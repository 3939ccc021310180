import type { Workspace } from '../model/workspace.js';
import type { Approver } from './approvers.js';
import type { Demand } from './demands.js';
import type { HostReport } from './host.js';

/** A demand, and how far it is met. */
export interface Answer {
  readonly demand: Demand;
  /**
   * - `met`: all who are needed have agreed, as the host says;
   * - `open`: some have not;
   * - `nobody`: the Policy maps nobody to it, or nobody with a login fills the role;
   * - `unverified`: there is no word of the host.
   */
  readonly state: 'met' | 'open' | 'nobody' | 'unverified';
  /** Roles whose agreement is missing. */
  readonly missing: readonly Approver[];
  /** How many more have to agree, where so many of any are needed. */
  readonly more: number;
}

/**
 * Who has agreed, by the host's own word alone. People and logins are those of the earlier version: a change cannot bring its own
 * approvers. The latest word of each login counts, and only about the last commit; one person counts once, however many logins
 * they have; of who wrote the change, nobody agrees to it.
 */
export function answersTo(demands: readonly Demand[], before: Workspace, host: HostReport | undefined): readonly Answer[] {
  const agreed = host === undefined ? undefined : agreedPeople(before, host);
  return demands.map((demand) => answerTo(demand, agreed));
}

function answerTo(demand: Demand, agreed: Agreed | undefined): Answer {
  const answer = (state: Answer['state'], missing: readonly Approver[] = [], more = 0): Answer => ({ demand, state, missing, more });
  const { approvers, approver, count = 1 } = demand;
  if (approver === 'peer') return agreed === undefined ? answer('unverified', [], count) : agreed.people.size >= count ? answer('met') : answer('open', [], count - agreed.people.size);
  if (approvers.length === 0) return answer('nobody');
  const empty = approvers.filter(({ person }) => person === undefined || person.handles.length === 0);
  if (empty.length > 0) return answer('nobody', empty);
  if (agreed === undefined) return answer('unverified', approvers);
  const missing = approvers.filter(({ person }) => !person!.handles.some((handle) => agreed.logins.has(handle.toLowerCase())));
  if (demand.count === undefined) return answer(missing.length === 0 ? 'met' : 'open', missing);
  const more = Math.max(0, demand.count - (approvers.length - missing.length));
  return answer(more === 0 ? 'met' : 'open', more === 0 ? [] : missing, more);
}

interface Agreed {
  /** In small letters, as hosts compare them. */
  readonly logins: ReadonlySet<string>;
  /** Each person once. */
  readonly people: ReadonlySet<string>;
}

function agreedPeople(before: Workspace, { author, committers, approvals, head }: HostReport): Agreed {
  const personOf = peopleByLogin(before);
  const writers = new Set([author, ...committers].map((login) => personOf(login)));
  const latest = new Map<string, HostReport['approvals'][number]>();
  for (const approval of approvals.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) if (approval.state !== 'commented') latest.set(approval.login.toLowerCase(), approval);
  const logins = [...latest].filter(([login, { state, commit }]) => state === 'approved' && commit === head && !writers.has(personOf(login))).map(([login]) => login);
  const known = logins.filter((login) => personOf(login) !== login);
  return { logins: new Set(known), people: new Set(known.map(personOf)) };
}

/** Who stands behind a login: one and the same for all logins of a person, in whichever teams they are. A stranger is the login. */
function peopleByLogin(before: Workspace): (login: string) => string {
  const known = new Map<string, string>();
  for (const { value } of before.all('Team')) {
    for (const { id, handles = [] } of value.people ?? []) {
      const logins = handles.map((handle) => handle.toLowerCase());
      const name = logins.map((login) => known.get(login)).find((each) => each !== undefined) ?? `person ${id} ${logins[0] ?? ''}`;
      for (const login of logins) known.set(login, name);
    }
  }
  return (login) => known.get(login.toLowerCase()) ?? login.toLowerCase();
}
