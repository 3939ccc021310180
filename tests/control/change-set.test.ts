import { describe, expect, it } from 'vitest';
import { exampleData, examplePromise, edit, keepLess, newFile, promiseLess } from '../../src/control/example-texts.js';
import { exampleReview } from '../../src/control/example-review.js';
import type { Edit } from '../../src/diff/change-kind.js';

const before = { 'promise.yaml': examplePromise, 'data.yaml': exampleData };
const setOf = (...edits: readonly Edit[]): string => exampleReview({ title: '', before, edits }).set;
const decision = `apiVersion: waymark/v1
kind: Record
id: decision-1
type: decision
date: 2026-11-20
by: [claims#lead]
subject: [claim-settled@2.0.0]
outcome: twelve days
`;

describe('the set of changes that an agreement covers', () => {
  const agreedTo = setOf(...promiseLess);

  it.each<readonly [string, readonly Edit[]]>([
    ['a title is worded anew', [...promiseLess, edit('promise.yaml', 'title: Claim settled', 'title: Claims settled')]],
    ['a line moves', [...promiseLess, edit('promise.yaml', 'window: P1M\n', ''), edit('promise.yaml', 'type: sla\n', 'type: sla\nwindow: P1M\n')]],
    ['something is put on record', [...promiseLess, newFile('record.yaml', decision)]],
    ['the version is raised further', [...promiseLess, edit('promise.yaml', 'version: 2.0.0', 'version: 2.0.1')]],
  ])('stays where %s', (_title, edits) => {
    expect(setOf(...edits)).toBe(agreedTo);
  });

  it.each<readonly [string, readonly Edit[]]>([
    ['one change more', [...promiseLess, ...keepLess]],
    ['one change fewer', [edit('promise.yaml', 'version: 1.0.0', 'version: 2.0.0')]],
    ['another value', [edit('promise.yaml', 'within: 10d', 'within: 13d'), promiseLess[1]!]],
    ['the opposite', [edit('promise.yaml', 'within: 10d', 'within: 8d'), promiseLess[1]!]],
  ])('is another with %s', (_title, edits) => {
    expect(setOf(...edits)).not.toBe(agreedTo);
  });

  it('is the same for the same changes in another order, and has a name', () => {
    expect(setOf(...keepLess, ...promiseLess)).toBe(setOf(...promiseLess, ...keepLess));
    expect(agreedTo).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('the set of changes of a journey and its promise', () => {
  const steps = (...lines: readonly string[]): string => `apiVersion: waymark/v1\nkind: Journey\nid: lost-card\ntitle: Lost card\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nstages:\n${lines.map((line) => (line.startsWith('- ') ? `  ${line}\n    title: Stage\n    steps:\n` : `      - {${line}, lane: frontstage}\n`)).join('')}`;
  const [call, check, block, tell] = ['id: call, title: Call', 'id: check, title: Check', 'id: block, title: Block', 'id: tell, title: Tell, end: success'] as const;
  const was = steps('- id: report', call, block, '- id: close', tell);
  const journeySet = (text: string): string => exampleReview({ title: '', before: { 'journey.yaml': was, 'promise.yaml': examplePromise }, edits: [{ file: 'journey.yaml', from: was, to: text }] }).set;
  const targets = (...after: readonly string[]): string => setOf(edit('promise.yaml', 'targets: [{within: 10d, percent: 90}]', `targets: [${after.join(', ')}]`));

  it.each<readonly [string, string, string]>([
    ['a step that is new at another place', journeySet(steps('- id: report', call, check, block, '- id: close', tell)), journeySet(steps('- id: report', call, block, check, '- id: close', tell))],
    ['a step that has moved to another place', journeySet(steps('- id: report', call, '- id: close', block, tell)), journeySet(steps('- id: report', call, '- id: close', tell.replace(', end: success', ''), `${block}, end: success`))],
    ['more customers on the way to a step that is new', journeySet(steps('- id: report', `${call}, next: [block, {to: check, when: doubt, share: 0.1}]`, check, block, '- id: close', tell)), journeySet(steps('- id: report', `${call}, next: [block, {to: check, when: doubt, share: 0.9}]`, check, block, '- id: close', tell))],
    ['another tier that keeps what the others lose', targets('{within: 12d, percent: 90}', '{tier: gold, within: 10d, percent: 90}'), targets('{within: 12d, percent: 90}', '{tier: silver, within: 10d, percent: 90}')],
  ])('is another with %s', (_title, one, other) => {
    expect(one).not.toBe(other);
    expect(one).not.toBe(exampleReview({ title: '', before, edits: [] }).set);
  });
});
