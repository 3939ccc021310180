import { loginKey } from '../../control/logins.js';
import { count, didYouMean, listOf, quoted, shown } from '../../base/words.js';
import { loginsBehind } from '../../control/agreement.js';
import type { HostReport } from '../../control/host.js';
import { missingRoles, nameOf } from '../../control/missing-approvals.js';
import { newApprovals, rolesAsked, stillOpen, type Agreeing } from '../../control/new-approvals.js';
import { setOf } from '../../control/review.js';
import { judgeOf } from '../../control/versions.js';
import { openParting, type Comparison } from '../../load/revisions.js';
import { visible } from '../../base/escape/visible.js';
import type { ApproveOptions } from '../commands/approve.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { readHost } from './read-host.js';
import { readPairs } from './read-pairs.js';
import { refuseWriters } from './refuse-writers.js';
import { reviewPairs, type ReviewedPair } from './run-review.js';
import { writeRecords } from './write-records.js';

/** Puts on record what somebody agrees to. */
export function runApprove(console: Console, base: string | undefined, head: string | undefined, options: ApproveOptions): ExitCode {
  const opened = open(console, base, undefined);
  const named = head === undefined ? opened : open(console, base, head);
  const host = options.host === undefined ? undefined : readHost(console, options.host, named);
  const today = options.asOf ?? console.today();
  const reviewed = reviewPairs(console, opened, { today, ...(host === undefined ? {} : { host }) });
  refuseOther(named, opened, reviewed, today);
  refuseStrangers(reviewed, options.as);
  if (reviewed.every(({ review }) => review.answers.length === 0)) return tell(console, ['Nothing to approve: nobody has to agree to what differs.']);
  refuseWriters(console, reviewed, opened.base.commit?.id, options.as, host);
  refuseRoles(reviewed, options);
  const agreeing: Agreeing = { login: options.as, roles: options.role, at: momentOf(options.as, host) ?? today, ...(host === undefined ? {} : { host }) };
  const written = writeRecords(reviewed.map((each) => ({ ...each, all: newApprovals(each.versions, each.review, agreeing) })), today, options.record);
  const nothing = written.length > 0 ? [] : [`Nothing to approve: what \`${shown(options.as)}\` agrees to is on record already.`];
  return tell(console, [...nothing, ...written, ...closing(open(console, base, undefined), reviewed)]);
}

function tell({ print }: Console, lines: readonly string[]): ExitCode {
  for (const line of lines) print(`${visible(line)}\n`);
  return exitCodes.clean;
}

function open({ folder }: Console, base: string | undefined, head: string | undefined): Comparison {
  const opened = openParting(folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  return opened;
}

/** The host speaks of commits, and Records are written into the files here: they have to hold the same change. */
function refuseOther(named: Comparison, opened: Comparison, reviewed: readonly ReviewedPair[], today: string): void {
  if (named === opened) return;
  const after = new Map(readPairs(named).map((pair) => [pair.root, pair.after]));
  const isSame = after.size === reviewed.length && reviewed.every(({ pair, versions, review }) => setOf(versions, after.get(pair.root), today) === review.set);
  if (isSame && named.base.commit?.id === opened.base.commit?.id) return;
  throw new Failure(exitCodes.usage, `The files here hold another change than ${named.head.label}. Check that version out, and commit what is changed, before it is put on record who agrees.`);
}

/** Nothing is governed yet: the change is judged by the Policy and the teams that it brings. */
function isFirst(reviewed: readonly ReviewedPair[]): boolean {
  return reviewed.some(({ review }) => review.isFirstAdoption);
}

const firstWords = 'This is the first adoption, the branch has nothing to judge by yet, and one person who did not write it has to approve the pull request.';

/** Whom nobody knows, nobody can hold to a word. */
function refuseStrangers(reviewed: readonly ReviewedPair[], login: string): void {
  if (reviewed.some(({ versions, review }) => loginsBehind(versions, login).length > 0 || rolesAsked(versions, review, login).length > 0)) return;
  const known = reviewed.flatMap(({ versions }) => judgeOf(versions).all('Team').flatMap(({ value }) => (value.people ?? []).flatMap(({ handles = [] }) => handles)));
  const [who, when] = isFirst(reviewed) ? ['team of this change', 'Anybody who did not write it may still approve the pull request: this is the first adoption.'] : ['team of the branch', 'A login stands under `handles` of a person in a team, and counts once that is merged.'];
  throw new Failure(exitCodes.usage, [`No ${who} knows the login \`${shown(login)}\`.`, didYouMean(login, new Set(known)), when].filter((each) => each !== '').join(' '));
}

/** Whoever is not asked has nothing to put on record. */
function refuseRoles(reviewed: readonly ReviewedPair[], { as: login, role }: ApproveOptions): void {
  const asked = new Set(reviewed.flatMap(({ versions, review }) => rolesAsked(versions, review, login)));
  const others = [...new Set(reviewed.flatMap(({ review }) => review.answers.flatMap(({ demand }) => demand.approvers.map(nameOf))))];
  const told = others.length === 0 ? 'Anybody with a role in a team is asked who did not write it.' : `Asked are ${listOf(others)}.`;
  if (asked.size === 0) throw new Failure(exitCodes.demands, `\`${shown(login)}\` fills no role that is asked to agree to this. ${told}`);
  const wrong = role.filter((each) => !asked.has(each));
  if (wrong.length > 0) throw new Failure(exitCodes.usage, `\`${shown(login)}\` is not asked as ${listOf(quoted(wrong.map(shown)), 'or')}, but as ${listOf(quoted([...asked]))}.`);
}

/** When the host heard the approval. */
function momentOf(login: string, host: HostReport | undefined): string | undefined {
  const own = (host?.approvals ?? []).filter((each) => each.state === 'approved' && loginKey(each.login) === loginKey(login));
  return own.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)?.at;
}

/** Who else has to agree, and what a Record is worth. */
function closing(opened: Comparison, reviewed: readonly ReviewedPair[]): readonly string[] {
  const now = new Map(readPairs(opened).map(({ root, after }) => [root, after]));
  const left = reviewed.flatMap(({ pair, versions, review }) => stillOpen({ ...versions, after: now.get(pair.root) ?? versions.after }, review));
  const roles = missingRoles(left).map(({ approver }) => nameOf(approver));
  const some = left.filter(({ demand, more }) => demand.count !== undefined && demand.approver !== 'peer' && more > 0).map(({ missing, more }) => `${more} of ${listOf(missing.map(nameOf), 'or')}`);
  const peers = Math.max(0, ...left.filter(({ demand }) => demand.approver === 'peer').map(({ more }) => more));
  const nobody = left.filter(({ state, missing }) => state === 'nobody' && missing.length === 0).map(({ demand }) => `\`${demand.approver}\`, for whom ${reviewed.some(({ versions }) => judgeOf(versions).policy.spec === undefined) ? 'there is no Policy that names a role' : 'the Policy names no role'}`);
  const all = [...new Set([...roles, ...some, ...(peers === 0 ? [] : [`${count(peers, 'person', 'people')} of the teams who did not write it`]), ...nobody])];
  const isByHost = reviewed.some(({ versions }) => judgeOf(versions).policy.value.approvals?.source !== 'records');
  const first = isFirst(reviewed) ? [firstWords] : [];
  return [all.length === 0 ? 'Nobody else has to agree.' : `Still to agree: ${listOf(all)}.`, ...first, ...(isByHost ? ['It counts once the code host says the same: approve the pull request there as well.'] : [])];
}
