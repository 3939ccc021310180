import { usesOf } from '../../../analysis/data-use.js';
import type { CalendarDay } from '../../../base/date.js';
import { groupBy } from '../../../base/groups.js';
import type { Path } from '../../../base/json.js';
import { listOf, quoted } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const bank = (agreement: string): string => `apiVersion: waymark/v1
kind: System
id: bank
title: Bank
version: 1.0.0
status: active
owner: payments
thirdParty: {vendor: Example Bank AG${agreement}}
`;

const core = (elements: string): string => activeDocument('System', 'core', `integrations: [{to: bank, elements: ${elements}}]
`);

const catalog = (rest = ''): string => activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: iban, title: Bank account, class: restricted, nature: personal}
  - {id: photo, title: Damage photo, class: confidential, nature: personal}
${rest}`);

const agreement = (type: string, expires: string): string => `apiVersion: waymark/v1
kind: Record
id: agreement-3
type: ${type}
date: 2026-01-10
by: [payments#lead]
subject: [bank@1.0.0]
parties: [payments, Example Bank AG]
elements: [iban]
expires: ${expires}
`;

const signed = agreement('agreement', '2027-12-31');

/**
 * Data that a company outside gets without a valid agreement about them. It gets what another system passes to its
 * system, what a step works with whose only system is its own, and what an activity names it for as a recipient.
 */
export const sharingAgreement: Rule = {
  id: 'data/sharing-agreement',
  code: 'DAT-016',
  summary: 'Whatever data a company outside gets stand in an agreement with it that still holds.',
  rationale: 'Data that were handed over without an agreement cannot be called back, and nobody outside has to protect them.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S3.M5.6'],
  silencedBy: [
    { code: 'REF-001', within: 'subject' },
    { code: 'REF-001', within: 'name' },
    { code: 'DAT-003', within: 'subject' },
  ],
  examples: {
    valid: [{ title: 'The bank gets what was agreed', files: { 'data.yaml': catalog(), 'bank.yaml': bank(', agreement: agreement-3'), 'core.yaml': core('[iban]'), 'record.yaml': signed } }],
    invalid: [
      {
        title: 'More than was agreed',
        files: { 'data.yaml': catalog(), 'bank.yaml': bank(', agreement: agreement-3'), 'core.yaml': core('[iban, photo]'), 'record.yaml': signed },
        at: 'photo',
        message: 'Example Bank AG gets `photo` from `core`, but `agreement-3` does not cover it.',
      },
      {
        title: 'A step on the company\'s own system',
        files: {
          'data.yaml': catalog(),
          'bank.yaml': bank(', agreement: agreement-3'),
          'record.yaml': signed,
          'journey.yaml': activeJourney('payout', 'pay', `      - {id: transfer, title: Bank pays, lane: support, systems: [bank], data: {reuses: [iban, photo]}, end: success}
`),
        },
        at: 'photo',
        message: 'Example Bank AG gets `photo` in step `transfer`, but `agreement-3` does not cover it.',
      },
      {
        title: 'No agreement',
        files: { 'data.yaml': catalog(), 'bank.yaml': bank(''), 'core.yaml': core('[iban]') },
        at: 'Example Bank AG',
        message: 'Example Bank AG gets `iban`, but no agreement with it is named.',
      },
      {
        title: 'A recipient of an activity without an agreement',
        files: { 'data.yaml': catalog('purposes:\n  - {id: paying, basis: contract}\nactivities:\n  - {id: pay, purpose: paying, elements: [iban], subjects: [policyholder], recipients: [bank]}\n'), 'bank.yaml': bank('') },
        at: 'Example Bank AG',
        message: 'Example Bank AG gets `iban`, but no agreement with it is named.',
      },
      {
        title: 'The agreement has ended',
        files: { 'data.yaml': catalog(), 'bank.yaml': bank(', agreement: agreement-3'), 'core.yaml': core('[iban]'), 'record.yaml': agreement('agreement', '2026-09-30') },
        at: 'agreement-3',
        message: 'Example Bank AG gets `iban`, but the agreement `agreement-3` ended on 2026-09-30.',
      },
      {
        title: 'The Record is no agreement',
        files: { 'data.yaml': catalog(), 'bank.yaml': bank(', agreement: agreement-3'), 'core.yaml': core('[iban]'), 'record.yaml': agreement('review', '2027-12-31') },
        at: 'agreement-3',
        message: 'Example Bank AG gets `iban`, but `agreement-3` is no agreement.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    for (const deliveries of groupBy(deliveriesIn(workspace), ({ to }) => to.id).values()) yield* judge(deliveries, workspace, asOf);
  },
};

/** Data that a company outside gets. */
interface Delivery {
  readonly to: Spec<'System'>;
  /** From whom, or in which step. Absent where an activity tells only that it gets some of its data. */
  readonly how?: string;
  readonly elements: readonly { readonly id: string; readonly spec: Spec; readonly path: Path }[];
}

function deliveriesIn(workspace: Workspace): readonly Delivery[] {
  const outside = new Map(workspace.all('System').filter(({ value }) => value.thirdParty !== undefined).map((spec) => [spec.id, spec]));
  if (outside.size === 0) return [];
  const all = [...fromSystems(workspace, outside), ...inSteps(workspace, outside), ...toRecipients(workspace, outside)];
  return all.filter(({ elements }) => elements.length > 0);
}

type Outside = ReadonlyMap<string, Spec<'System'>>;

function fromSystems(workspace: Workspace, outside: Outside): readonly Delivery[] {
  return workspace.all('System').flatMap((spec) => (spec.value.integrations ?? []).flatMap((integration, index): readonly Delivery[] => {
    const to = outside.get(integration.to ?? '');
    const elements = (integration.elements ?? []).map((id, position) => ({ id, spec, path: ['integrations', index, 'elements', position] }));
    return to === undefined ? [] : [{ to, how: `from \`${spec.id}\``, elements }];
  }));
}

