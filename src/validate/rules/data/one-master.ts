import type { Entry } from '../../../model/registers.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { listOf } from '../../../base/words.js';
import type { DataEntity } from '../../../schema/kinds/data-catalog.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (id: string, rest: string): string => `apiVersion: waymark/v1
kind: DataCatalog
id: ${id}
title: Data
version: 1.0.0
status: active
owner: claims
${rest}`;

const contact = (master: string): string => `elements:
  - {id: contact, title: Name and phone number, class: confidential, nature: personal, master: ${master}}
  - {id: policy-number, title: Policy number, class: internal, nature: pseudonymous}
`;

const journey = (identity: string): string => activeDocument('Journey', 'lost-card', `correlation: {caseKey: cardId, identity: ${identity}}
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`);

/** Two systems that both hold the truth about one thing, or keys of a person without an order. */
export const oneMaster: Rule = {
  id: 'data/one-master',
  code: 'DAT-012',
  summary: 'One system holds the truth about each thing, and where customers are recognised by several keys it is clear which one wins.',
  rationale: 'Two systems that both claim to be right will differ one day, and the customer gets the wrong letter.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M5.2'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'STR-003', within: 'subject' }],
  examples: {
    valid: [
      {
        title: 'Customers and their contact are kept in one system',
        files: {
          'data.yaml': catalog('customer-data', `${contact('crm')}entities:\n  - {id: customer, master: crm, elements: [contact]}\n`),
          'journey.yaml': journey('{keys: [policy-number, contact], precedence: [policy-number, contact]}'),
        },
      },
    ],
    invalid: [
      {
        title: 'Two catalogues disagree',
        files: {
          'a.yaml': catalog('claims-data', 'entities:\n  - {id: customer, master: crm}\n'),
          'b.yaml': catalog('sales-data', 'entities:\n  - {id: customer, master: portal}\n'),
        },
        at: 'portal',
        message: '`customer` has two masters: `crm` by `claims-data`, and `portal` here.',
      },
      {
        title: 'A part is kept elsewhere',
        files: { 'data.yaml': catalog('customer-data', `${contact('portal')}entities:\n  - {id: customer, master: crm, elements: [contact]}\n`) },
        at: 'contact',
        message: 'Data element `contact` belongs to `customer`, which is kept in `crm`, but its own master is `portal`.',
      },
      {
        title: 'A part of two things',
        files: { 'data.yaml': catalog('customer-data', 'elements:\n  - {id: contact, title: Phone number, class: internal, nature: personal}\nentities:\n  - {id: customer, master: crm, elements: [contact]}\n  - {id: visitor, master: portal, elements: [ contact ]}\n') },
        at: 'contact',
        message: 'Data element `contact` belongs to `customer`, which is kept in `crm`, and to `visitor`, which is kept in `portal`.',
      },
      {
        title: 'Nobody says which key wins',
        files: { 'data.yaml': catalog('customer-data', contact('crm')), 'journey.yaml': journey('{keys: [policy-number, contact]}') },
        at: '[policy-number, contact]',
        message: 'Customers are recognised by `policy-number` and `contact`, but nothing says which one wins when they disagree.',
      },
      {
        title: 'A key without a place in the order',
        files: { 'data.yaml': catalog('customer-data', contact('crm')), 'journey.yaml': journey('{keys: [policy-number, contact], precedence: [policy-number]}') },
        at: '[policy-number]',
        message: 'The order of the keys leaves out `contact`.',
      },
      {
        title: 'An order that names a key twice',
        files: { 'data.yaml': catalog('customer-data', contact('crm')), 'journey.yaml': journey('{keys: [policy-number, contact], precedence: [policy-number, contact, policy-number]}') },
        at: '[policy-number, contact, policy-number]',
        message: 'The order of the keys names `policy-number` twice.',
      },
      {
        title: 'An order with something that is no key',
        files: { 'data.yaml': catalog('customer-data', contact('crm')), 'journey.yaml': journey('{keys: [policy-number], precedence: [policy-number, contact]}') },
        at: '[policy-number, contact]',
        message: 'The order of the keys names `contact`, which is no key.',
      },
    ],
  },
  *check({ workspace }) {
    yield* masters(workspace);
    yield* parts(workspace, new Set(workspace.all('System').map(({ id }) => id)));
  },
  checkJourneys: () => orderOfKeys,
};

function* masters({ registers }: Workspace): Iterable<Finding> {
  const first = new Map<string, Entry<DataEntity>>();
  for (const entity of registers.entities.filter(hasMaster)) {
    const known = first.get(entity.id);
    if (known === undefined) first.set(entity.id, entity);
    else if (known.value.master !== entity.value.master) {
      yield {
        at: { spec: entity.spec, path: [...entity.path, 'master'] },
        message: `\`${entity.id}\` has two masters: \`${known.value.master}\` by \`${known.spec.id}\`, and \`${entity.value.master}\` here.`,
        hint: 'Agree on one system, and let both catalogues name it. The other system holds a copy.',
        related: [{ message: 'the other master', at: { spec: known.spec, path: [...known.path, 'master'] } }],
      };
    }
  }
}

