import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { changes, files, sound, type Replacement } from './harness.js';

/** A piece of data that is about people, but not protected, and one that is special. */
const known: Replacement = ['data.yaml', 'elements:\n', 'elements:\n  - {id: age, title: Age, class: internal, nature: personal}\n  - {id: alias, title: Alias, class: internal, nature: pseudonymous}\n  - {id: injury, title: Injury, class: special}\n'];

/** What begins to be used for something, with whom it harms and who is asked. */
function begun(...edits: readonly Replacement[]): readonly string[] {
  const list = diff(sound(files(known)), sound(files(known, ...edits))).filter(({ kind }) => kind !== 'persona-criterion-removed');
  return list.map(({ kind, level, regulated, harms, approvers }) => `${kind} ${level}${regulated ? ' regulated' : ''}, harms ${harms.join(' and ') || 'nobody'}, asks ${approvers.join(' and ')}`);
}

const asked = 'harms data-subject, asks journey-owner and data-owner and dpo';

const uses: readonly (readonly [kind: string, file: string, from: string, to: (element: string) => string])[] = [
  ['model-card-input-added', 'directory.yaml', 'legalEffect: false', (element) => `legalEffect: false, inputs: [${element}]`],
  ['event-attribute-added', 'directory.yaml', 'attributes: [', (element) => `attributes: [{name: more, type: string, element: ${element}}, `],
  ['event-attribute-element-added', 'directory.yaml', '{name: amount, type: money}', (element) => `{name: amount, type: money, element: ${element}}`],
  ['system-event-added', 'directory.yaml', 'type: app, ', (element) => `type: app, emits: [{event: opened, caseKey: case, attributes: [{name: more, type: string, element: ${element}}]}], `],
  ['system-integration-added', 'directory.yaml', 'type: app, ', (element) => `type: app, integrations: [{to: core, elements: [${element}]}], `],
  ['rule-used-element-added', 'journey.yaml', 'uses: [reference]', (element) => `uses: [reference, ${element}]`],
  ['journey-rule-added', 'journey.yaml', 'rules:\n', (element) => `rules:\n  - {id: young, type: prioritise, uses: [${element}], when: young, do: take first, precedence: 9, explain: {logEvent: claim-ranked, fields: [rule]}}\n`],
  ['step-data-reused-element-added', 'journey.yaml', 'collects: [reference]', (element) => `collects: [reference], reuses: [${element}]`],
];

describe('data about people that begin to be used', () => {
  it.each(uses)('%s: harm those whom they tell of, and who answers for them is asked', (kind, file, from, to) => {
    for (const element of ['age', 'alias', 'injury', 'photo']) expect(begun([file, from, to(element)])).toEqual([`${kind} compatible regulated, ${asked}`]);
    expect(begun([file, from, to('reference')])).toEqual([`${kind} compatible, harms nobody, asks journey-owner`]);
  });

  it('to tell people apart break something, where they come and where they stand in the place of others', () => {
    const profiling = 'persona-criterion-added breaking regulated, harms customer and data-subject, asks journey-owner and data-owner and dpo';
    for (const element of ['age', 'injury']) {
      expect(begun(['directory.yaml', 'op: gte, value: 5}', `op: gte, value: 5}, {variable: ${element}, op: gte, value: 5}`])).toEqual([profiling]);
      expect(begun(['directory.yaml', 'variable: fleet-size', `variable: ${element}`])).toEqual([profiling]);
    }
    expect(begun(['directory.yaml', 'variable: fleet-size', 'variable: reference'])).toEqual(['persona-criterion-added breaking, harms customer, asks journey-owner']);
  });
});

