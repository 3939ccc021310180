import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = (fields: string, actor = 'claims'): string => activeDocument('Journey', 'lost-card', `${fields}
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage}
      - {id: replace, title: We send a new card, lane: backstage, actor: ${actor}, end: success}
`);

const parent = lostCard('').replaceAll('lost-card', 'card-life');

/** A journey that spans more or less than its level says. */
export const levelFits: Rule = {
  id: 'structure/level-fits',
  code: 'STR-015',
  summary: 'A micro journey is part of another one, and an end-to-end journey crosses at least two teams.',
  rationale: 'A part without a whole is improved for one department at the cost of the next, and an end-to-end journey of one team sees only half.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.4'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [
      { title: 'A micro journey with its parent', files: { 'journey.yaml': lostCard('level: micro\nparent: card-life'), 'parent.yaml': parent } },
      { title: 'A micro journey that a step of another one stands for', files: { 'journey.yaml': lostCard('level: micro'), 'parent.yaml': parent.replace('id: call,', 'id: call, journey: lost-card,') } },
      { title: 'An end-to-end journey of two teams', files: { 'journey.yaml': lostCard('level: end-to-end', 'payments') } },
    ],
    invalid: [
      { title: 'A micro journey on its own', files: { 'journey.yaml': lostCard('level: micro') }, at: 'micro', message: 'Journey `lost-card` is micro, but is part of no other journey.' },
      { title: 'An end-to-end journey of one team', files: { 'journey.yaml': lostCard('level: end-to-end') }, at: 'end-to-end', message: 'Journey `lost-card` is end-to-end, but only `claims` acts in it.' },
    ],
  },
  checkJourneys: ({ workspace }) => (each) => findingsOf(each, workspace),
};

function* findingsOf(journey: JourneyModel, workspace: Workspace): Iterable<Finding> {
  const { id, spec } = journey;
  const at = { spec, path: ['level'] };
  if (spec.value.level === 'micro' && !isPart(journey, workspace)) {
    yield { at, message: `Journey \`${id}\` is micro, but is part of no other journey.`, hint: 'Add `parent:` with the journey that it is a part of, or name it in a step of that journey, for example `journey: ' + id + '`.' };
  }
  const teams = new Set(journey.steps.flatMap((step) => step.teams));
  if (spec.value.level === 'end-to-end' && teams.size < 2 && journey.steps.every(({ value }) => value.journey === undefined)) {
    yield { at, message: `Journey \`${id}\` is end-to-end, but ${teams.size === 0 ? 'no team' : `only \`${[...teams][0]}\``} acts in it.`, hint: 'Name the teams that act in `actor` of their steps, or write `level: micro` and its `parent`.' };
  }
}

function isPart({ spec }: JourneyModel, workspace: Workspace): boolean {
  return spec.value.parent !== undefined || workspace.referencesTo(spec.coordinate).some(({ shape, field }) => shape === 'Step' && field === 'journey');
}
