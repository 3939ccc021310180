import { expect, it } from 'vitest';
import { review, type Review } from '../../src/control/review.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { journeyTexts } from '../support/journey-texts.js';

const today = '2026-11-22';

/** A change of an example in one file that something asks a later day for, with the text in which that day stands. */
interface Case {
  readonly file: string;
  readonly edit: readonly [from: string, to: string];
  readonly day: string;
  readonly asked: string;
}

const old = 'effective: {from: 2026-09-01}';
const byExample: readonly (readonly [string, Case])[] = [
  ['insurance', { file: 'people/claims-it.yaml', edit: ['status: active', 'status: deprecated'], day: 'effective: {from: 2026-01-01}', asked: 'team:claims-it' }],
  ['insurance', { file: 'slas/motor-claim-settlement.yaml', edit: ['status: active', 'status: deprecated'], day: old, asked: 'sla:motor-claim-settlement' }],
  ['broadband', { file: 'directory.yaml', edit: ['    title: Customer care\n', '    title: Customer care\n    status: deprecated\n'], day: old, asked: 'directory:fernlink' }],
  ['broadband', { file: 'directory.yaml', edit: ['  customer-care:\n', '  care:\n    aliases: [customer-care]\n'], day: old, asked: 'directory:fernlink' }],
  ['broadband', { file: 'systems/order-hub.yaml', edit: ['status: active', 'status: deprecated'], day: old, asked: 'system:order-hub' }],
  ['broadband', { file: 'calendars/office-hours.yaml', edit: ['id: office-hours\n', 'id: desk-hours\naliases: [office-hours]\n'], day: old, asked: 'calendar:desk-hours' }],
  ['parcel', { file: 'directory.yaml', edit: ['owner: delivery-cx\n', 'owner: depot-operations\n'], day: old, asked: 'directory:' }],
  ['parcel', { file: 'delivery-days.yaml', edit: ['id: delivery-days\n', 'id: depot-days\naliases: [delivery-days]\n'], day: old, asked: 'calendar:depot-days' }],
  ['parcel', { file: 'slas/depot-agreements.yaml', edit: ['provider: depot-operations', 'provider: delivery-cx'], day: old, asked: 'sla:ola-set-aside' }],
  ['parcel', { file: 'policy.yaml', edit: ['status: active', 'status: deprecated'], day: old, asked: 'policy:default' }],
];

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`It says nowhere: ${from}`);
  return text.replace(from, to);
}

function reviewed(example: string, { file, edit, day }: Case, from?: string): Review {
  const texts = journeyTexts(example);
  const changed = replaced(texts[file]!, ...edit);
  const after = { ...texts, [file]: from === undefined ? changed : replaced(changed, day, `effective: {from: ${from}}`) };
  return review({ before: loadWorkspaceFrom(texts), after: loadWorkspaceFrom(after) }, { today });
}

const askedForDay = ({ objections }: Review): readonly string[] => objections.filter(({ code, severity }) => code === 'CHG-013' && severity === 'error').map(({ subject }) => subject!);
const putOff = ({ changes }: Review): readonly string[] => changes.filter(({ kind }) => kind.includes('start-loosened')).map(({ message }) => message);

it.each(byExample)('in %s a day that a review asks for is no putting off, and nothing else is asked for one: %j', (example, change) => {
  expect(askedForDay(reviewed(example, change))).toEqual([expect.stringContaining(change.asked)]);
  for (const day of [today, '2026-12-10']) {
    const again = reviewed(example, change, day);
    expect([askedForDay(again), putOff(again)]).toEqual([[], []]);
  }
});

it('tells of a promise that is no longer proved why, though the day on which a part begins says nothing about time', () => {
  const { changes } = reviewed('parcel', byExample.find(([, { asked }]) => asked === 'sla:ola-set-aside')![1], '2026-12-10');
  const moved = changes.filter(({ kind }) => kind === 'promise-proof-removed');
  expect(moved.map(({ because }) => because)).toEqual(moved.map(() => ['sla:ola-set-aside']));
  expect(moved.length).toBe(3);
});