describe('data about people that come with something whole', () => {
  const step = (data: string): Replacement => ['journey.yaml', '      - {id: inspect,', `      - {id: more, title: More, lane: backstage, data: {${data}}, next: decide}\n      - {id: inspect,`];
  const whole: readonly (readonly [what: string, edit: (element: string) => Replacement, weight: string])[] = [
    ['step that uses them again', (element) => step(`reuses: [${element}]`), 'step-added compatible'],
    ['persona', (element) => ['directory.yaml', '  fleet: {', `  young: {title: Young, type: customer, tier: {name: basic, rank: 3}, criteria: [{variable: ${element}, op: gte, value: 5}]}\n  fleet: {`], 'spec-activated breaking'],
    ['system', (element) => ['directory.yaml', '  portal: {', `  more: {title: More, type: app, emits: [{event: opened, caseKey: case, attributes: [{name: more, type: string, element: ${element}}]}]}\n  portal: {`], 'spec-activated compatible'],
  ];

  it.each(whole)('weigh with a new %s what they weigh with one that was there', (_, edit, weight) => {
    for (const element of ['age', 'alias', 'injury', 'photo']) expect(begun(edit(element))).toEqual([`${weight} regulated, harms data-subject, asks journey-owner and data-owner and dpo`]);
    expect(begun(edit('reference'))).toEqual([`${weight}, harms nobody, asks journey-owner`]);
  });

  it('are asked for by a new step as by one that was there, and a draft asks nobody', () => {
    for (const element of ['age', 'alias', 'injury', 'photo']) expect(begun(step(`collects: [${element}]`))).toEqual(['step-added compatible regulated, harms data-subject, asks journey-owner and data-owner and dpo']);
    expect(begun(step('collects: [reference]'))).toEqual(['step-added compatible, harms nobody, asks journey-owner']);
    expect(begun(['sketch.yaml', 'steps:\n', 'steps:\n      - {id: more, title: More, lane: backstage, data: {collects: [age]}}\n'])).toEqual(['step-added compatible, harms nobody, asks journey-owner']);
  });
});

it.each(['age', 'alias', 'injury', 'photo'])('what a step newly asks about a person is for those who protect data to judge: %s', (element) => {
  expect(begun(['journey.yaml', 'collects: [reference]', `collects: [reference, ${element}]`])[0]).toMatch(/^personal-element-added \w+ regulated, .*dpo/);
});

it('any other words about when a rule that overrides others applies, and what it does, are for compliance to judge', () => {
  const rule = '{id: calm, type: override, when: open claim, do: no offers, precedence: 100}';
  const told = (text: string): readonly string[] => begun(['journey.yaml', rule, text]);
  const heavy = 'override-rule-effect-changed breaking regulated, harms customer and regulator, asks compliance';
  expect(told(rule.replace('open claim', 'never'))).toEqual([heavy]);
  expect(told(rule.replace('when: open claim, ', ''))).toEqual([heavy]);
  expect(told(rule.replace('no offers', 'offers'))).toEqual([heavy]);
  expect(told(rule.replace('override', 'prioritise'))).toEqual([heavy]);
  expect(told(rule.replace('open claim', '"open claim"'))).toEqual([]);
});

describe('a new activity', () => {
  const added = (more: string): readonly string[] => changes(['data.yaml', 'activities:\n', `activities:\n  - {id: sell, purpose: service, elements: [photo], subjects: [policyholder]${more}}\n`]).map(({ kind, level, regulated, harms, approvers, message }) => `${kind} ${level} ${regulated ? 'regulated' : ''}, harms ${harms.join() || 'nobody'}, asks ${approvers.join(' and ')}: ${message}`);
  const isNew = 'Activity `sell` is new in the `activities` of data catalogue `catalogue`.';

  it('that gives data to others weighs like a new recipient, and says to whom they go and where', () => {
    const heavy = 'data-catalog-activity-added breaking regulated, harms data-subject, asks data-owner and dpo';
    expect(added(', recipients: [bank, garage]')).toEqual([`${heavy}: ${isNew} Data are given to \`bank\` and \`garage\`.`]);
    expect(added(', transfers: [{to: US}]')).toEqual([`${heavy}: ${isNew} Data go to \`US\`.`]);
    expect(added(', recipients: [bank], transfers: [{to: US}, {to: IN}]')).toEqual([`${heavy}: ${isNew} Data are given to \`bank\`, and go to \`US\` and \`IN\`.`]);
  });

  it('that keeps them to itself takes nothing away', () => {
    expect(added('')).toEqual([`data-catalog-activity-added compatible regulated, harms nobody, asks journey-owner and dpo: ${isNew}`]);
  });
});
