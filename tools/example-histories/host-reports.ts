import type { HostReport } from '../../src/control/host.js';
import type { PastState, Texts } from './past.js';

/** A host's report as it stands in a file. */
export interface HostReportFile extends HostReport {
  readonly format: 'waymark-host/1';
}

/**
 * One report for each commit but the first, as though each had been a pull request of its own.
 *
 * @param ids - Of the commits that the states became, the oldest first.
 */
export function hostReports(states: readonly PastState[], ids: readonly string[], domain: string): readonly HostReportFile[] {
  return states.slice(1).map(({ commit: { author, approvedBy, date }, texts }, at) => {
    const login = loginOf(texts, author);
    const head = ids[at + 1]!;
    const approvals = approvedBy.map((person, turn) => ({ login: loginOf(texts, person), commit: head, state: 'approved' as const, at: minutesAfter(date, 10 * (turn + 1)) }));
    return { format: 'waymark-host/1', host: `git.${domain}`, repository: 'journeys', pullRequest: at + 1, base: ids[at]!, head, author: login, committers: [login], approvals };
  });
}

/** As the team of the person says it. */
function loginOf(texts: Texts, person: string): string {
  const told = new RegExp(`\\{id: ${person}, handles: \\[([^\\],]+)`);
  for (const text of texts.values()) {
    const login = told.exec(text)?.[1];
    if (login !== undefined) return login;
  }
  throw new Error(`No team has a person ${person} with a login.`);
}

function minutesAfter(date: string, minutes: number): string {
  return new Date(Date.parse(date) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
}
