import { isReadWhole } from '../../../analysis/completeness.js';
import { canBeDecided } from '../../../analysis/criteria.js';
import { declaredPurposes, isAboutPeople } from '../../../analysis/data-use.js';
import type { Criterion } from '../../../schema/kinds/persona.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (activities: string): string => activeDocument('DataCatalog', 'card-data', `purposes: [{id: service, basis: contract}]
elements:
  - {id: trips, title: Trips abroad in a year, class: internal, nature: personal}
${activities}`);

const used = 'activities:\n  - {id: serve, purpose: service, elements: [trips], subjects: [customer]}\n';

const recognised = (criterion: string): string => activeDocument('Persona', 'traveller', `criteria:
  - ${criterion}
`);

/** A criterion that cannot be decided, or that would be decided with data that nobody may use for it. */
export const criteriaUsable: Rule = {
  id: 'persona/criteria-usable',
  code: 'PER-001',
  summary: 'A persona is recognised by data that have a purpose, compared in a way that can be decided.',
  rationale: 'Sorting customers by data that were collected for nothing stated is profiling without a ground, and a comparison that cannot be made sorts nobody.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M2.1'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'DAT-004', within: 'workspace' },
  ],
  examples: {
    valid: [{ title: 'A number that an activity uses', files: { 'data.yaml': catalog(used), 'persona.yaml': recognised('{variable: trips, op: gte, value: 4}') } }],
    invalid: [
      {
        title: 'Data without a purpose',
        files: { 'data.yaml': catalog(''), 'persona.yaml': recognised('{variable: trips, op: gte, value: 4}') },
        at: 'trips',
        message: 'Persona `traveller` is recognised by `trips`, and no activity says what that is used for.',
      },
      {
        title: 'More than a word',
        files: { 'data.yaml': catalog(used), 'persona.yaml': recognised('{variable: trips, op: gte, value: many}') },
        at: 'many',
        message: 'Persona `traveller` compares `trips` by `gte` with `many`, which is no number.',
      },
      {
        title: 'One of a list that is no list',
        files: { 'data.yaml': catalog(used), 'persona.yaml': recognised('{variable: trips, op: in, value: 4}') },
        at: '4',
        message: 'Persona `traveller` compares `trips` by `in`, which needs a list.',
      },
      {
        title: 'Equal to a list',
        files: { 'data.yaml': catalog(used), 'persona.yaml': recognised('{variable: trips, op: eq, value: [4, 5]}') },
        at: '[4, 5]',
        message: 'Persona `traveller` compares `trips` by `eq` with a list.',
      },
    ],
  },
  *check({ workspace }) {
    const purposes = declaredPurposes(workspace);
    const isWhole = isReadWhole(workspace, 'DataCatalog');
    for (const spec of workspace.all('Persona')) {
      for (const [index, criterion] of (spec.value.criteria ?? []).entries()) {
        const path = ['criteria', index];
        const element = workspace.registers.elements.get(criterion.variable);
        if (!canBeDecided(criterion)) yield { at: { spec, path: [...path, 'value'] }, ...undecidable(spec.id, criterion) };
        else if (isWhole && element !== undefined && isAboutPeople(element.value) && !purposes.has(criterion.variable)) yield { at: { spec, path: [...path, 'variable'] }, ...withoutPurpose(spec.id, criterion.variable) };
      }
    }
  },
};

function withoutPurpose(persona: string, variable: string): Omit<Finding, 'at'> {
  return {
    message: `Persona \`${persona}\` is recognised by \`${variable}\`, and no activity says what that is used for.`,
    hint: `Name \`${variable}\` under \`elements\` of an activity in a data catalogue, with its purpose. If it may not be used for this, recognise the persona by something else.`,
  };
}

function undecidable(persona: string, { variable, op, value }: Criterion): Omit<Finding, 'at'> {
  const compares = `Persona \`${persona}\` compares \`${variable}\` by \`${op}\``;
  if (op === 'in') return { message: `${compares}, which needs a list.`, hint: `Write the values in brackets, \`value: [${String(value)}, ...]\`, or \`op: eq\` for a single one.` };
  if (Array.isArray(value)) return { message: `${compares} with a list.`, hint: 'Write `op: in` if one of the values is enough, or a single value.' };
  return { message: `${compares} with \`${String(value)}\`, which is no number.`, hint: 'Greater and less are for numbers, for example `value: 5`. For words write `op: eq` or `op: in`.' };
}
