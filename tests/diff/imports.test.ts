import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demands } from '../../src/control/demands.js';
import { diff } from '../../src/diff/diff.js';
import type { Workspace } from '../../src/model/workspace.js';
import { files, sound } from './harness.js';

const hours = `apiVersion: waymark/v1
kind: Calendar
id: office
title: Office hours of the group
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: group
timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"], fri: ["08:00-18:00"]}
dayLength: 10h
horizon: {from: 2026-01-01, until: 2027-12-31}
`;

/** The example in which a reply is counted in the hours of another repository. */
function withCopy(copy: string, locked = copy): Workspace {
  const integrity = createHash('sha256').update(locked).digest('hex');
  const texts = files(
    ['waymark.yaml', 'regions: [DE]\n', `regions: [DE]\nimports: [{name: group, source: vendor/hours.yaml, version: ^1.0.0, integrity: ${integrity}}]\n`],
    ['question.yaml', 'promise: {within: 3h, percent: 98, each: pool}', 'promise: {within: 3h, percent: 98, each: pool, calendar: group/office}'],
  );
  return sound({ ...texts, 'vendor/hours.yaml': copy });
}

const before = withCopy(hours);
const told = (after: Workspace): readonly unknown[] => diff(before, after).map(({ kind, subject, level, harms, message }) => [kind, subject, level, harms, message.replace(/[0-9a-f]{50,}(?:\.\.\.)?/g, '...')]);

describe('the copy of another repository', () => {
  it('tells what is new in it, how much that weighs and whom it may harm', () => {
    expect(told(withCopy(hours.replace('mon: ["08:00-18:00"]', 'mon: ["08:00-17:00"]').replace('version: 1.0.0', 'version: 2.0.0'))).at(-1)).toEqual([
      'import-integrity-changed',
      'workspace:example#imports/group',
      'breaking',
      ['customer'],
      'The copy that is imported as `group` is another one. On Monday, calendar `office` was open 08:00-18:00 and is now open 08:00-17:00: deadlines come later.',
    ]);
  });

  it('counts what is too much for one sentence', () => {
    expect(told(withCopy(hours.replaceAll('08:00-18:00', '08:00-17:00')))).toContainEqual(expect.arrayContaining([expect.stringMatching(/On Wednesday, calendar `office` .*: deadlines come later\. And 2 more changes\.$/)]));
  });

  it.each([
    ['with a comment', `# From the group\n${hours}`, ', and says the same.'],
    ['with another title', hours.replace('title: Office hours of the group', 'title: Hours'), '. The `title` of calendar `office` was `Office hours of the group` and is now `Hours`.'],
  ])('is editorial %s', (_, copy, words) => {
    expect(told(withCopy(copy))).toEqual([['import-integrity-changed', 'workspace:example#imports/group', 'editorial', [], `The copy that is imported as \`group\` is another one${words}`]]);
  });

  it('is told by its hash where it is not the one that was locked', () => {
    const other = hours.replaceAll('08:00-18:00', '08:00-17:00');
    expect(told(withCopy(hours, other))).toEqual([['import-integrity-changed', 'workspace:example#imports/group', 'breaking', ['staff'], 'The `integrity` of import `group` in workspace `example` was `...` and is now `...`.']]);
  });

  it('is named as the cause where it moves a proof', () => {
    const moved = diff(before, withCopy(hours.replaceAll('08:00-18:00', '08:00-10:00').replace('dayLength: 10h', 'dayLength: 2h'))).filter(({ kind }) => kind.startsWith('promise-'));
    expect(moved.map(({ subject, facts, because }) => [subject, facts['promise'], because])).toContainEqual(['journey:question', 'replied', ['workspace:example#imports/group']]);
  });
});

it('whoever answers for the Policy is asked about the settings of the workspace, which have no owner of their own', () => {
  const after = withCopy(hours.replace('version: 1.0.0', 'version: 2.0.0'));
  const asked = demands({ before, after }, diff(before, after).map((change) => ({ ...change, level: 'breaking' })));
  expect(asked.map(({ subject, approver, approvers }) => [subject, approver, approvers.map(({ role }) => role)])).toContainEqual(['workspace:example', 'journey-owner', ['claims#lead']]);
});

it('is told as a change of what is imported, though its lock is the same', () => {
  const other = hours.replace('mon: ["08:00-18:00"]', 'mon: ["08:00-17:00"]');
  const words = 'The copy that is imported as `group` is another one, though its lock (`integrity`) is the same';
  const changed = told(withCopy(other, hours));
  expect(changed.at(-1)).toEqual(['import-integrity-changed', 'workspace:example#imports/group', 'breaking', ['customer'], `${words}. On Monday, calendar \`office\` was open 08:00-18:00 and is now open 08:00-17:00: deadlines come later.`]);
  expect(told(withCopy(`# From the group\n${hours}`, hours))).toEqual([['import-integrity-changed', 'workspace:example#imports/group', 'editorial', [], `${words}, and says the same.`]]);
  expect(diff(withCopy(other, hours), before).at(-1)?.message).toContain(`${words}. On Monday, calendar \`office\` was open 08:00-17:00 and is now open 08:00-18:00`);
  expect(diff(withCopy(other, hours), withCopy(other, hours))).toEqual([]);
});
