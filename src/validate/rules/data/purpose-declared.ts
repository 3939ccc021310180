import { declaredPurposes, isAboutPeople, usedOtherwise } from '../../../analysis/data-use.js';
import { suchAs } from '../../../analysis/spec-words.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Entry } from '../../../model/registers.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: income, title: Income, class: confidential, nature: personal}
purposes:
  - {id: credit-check, basis: contract}
  - {id: offers, basis: consent, consentKey: offers}
activities:
  - {id: check-credit, purpose: credit-check, elements: [income], subjects: [customer]}
`);

const journey = (rule: string): string => activeJourney('loan', 'apply', `      - {id: ask, title: Customer asks for a loan, lane: customer, channel: web, end: success}
rules:
  - ${rule}
`);

/** Data about people that a rule or an event uses for something that no activity declares. */
export const purposeDeclared: Rule = {
  id: 'data/purpose-declared',
  code: 'DAT-005',
  summary: 'Rules and events use data about people only for purposes that an activity declares for these data.',
  rationale: 'Customers gave their data for a reason. Using them for another one breaks the law and the customer\'s trust.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M4.1'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      {
        title: 'Income for the credit check',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: limit, type: route, uses: [income], purpose: credit-check}') },
      },
    ],
    invalid: [
      {
        title: 'Income for offers',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: upsell, type: outreach, uses: [income], purpose: offers}') },
        at: 'income',
        message: 'Rule `upsell` uses `income` for `offers`, for which no activity uses it.',
      },
      {
        title: 'A rule that does not say what for',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: upsell, type: outreach, uses: [income]}') },
        at: 'upsell',
        message: 'Rule `upsell` uses `income` and does not say what for.',
      },
      {
        title: 'An event that carries the data for something else',
        files: { 'data.yaml': catalog, 'shop.yaml': activeDocument('System', 'shop', `emits:
  - {event: offer-shown, purpose: offers, consentKey: offers, attributes: [{name: earns, type: money, element: income}]}
`) },
        at: 'income',
        message: 'Event `offer-shown` uses `income` for `offers`, for which no activity uses it.',
      },
    ],
  },
  *check({ workspace }) {
    const declared = declaredPurposes(workspace);
    for (const { producers } of workspace.registers.events.told.values()) {
      for (const producer of producers) yield* usesOfEvent(workspace, declared, producer);
    }
  },
  checkJourneys({ workspace }) {
    const declared = declaredPurposes(workspace);
    return function* ({ spec }) {
      for (const [index, rule] of (spec.value.rules ?? []).entries()) yield* usesOfRule(workspace, declared, spec, rule, index);
    };
  },
};

type Declared = ReadonlyMap<string, ReadonlySet<string>>;

function* usesOfRule(workspace: Workspace, declared: Declared, spec: Spec, { id, uses = [], purpose }: JourneyRule, index: number): Iterable<Finding> {
  const path = ['rules', index];
  if (purpose !== undefined) {
    const misused = usedOtherwise(workspace, declared, uses, purpose);
    if (misused[0] !== undefined) yield misuse(`Rule \`${id}\``, purpose, misused, { spec, path: [...path, 'uses', uses.indexOf(misused[0])] });
    return;
  }
  const personal = uses.filter((element) => isPersonal(workspace, element));
  if (personal.length > 0) yield { at: { spec, path: [...path, 'id'] }, message: `Rule \`${id}\` uses ${named(personal)} and does not say what for.`, hint: `Add \`purpose:\` with the id of one of the purposes of the data catalogue${suchAs([...workspace.registers.purposes.keys()][0])}.` };
}

function* usesOfEvent(workspace: Workspace, declared: Declared, { value, spec, path }: Entry<EmittedEvent>): Iterable<Finding> {
  const { event, purpose, attributes = [] } = value;
  const carried = attributes.flatMap(({ element }) => element ?? []);
  const misused = purpose === undefined ? [] : usedOtherwise(workspace, declared, carried, purpose);
  if (purpose === undefined || misused[0] === undefined) return;
  const index = attributes.findIndex(({ element }) => element === misused[0]);
  yield misuse(`Event \`${event}\``, purpose, misused, { spec, path: [...path, 'attributes', index, 'element'] });
}

function misuse(who: string, purpose: string, elements: readonly string[], at: Finding['at']): Finding {
  const them = elements.length === 1 ? 'it' : 'them';
  return {
    at,
    names: elements.map((each) => `data element ${each}`),
    message: `${who} uses ${named(elements)} for \`${purpose}\`, for which no activity uses ${them}.`,
    hint: `Leave ${them} out, name the purpose that ${elements.length === 1 ? 'it is' : 'they are'} used for, or, if it is lawful, add ${them} to an activity of the data catalogue with the purpose \`${purpose}\`.`,
  };
}

function isPersonal({ registers }: Workspace, element: string): boolean {
  const entry = registers.elements.get(element);
  return entry !== undefined && isAboutPeople(entry.value);
}

function named(elements: readonly string[]): string {
  return listOf(quoted(elements));
}