function hasMaster({ value }: Entry<DataEntity>): boolean {
  return value.master !== undefined;
}

/** A data element is kept where the thing is kept that it belongs to. A master that does not exist is told by its own name. */
function* parts({ registers }: Workspace, systems: ReadonlySet<string>): Iterable<Finding> {
  const holders = new Map<string, Entry<DataEntity>>();
  for (const entity of registers.entities.filter(hasMaster)) {
    for (const [index, element] of (entity.value.elements ?? []).entries()) {
      const own = registers.elements.get(element)?.value.master;
      const other = holders.get(element);
      holders.set(element, other ?? entity);
      const kept = `Data element \`${element}\` belongs to \`${other?.id ?? entity.id}\`, which is kept in \`${(other ?? entity).value.master}\``;
      const at = { spec: entity.spec, path: [...entity.path, 'elements', index] };
      const hint = `Name one system in both places, or take \`${element}\` out of here.`;
      if (own !== undefined && systems.has(own) && own !== entity.value.master) yield { at, message: `Data element \`${element}\` belongs to \`${entity.id}\`, which is kept in \`${entity.value.master}\`, but its own master is \`${own}\`.`, hint };
      else if (other !== undefined && other.id !== entity.id && other.value.master !== entity.value.master) yield { at, message: `${kept}, and to \`${entity.id}\`, which is kept in \`${entity.value.master}\`.`, hint };
    }
  }
}

function* orderOfKeys({ spec }: JourneyModel): Iterable<Finding> {
  const { keys, precedence } = spec.value.correlation?.identity ?? {};
  if (keys === undefined) return;
  const path = ['correlation', 'identity'];
  const hint = `Write every key once under \`precedence\`, the strongest first: \`precedence: [${keys.join(', ')}]\`.`;
  if (precedence === undefined) {
    if (keys.length > 1) yield { at: { spec, path: [...path, 'keys'] }, message: `Customers are recognised by ${named(keys)}, but nothing says which one wins when they disagree.`, hint };
    return;
  }
  const at = { spec, path: [...path, 'precedence'] };
  const absent = keys.filter((key) => !precedence.includes(key));
  const strange = precedence.filter((key) => !keys.includes(key));
  const twice = precedence.filter((key, index) => precedence.indexOf(key) !== index);
  if (absent.length > 0) yield { at, message: `The order of the keys leaves out ${named(absent)}.`, hint };
  else if (strange.length > 0) yield { at, message: `The order of the keys names ${named(strange)}, which ${strange.length === 1 ? 'is no key' : 'are no keys'}.`, hint };
  else if (twice.length > 0) yield { at, message: `The order of the keys names ${named([...new Set(twice)])} twice.`, hint };
}

function named(keys: readonly string[]): string {
  return listOf(keys.map((key) => `\`${key}\``));
}
