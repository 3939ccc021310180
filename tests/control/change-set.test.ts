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
