import type { Path } from '../../../base/json.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, draftDocument, examplePolicy, journeyWithRules } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A rule under which some customers get nothing, or are told apart by what they must not be. */
export const nobodyLeftBehind: Rule = {
  id: 'variant/nobody-left-behind',
  code: 'VAR-006',
  summary: 'Whoever is served differently, everybody is served, and nobody is told apart by an attribute that the Policy forbids.',
  rationale: 'Serving some first makes others wait. Without a floor they wait for ever, and some differences are against the law.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M4.2'],
  examples: {
    valid: [
      {
        title: 'Fleets first, and nobody later than ten days',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: fleets-first, type: prioritise, uses: [contract-type], floor: 10d}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'The others may wait for ever',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: fleets-first, type: prioritise, variants: [{id: first}, {id: last}]}
`),
        },
        at: 'fleets-first',
        message: 'Rule `fleets-first` does not say what everybody else gets.',
      },
      {
        title: 'A forbidden attribute decides',
        files: {
          'policy.yaml': examplePolicy('data: {prohibitedAttributes: [religion, health]}\n'),
          'journey.yaml': journeyWithRules(`  - {id: slots, type: route, uses: [health-note]}
`),
        },
        at: 'health-note',
        message: 'Rule `slots` decides by `health-note`, and the Policy forbids to tell customers apart by health.',
      },
      {
        title: 'A persona is recognised by a forbidden attribute',
        files: {
          'policy.yaml': examplePolicy('data: {prohibitedAttributes: [religion, health]}\n'),
          'data.yaml': draftDocument('DataCatalog', 'data', 'elements: [{id: belief, title: Religion of the customer, class: special, nature: personal}]\n'),
          'persona.yaml': activeDocument('Persona', 'believer', 'criteria: [{variable: belief, op: eq, value: any}]\n'),
        },
        at: 'belief',
        message: 'Persona `believer` is recognised by `belief`, and the Policy forbids to tell customers apart by religion.',
      },
      {
        title: 'A model reads a forbidden attribute',
        files: {
          'policy.yaml': examplePolicy('data: {prohibitedAttributes: [religion, health]}\n'),
          'score.yaml': activeDocument('System', 'score', 'type: model\nmodelCard: {purpose: Shows which claims to check, inputs: [claim-number, health-note]}\n'),
        },
        at: 'health-note',
        message: 'Model `score` judges by `health-note`, and the Policy forbids to tell customers apart by health.',
      },
    ],
  },
  *check({ workspace }) {
    yield* withoutFloor(workspace);
    const { prohibitedAttributes = [] } = workspace.policy.value.data ?? {};
    for (const use of prohibitedAttributes.length === 0 ? [] : distinctions(workspace)) {
      const attribute = prohibitedAttributes.find((each) => speaksOf(workspace, use.element, each));
      if (attribute === undefined) continue;
      yield {
        at: { spec: use.spec, path: use.path },
        message: `${use.what} by \`${use.element}\`, and the Policy forbids to tell customers apart by ${attribute}.`,
        hint: `Delete \`${use.element}\` here, and decide by something else that the customer has told us for this purpose.`,
      };
    }
  },
};

function* withoutFloor({ journeys }: Workspace): Iterable<Finding> {
  for (const { spec } of journeys) {
    for (const [index, { id, type, floor, variants = [] }] of (spec.value.rules ?? []).entries()) {
      if ((type !== 'prioritise' && type !== 'personalise') || floor !== undefined || variants.some((variant) => variant.default === true)) continue;
      yield {
        at: { spec, path: ['rules', index, 'id'] },
        message: `Rule \`${id}\` does not say what everybody else gets.`,
        hint: 'Add `default: true` to the variant that everybody may get, or `floor: 10d` with the longest time that anybody waits.',
      };
    }
  }
}

interface Distinction {
  readonly spec: Spec;
  readonly path: Path;
  readonly element: string;
  readonly what: string;
}

/** Every place where customers are told apart by a data element. */
function distinctions(workspace: Workspace): readonly Distinction[] {
  const rules = workspace.journeys.flatMap(({ spec }) =>
    (spec.value.rules ?? []).flatMap(({ id, uses = [] }, index) => uses.map((element, at) => ({ spec, path: ['rules', index, 'uses', at], element, what: `Rule \`${id}\` decides` }))),
  );
  const personas = workspace.all('Persona').flatMap((spec) => (spec.value.criteria ?? []).map(({ variable }, at) => ({ spec, path: ['criteria', at, 'variable'], element: variable, what: `Persona \`${spec.id}\` is recognised` })));
  const models = workspace.all('System').flatMap((spec) => (spec.value.modelCard?.inputs ?? []).map((element, at) => ({ spec, path: ['modelCard', 'inputs', at], element, what: `Model \`${spec.id}\` judges` })));
  return [...rules, ...personas, ...models];
}

/** True when the element's id or title holds all words of the attribute. */
function speaksOf({ registers }: Workspace, element: string, attribute: string): boolean {
  const words = [...wordsOf(element), ...wordsOf(registers.elements.get(element)?.value.title ?? '')];
  const wanted = wordsOf(attribute);
  return wanted.length > 0 && wanted.every((word) => words.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
