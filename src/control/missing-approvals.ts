import type { Approver } from '../analysis/approvers.js';
import type { Coordinate } from '../base/diagnostic.js';
import { dayToTakeBack } from './day-to-take-back.js';
import { loginKey } from './logins.js';
import { groupBy } from '../base/groups.js';
import { listOf, quoted, someOf } from '../base/words.js';
import type { Change } from '../diff/change.js';
import { tallyWords } from '../diff/tally.js';
import type { Agreement } from './agreement.js';
import type { Answer } from './approvals.js';
import { isAboutChange } from './claims.js';
import type { GateContext, GateFinding } from './gate-rule.js';

/** A role that has to agree, with all that it is asked about. */
export interface MissingRole {
  readonly approver: Approver;
  readonly answers: readonly Answer[];
}

/** Each role once that is missing in some answers. */
export function missingRoles(answers: readonly Answer[]): readonly MissingRole[] {
  const asked = answers.filter(({ demand, state }) => state !== 'met' && demand.count === undefined).flatMap((answer) => answer.missing.map((approver) => ({ approver, answer })));
  return [...groupBy(asked, ({ approver: { role } }) => role).values()].map((list) => ({ approver: list[0]!.approver, answers: list.map(({ answer }) => answer) }));
}

/**
 * Who has to agree to what. A claim on record is told and not believed.
 *
 * @param beside - All roles that are told together: what holds for several of them is said of the first.
 */
export function missingRoleFinding(context: GateContext, missing: MissingRole, words = `has to agree to ${someOf(aboutEach(missing.answers))}`, beside: readonly MissingRole[] = []): GateFinding {
  const { claims, agreement } = context;
  const { approver, answers } = missing;
  const claim = claims.find(({ record, approval }) => isAboutChange(record) && approval.role === approver.role);
  const claimed = claim === undefined || answers.every(({ state }) => state !== 'unverified') ? [] : [`The Record \`${claim.record.id}\` claims it; that is not verified.`];
  const nobody = approver.people.some(({ handles }) => handles.length > 0) ? [] : [`Nobody with a login fills \`${approver.role}\`: name a person with \`handles\` in that team.`];
  const vacant = approver.standsIn === undefined ? [] : [`Nobody with a login fills \`${approver.role}\`, so \`${approver.standsIn}\` stands in, to whom that team turns. Best let a pull request of its own name somebody with \`handles\` in that team first.`];
  const leaving = leavingWords(approver, beside);
  const handles = approver.people.flatMap((person) => person.handles);
  const isWriter = handles.length > 0 && handles.every((handle) => agreement?.writers.has(loginKey(handle)));
  const own = isWriter ? [`Whoever wrote it does not agree to it as well: let the one who stands in do so, named as \`delegate\` of the role.`] : [];
  const hint = [...claimed, ...nobody, ...vacant, ...leaving, ...own, ...daysWords(context, missing, beside), ...givenElsewhere(agreement, handles)].join(' ');
  return { subject: answers[0]!.demand.subject, message: `${nameOf(approver)} ${words}.`, ...(hint === '' ? {} : { hint }), ...placeOf(answers[0]!.demand.changes) };
}

/** Who may agree where somebody leaves, said once for all roles of those who leave the same team. */
function leavingWords({ role, onLeaving }: Approver, beside: readonly MissingRole[]): readonly string[] {
  if (onLeaving === undefined) return [];
  const roles = [...new Set([role, ...beside.flatMap(({ approver }) => (approver.onLeaving?.role === onLeaving.role && teamOf(approver.role) === teamOf(role) ? [approver.role] : []))])];
  if (beside.length > 0 && beside.find(({ approver }) => roles.includes(approver.role))?.approver.role !== role) return [];
  const instead = someOf(onLeaving.people.flatMap((person) => person.handles), 'or');
  return [`Whoever fills ${listOf(quoted(roles))} leaves the team with this change, so \`${onLeaving.role}\` (${instead}) may agree instead, to whom that team turns.`];
}

/** Days to take back, each said of the first who is asked about the document, where it is not said with its version. */
function daysWords({ changes, bumps }: GateContext, missing: MissingRole, beside: readonly MissingRole[]): readonly string[] {
  const documents = [...new Set(missing.answers.map(({ demand }) => demand.subject))];
  const isFirst = (document: Coordinate): boolean => beside.find(({ answers }) => answers.some(({ demand }) => demand.subject === document)) === missing;
  const isTold = (document: Coordinate): boolean => bumps.some(({ subject, verdict }) => subject === document && verdict !== 'enough');
  return documents.filter((each) => isFirst(each) && !isTold(each)).flatMap((each) => dayToTakeBack(each, changes) ?? []);
}

function teamOf(role: string): string {
  return role.split('#')[0]!;
}

/** Of approvals that were given to something else it is told why they do not count. */
function givenElsewhere(agreement: Agreement | undefined, handles: readonly string[]): readonly string[] {
  const own = (agreement?.elsewhere ?? []).filter(({ login }) => handles.some((handle) => loginKey(handle) === login));
  return own.map(({ login, commit, isHere }) => {
    const short = commit.slice(0, 12);
    if (isHere) return `\`${login}\` agreed to \`${short}\`, where other changes stood: ask again.`;
    return `\`${login}\` agreed to the commit \`${short}\`, which is not in this clone, so nobody can tell whether the same stood there. Fetch it with \`git fetch origin ${commit}\`, or ask again.`;
  });
}

/** `claims-cx#journey-owner` with a login to ask. */
export function nameOf({ role, people }: Approver): string {
  const login = people.flatMap(({ handles }) => handles)[0];
  return login === undefined ? `\`${role}\`` : `\`${role}\` (${login})`;
}

/** What is asked about, with how much of it changes: each document once, however often somebody is asked about it. */
export function aboutEach(answers: readonly Answer[]): readonly string[] {
  const bySubject = groupBy(answers, ({ demand }) => demand.subject);
  return [...bySubject].map(([subject, list]) => `\`${subject}\` (${tallyWords([...new Set(list.flatMap(({ demand }) => demand.changes))])})`);
}

/** What one is asked about. */
export function aboutOf(answer: Answer): string {
  return aboutEach([answer])[0]!;
}

/** The first place of the later version. */
export function placeOf(changes: readonly Change[]): Pick<GateFinding, 'span'> {
  const span = changes.find(({ after }) => after !== undefined)?.after;
  return span === undefined ? {} : { span };
}