function inSteps(workspace: Workspace, outside: Outside): readonly Delivery[] {
  return workspace.journeys.flatMap(({ spec, steps }) => steps.flatMap((step): readonly Delivery[] => {
    const [system, ...others] = step.value.systems ?? [];
    const to = system === undefined || others.length > 0 ? undefined : outside.get(system);
    return to === undefined ? [] : [{ to, how: `in step \`${step.id}\``, elements: usesOf(step).map(({ element, path }) => ({ id: element, spec, path })) }];
  }));
}

function toRecipients({ registers }: Workspace, outside: Outside): readonly Delivery[] {
  return registers.activities.flatMap(({ value, spec, path }) => (value.recipients ?? []).flatMap((recipient): readonly Delivery[] => {
    const to = outside.get(recipient);
    return to === undefined ? [] : [{ to, elements: (value.elements ?? []).map((id, position) => ({ id, spec, path: [...path, 'elements', position] })) }];
  }));
}

/** One finding when there is no agreement that holds, else one for each delivery that goes beyond it. */
function* judge(deliveries: readonly Delivery[], workspace: Workspace, asOf: CalendarDay): Iterable<Finding> {
  const { to } = deliveries[0]!;
  const name = to.value.thirdParty!.agreement;
  const record = name === undefined ? undefined : workspace.find('Record', name);
  if (name !== undefined && record === undefined) return;
  const binding = deliveries.find(({ elements }) => isActive(elements[0]!.spec));
  const objection = binding === undefined ? undefined : objectionTo(to, record, binding.elements[0]!.id, asOf);
  if (objection !== undefined) yield objection;
  else if (record !== undefined) for (const delivery of deliveries) yield* beyond(delivery, to, record);
}

/** What is wrong with the agreement as such. A sketch of a journey asks for none. */
function objectionTo(to: Spec<'System'>, record: Spec<'Record'> | undefined, element: string, asOf: CalendarDay): Finding | undefined {
  const gets = `${to.value.thirdParty!.vendor} gets \`${element}\``;
  if (record === undefined) {
    return { at: { spec: to, path: ['thirdParty', 'vendor'] }, message: `${gets}, but no agreement with it is named.`, hint: 'Add `agreement:` under `thirdParty` with the id of the Record of `type: agreement`.' };
  }
  const at = { spec: to, path: ['thirdParty', 'agreement'] };
  const { type, expires } = record.value;
  if (type !== 'agreement') return { at, message: `${gets}, but \`${record.id}\` is no agreement.`, hint: 'Name a Record of `type: agreement` here.' };
  if (expires === undefined || expires > asOf) return undefined;
  return { at, message: `${gets}, but the agreement \`${record.id}\` ended on ${expires}.`, hint: 'Stop sharing the data, or agree again, add a Record of it and name that one here.' };
}

function* beyond({ how, elements }: Delivery, to: Spec<'System'>, record: Spec<'Record'>): Iterable<Finding> {
  const over = elements.filter(({ id }) => record.value.elements?.includes(id) !== true);
  if (how === undefined || over[0] === undefined) return;
  const names = [...new Set(over.map(({ id }) => id))];
  yield {
    at: { spec: over[0].spec, path: over[0].path },
    names: names.map((each) => `data element ${each}`),
    message: `${to.value.thirdParty!.vendor} gets ${listOf(quoted(names))} ${how}, but \`${record.id}\` does not cover ${over.length === 1 ? 'it' : 'them'}.`,
    hint: 'Leave the data out, or have the agreement widened and add a new Record that lists them under `elements`.',
  };
}
