import type { Entry } from '../../../model/registers.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: claim-number, title: Claim number, class: internal, nature: pseudonymous}
`);

const system = (rest: string): string => activeDocument('System', 'claims-core', `${rest}
`);

const journey = (data: string): string => activeJourney('claim', 'report', `      - {id: fill-in, title: Customer fills in the form, lane: customer, type: form, channel: web${data}, end: success}
`);

/**
 * Data that are used without being named, so that no catalogue can protect them. Names that no catalogue knows are
 * broken references, and data of a catalogue that is a draft or retired are told by the rules about such documents.
 */
export const elementsNamed: Rule = {
  id: 'data/elements-named',
  code: 'DAT-002',
  summary: 'Wherever data are asked for, sent or passed on, it is said which data elements of the catalogue they are.',
  rationale: 'Only data that are named are protected, deleted in time, and found when a customer asks for them.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M5.1'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [
      {
        title: 'Event, passage and form say which data they carry',
        files: {
          'data.yaml': catalog,
          'core.yaml': system('emits: [{event: claim-opened, attributes: [{name: claimNumber, type: string, element: claim-number}]}]\nintegrations: [{to: crm, elements: [claim-number]}]'),
          'journey.yaml': journey(', data: {reuses: [claim-number]}'),
        },
      },
    ],
    invalid: [
      {
        title: 'An attribute with the name of a data element',
        files: { 'data.yaml': catalog, 'core.yaml': system('emits: [{event: claim-opened, attributes: [{name: claimNumber, type: string}]}]') },
        at: 'claimNumber',
        message: 'Attribute `claimNumber` of event `claim-opened` is named like data element `claim-number`, but does not say that it holds it.',
      },
      {
        title: 'Unknown data between two systems',
        files: { 'core.yaml': system('integrations: [{to: crm}]') },
        at: 'crm',
        message: '`claims-core` passes data to `crm`, but does not say which.',
      },
      {
        title: 'A form that asks for nobody knows what',
        files: { 'journey.yaml': journey('') },
        at: 'fill-in',
        message: 'Step `fill-in` is a form, but does not say which data it asks for.',
      },
    ],
  },
  *check({ workspace }) {
    for (const { producers } of workspace.registers.events.told.values()) {
      for (const producer of producers) yield* unnamedAttributes(workspace, producer);
    }
    for (const each of workspace.all('System')) yield* unnamedFlows(each);
  },
  checkJourneys: () => unnamedForms,
};

function* unnamedAttributes({ registers }: Workspace, { id, value, spec, path }: Entry<EmittedEvent>): Iterable<Finding> {
  for (const [index, { name, element }] of (value.attributes ?? []).entries()) {
    const alike = element === undefined ? withHyphens(name) : '';
    const known = registers.elements.get(alike);
    if (known === undefined || !isActive(known.spec)) continue;
    yield {
      at: { spec, path: [...path, 'attributes', index, 'name'] },
      message: `Attribute \`${name}\` of event \`${id}\` is named like data element \`${alike}\`, but does not say that it holds it.`,
      hint: `Add \`element: ${alike}\` to the attribute, or give it another name if it holds something else.`,
    };
  }
}

/** `claimNumber` and `claim_number` become `claim-number`. */
function withHyphens(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').replace(/[._]/g, '-').toLowerCase();
}

function* unnamedFlows(spec: Spec<'System'>): Iterable<Finding> {
  for (const [index, { to, elements }] of (spec.value.integrations ?? []).entries()) {
    if (to !== undefined && elements === undefined) yield { at: { spec, path: ['integrations', index, 'to'] }, message: `\`${spec.id}\` passes data to \`${to}\`, but does not say which.`, hint: 'Add `elements:` with the data elements that flow; `elements: []` if none do.' };
  }
}

function* unnamedForms({ spec, steps }: JourneyModel): Iterable<Finding> {
  for (const step of steps) {
    if (step.value.type === 'form' && step.value.data === undefined) yield { at: { spec, path: [...step.path, 'id'] }, message: `Step \`${step.id}\` is a form, but does not say which data it asks for.`, hint: 'Add `data: {collects: [...]}` with the data elements that the form asks for.' };
  }
}
