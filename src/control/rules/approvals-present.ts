import type { PersonBehind } from '../../analysis/approvers.js';
import { count, listOf } from '../../base/words.js';
import type { Answer } from '../approvals.js';
import { edit, examplePromise, policyAsking, promiseLess } from '../example-texts.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { aboutEach, aboutOf, missingRoleFinding, missingRoles, nameOf, placeOf, type MissingRole } from '../missing-approvals.js';
import { isTakeover } from './owner-accepted.js';
import { isOfPolicy } from './policy-agreed.js';

/** Everybody has agreed whom the Policy asks. */
export const approvalsPresent: GateRule = {
  id: 'change/approvals-present',
  code: 'CHG-002',
  summary: 'Everybody has agreed whom the Policy of the branch asks, for each document that changes.',
  rationale: 'Whoever answers for a promise or has to keep it decides whether it changes.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      { title: 'The owner has agreed, as the code host says', before: promised('  breaking: {all: [journey-owner]}\n'), edits: promiseLess, host: { author: 'b-roth', approvedBy: ['a-huber'] } },
    ],
    invalid: [
      {
        title: 'The owner has not agreed',
        before: promised('  breaking: {all: [journey-owner]}\n'),
        edits: promiseLess,
        host: { author: 'b-roth', approvedBy: [] },
        at: '{within: 12d, percent: 90}',
        message: '`claims#lead` (a-huber) has to agree to `sla:claim-settled` (1 breaking change).',
      },
      {
        title: 'Nobody else has looked at it',
        before: promised('  editorial: {any: 1, from: [peer]}\n'),
        edits: [edit('promise.yaml', 'title: Claim settled', 'title: Claims settled')],
        host: { author: 'a-huber', approvedBy: [] },
        at: 'Claims settled',
        message: '1 person of the teams who did not write it has to agree to `sla:claim-settled` (1 editorial change).',
      },
      {
        title: 'The Policy asks for somebody whom it does not name',
        before: promised('  breaking: {all: [executive]}\n'),
        edits: promiseLess,
        host: { author: 'b-roth', approvedBy: ['a-huber'] },
        at: '{within: 12d, percent: 90}',
        message: 'The Policy asks for `executive` to agree to `sla:claim-settled` (1 breaking change), and maps nobody to it.',
      },
      {
        title: 'There is no Policy yet that says who somebody is',
        before: { 'policy.yaml': '# To be written.\n', 'promise.yaml': examplePromise },
        edits: promiseLess,
        host: { author: 'b-roth', approvedBy: ['a-huber'] },
        at: '{within: 12d, percent: 90}',
        message: '`service-level-manager` has to agree to `sla:claim-settled` (1 breaking change), and there is no Policy that says who that is.',
      },
    ],
  },
  *check(context) {
    const open = context.answers.filter((answer) => answer.state !== 'met' && !isOfPolicy(answer));
    const asked = missingRoles(open).filter((each) => !isTakeover(context, each));
    const roles = asked.map((each) => ({ ...each, finding: missingRoleFinding(context, each, undefined, asked) }));
    const first = roles.find(({ approver, finding }) => finding.hint === undefined && approver.onLeaving === undefined && !context.isFirstAdoption && approver.people.length > 0);
    for (const each of roles) yield each === first ? { ...each.finding, hint: wayOut(each) } : each.finding;
    yield* open.filter(({ demand, missing }) => demand.count !== undefined && missing.length > 0).map(someOf);
    yield* peersOf(open.filter(({ demand }) => demand.approver === 'peer'));
    yield* open.filter(({ state, missing }) => state === 'nobody' && missing.length === 0).map((answer) => nobodyFor(context, answer));
  },
};

/** Nobody can see who has left and still has a login. It is said once, of the first who is asked. */
function wayOut({ approver: { role, people } }: MissingRole): string {
  const [{ id }, ...others] = people as [PersonBehind, ...PersonBehind[]];
  const [team, person] = id.split('/');
  const standsIn = others.flatMap(({ handles }) => handles)[0];
  const meanwhile = standsIn === undefined ? '' : ` \`${standsIn}\` stands in for \`${role}\` and may agree instead.`;
  return `If \`${person!}\` has left, let a pull request of its own take that name out of the \`people\` of the team \`${team!}\`: to that one, the role that stands in or the one to whom the team turns agrees.${meanwhile}`;
}

function someOf(answer: Answer): GateFinding {
  const { demand, more, missing } = answer;
  return { subject: demand.subject, message: `${more} of ${listOf(missing.map(nameOf), 'or')} ${more === 1 ? 'has' : 'have'} to agree to ${aboutOf(answer)}.`, ...placeOf(demand.changes) };
}

/** One and the same people may agree to all of it. */
function peersOf(answers: readonly Answer[]): readonly GateFinding[] {
  const more = Math.max(0, ...answers.map((answer) => answer.more));
  if (more === 0) return [];
  const { subject, changes } = answers[0]!.demand;
  return [{ subject, message: `${count(more, 'person', 'people')} of the teams who did not write it ${more === 1 ? 'has' : 'have'} to agree to ${listOf(aboutEach(answers))}.`, ...placeOf(changes) }];
}

function nobodyFor({ judge }: GateContext, answer: Answer): GateFinding {
  const { approver, subject, changes } = answer.demand;
  if (judge.policy.spec === undefined) return { subject, message: `\`${approver}\` has to agree to ${aboutOf(answer)}, and there is no Policy that says who that is.`, hint: 'Let a Policy name a role for it under `roles`, in a pull request before this one.', ...placeOf(changes) };
  return { subject, message: `The Policy asks for \`${approver}\` to agree to ${aboutOf(answer)}, and maps nobody to it.`, hint: 'Name a role under `roles` of the Policy.', ...placeOf(changes) };
}

function promised(approvals: string): { readonly [path: string]: string } {
  return { 'policy.yaml': policyAsking(approvals), 'promise.yaml': examplePromise };
}
