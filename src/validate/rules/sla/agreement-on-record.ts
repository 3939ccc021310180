import { isWrittenByOneTeam, subjectsOf } from '../../../analysis/records.js';
import { specName } from '../../../analysis/spec-words.js';
import { teamsAbove } from '../../../analysis/team-hierarchy.js';
import { readReference } from '../../../analysis/written-reference.js';
import { onceFor } from '../../../base/remembering.js';
import { sentence } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { nounOf } from '../../../schema/names.js';
import { activeDocument, exampleRecord } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const ola = (rest: string): string => activeDocument('Sla', 'payout', `type: ola\nmetric: duration\nprovider: payments\nconsumer: claims\n${rest}`);

const record = (rest: string): string => exampleRecord('agreement', '2026-08-12', 'payout@1.0.0', `outcome: signed
${rest}`);

/** A promise between teams that nobody can show the agreement to. */
export const agreementOnRecord: Rule = {
  id: 'sla/agreement-on-record',
  code: 'SLA-002',
  summary: 'A promise between teams or with a company outside is made by one side to another, and the Record of their agreement names it and is signed by both.',
  rationale: 'A target that only one side knows is a wish. On the day it is missed, the other side says that it never agreed.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M2.2'],
  silencedBy: [{ code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      { title: 'Both teams have signed', files: { 'sla.yaml': ola('agreement: agreement-1\n'), 'record.yaml': record('parties: [claims, payments]\n') } },
      { title: 'A promise to customers needs no agreement', files: { 'sla.yaml': activeDocument('Sla', 'payout', 'type: sla\nmetric: duration\nprovider: payments\nconsumer: customer\n') } },
    ],
    invalid: [
      {
        title: 'Nobody wrote down the agreement',
        files: { 'sla.yaml': ola('') },
        at: 'payout',
        message: 'SLA `payout` is a promise of `payments` to `claims`, and nothing says where they agreed on it.',
      },
      {
        title: 'A team promises something to itself',
        files: { 'sla.yaml': ola('agreement: agreement-1\n').replace('consumer: claims', 'consumer: payments'), 'record.yaml': record('parties: [claims, payments]\n') },
        at: 'payments',
        message: 'SLA `payout` is a promise of `payments` to itself.',
      },
      {
        title: 'The Record is no agreement',
        files: { 'sla.yaml': ola('agreement: agreement-1\n'), 'record.yaml': record('parties: [claims, payments]\n').replace('type: agreement', 'type: review') },
        at: 'agreement-1',
        message: 'SLA `payout` names `agreement-1` as its agreement, which is a Record of type `review`.',
      },
      {
        title: 'The agreement is about something else',
        files: { 'sla.yaml': ola('agreement: agreement-1\n'), 'record.yaml': record('parties: [claims, payments]\n').replace('subject: [payout@1.0.0]', 'subject: [crm]') },
        at: 'agreement-1',
        message: 'SLA `payout` names `agreement-1` as its agreement, and that Record is not about it.',
      },
      {
        title: 'One side never signed',
        files: { 'sla.yaml': ola('agreement: agreement-1\n'), 'record.yaml': record('parties: [claims, Example Bank AG]\n') },
        at: 'agreement-1',
        message: 'SLA `payout` is a promise of `payments`, and the agreement `agreement-1` does not show that `payments` agreed to it.',
      },
    ],
  },
  *check({ workspace }) {
    const coveredBy = onceFor((agreement: Spec<'Record'>) => subjectsOf(workspace, agreement));
    for (const spec of workspace.all('Sla')) {
      const finding = selfPromise(spec) ?? missingAgreement(spec) ?? flawedAgreement(workspace, spec, coveredBy);
      if (finding !== undefined) yield finding;
    }
  },
};

/** True for a promise that two sides negotiate. Customers are promised something without being asked. */
function isNegotiated({ value: { type } }: Spec<'Sla'>): boolean {
  return type === 'ola' || type === 'contract';
}

function selfPromise(spec: Spec<'Sla'>): Finding | undefined {
  const { provider, consumer } = spec.value;
  if (!isNegotiated(spec) || provider === undefined || provider !== consumer) return undefined;
  return {
    at: { spec, path: ['consumer'] },
    message: `${sentence(specName(spec))} is a promise of \`${provider}\` to itself.`,
    hint: 'Name in `consumer` the team that relies on it. What a team promises on its own step to the owner of the journey is written there: `promise: {within: 4h}`.',
  };
}

/** Sides that are not named yet are asked for elsewhere. */
function missingAgreement(spec: Spec<'Sla'>): Finding | undefined {
  const { provider, consumer, agreement, version } = spec.value;
  if (!isNegotiated(spec) || agreement !== undefined || provider === undefined || consumer === undefined) return undefined;
  return {
    at: { spec, path: ['id'] },
    message: `${sentence(specName(spec))} is a promise of \`${provider}\` to \`${consumer}\`, and nothing says where they agreed on it.`,
    hint: `Write a Record with \`type: agreement\`, \`subject: [${spec.id}@${version}]\` and \`parties: [${provider}, ${consumer}]\`, and name it here in \`agreement\`.`,
  };
}

function flawedAgreement(workspace: Workspace, spec: Spec<'Sla'>, coveredBy: (record: Spec<'Record'>) => ReadonlySet<string>): Finding | undefined {
  const { agreement, version } = spec.value;
  const named = agreement === undefined ? undefined : workspace.find('Record', agreement);
  if (named === undefined) return undefined;
  const [at, name] = [{ spec, path: ['agreement'] }, sentence(specName(spec))];
  const { type } = named.value;
  if (type !== 'agreement') return { at, message: `${name} names \`${named.id}\` as its agreement, which is a Record of type \`${type}\`.`, hint: 'Name the Record of type `agreement` that both sides signed.' };
  const related = [{ message: 'The agreement is written here.', at: { spec: named, path: ['subject'] } }];
  if (!coveredBy(named).has(spec.coordinate)) {
    return { at, names: [`${nounOf(spec.kind)} ${spec.id}`], message: `${name} names \`${named.id}\` as its agreement, and that Record is not about it.`, hint: `Name the Record with \`${spec.id}@${version}\` among its \`subject\`; if none has it, agree on the promise and write one.`, related };
  }
  const absent = isNegotiated(spec) ? sidesOf(spec).find((side) => !hasSigned(workspace, named, side)) : undefined;
  if (absent === undefined) return undefined;
  const part = absent === spec.value.provider ? `a promise of \`${absent}\`` : `a promise to \`${absent}\``;
  return { at, message: `${name} is ${part}, and the agreement \`${named.id}\` does not show that \`${absent}\` agreed to it.`, hint: `Name the agreement that \`${absent}\` signed as well: it is among its \`parties\`, or a role of it in \`by\`.`, related };
}

function sidesOf({ value: { provider, consumer } }: Spec<'Sla'>): readonly string[] {
  return [provider, consumer].filter((side) => side !== undefined && side !== 'customer') as readonly string[];
}

/** A team signs by its id or its name among the parties, or by one of its roles; a team above it may sign for it. An agreement of one party is told elsewhere. */
function hasSigned(workspace: Workspace, { value }: Spec<'Record'>, side: string): boolean {
  const { by, parties = [] } = value;
  const team = workspace.find('Team', side);
  if (team === undefined || parties.includes(team.value.title) || (parties.length === 0 && isWrittenByOneTeam(value))) return true;
  const signers = [...parties, ...by.map((role) => readReference(role).id)];
  return [side, ...teamsAbove(workspace, side)].some((each) => signers.includes(each));
}
