import { expect, it } from 'vitest';
import { review } from '../../src/control/review.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { journeyTexts } from '../support/journey-texts.js';

const insurance = journeyTexts('insurance');
const hours = 'slas/claims-hours.yaml';

it('asks the owners of a journey whose proof another document takes away, and no version, day or Record of the journey', () => {
  const shorter = insurance[hours]!.replaceAll('08:00-18:00', '09:00-11:00').replace('dayLength: 10h', 'dayLength: 2h').replace('version: 1.0.1', 'version: 2.0.0').replace(/^effective: .*$/m, 'effective: {from: 2026-12-24}');
  const { changes, bumps, answers, objections } = review({ before: loadWorkspaceFrom(insurance), after: loadWorkspaceFrom({ ...insurance, [hours]: shorter }) }, { today: '2026-11-22' });
  const moved = changes.filter(({ because }) => because !== undefined);
  expect(moved.map(({ because }) => because)).toContainEqual(['calendar:claims-hours']);
  expect(bumps.map(({ subject }) => subject)).toEqual(['calendar:claims-hours']);
  expect(objections.filter(({ remedy, subject }) => remedy !== 'approval' && remedy !== 'finding' && subject !== 'calendar:claims-hours').map(({ message }) => message)).toEqual([]);
  expect(new Set(answers.map(({ demand }) => demand.subject)).size).toBeGreaterThan(1);
});

const askedOf = (edits: Readonly<Record<string, (text: string) => string>>, subject: string): readonly string[] => {
  const after = { ...insurance, ...Object.fromEntries(Object.entries(edits).map(([file, change]) => [file, change(insurance[file]!)])) };
  const { answers } = review({ before: loadWorkspaceFrom(insurance), after: loadWorkspaceFrom(after) }, { today: '2026-11-22' });
  return [...new Set(answers.filter(({ demand }) => demand.subject === subject).flatMap(({ demand }) => demand.approvers.map(({ role }) => role)))];
};

it('asks the owners of journeys whose deadlines move with a calendar, and who manages the promises', () => {
  const later = askedOf({ [hours]: (text) => text.replace('tue: ["08:00-18:00"]', 'tue: ["10:00-16:00"]') }, 'calendar:claims-hours');
  expect(later).toEqual(expect.arrayContaining(['claims-cx#journey-owner', 'claims-at#journey-owner', 'claims-cx#service-level-manager']));
});

it('asks the owners of journeys that rely on a promise which is changed, also where no more and no less is left of what they promise', () => {
  expect(askedOf({ 'slas/motor-claim-settlement.yaml': (text) => text.replace('{within: 10d, percent: 90', '{within: 12d, percent: 90') }, 'sla:motor-claim-settlement')).toContain('claims-at#journey-owner');
  const unproved = (text: string): string => text.replace('\nowner: policy-service', '\nowner: claims-at');
  expect(askedOf({ 'journeys/policyholder-lifecycle.yaml': unproved, 'slas/refusal-call.yaml': (text) => text.replace('{within: 2d,', '{within: 3d,') }, 'sla:refusal-call')).toContain('claims-at#journey-owner');
  expect(askedOf({ 'slas/motor-claim-settlement.yaml': (text) => text.replace(/^title: .*$/m, 'title: Claim') }, 'sla:motor-claim-settlement')).not.toContain('claims-at#journey-owner');
});

it('asks none of them where a calendar is only called otherwise, or a holiday of it', () => {
  expect(askedOf({ [hours]: (text) => text.replace(/^title: .*$/m, 'title: Hours') }, 'calendar:claims-hours')).not.toContain('claims-at#journey-owner');
  expect(askedOf({ [hours]: (text) => text.replace('date: 2026-12-25, name:', 'date: 2026-12-25, name: Again') }, 'calendar:claims-hours')).not.toContain('claims-at#journey-owner');
});
