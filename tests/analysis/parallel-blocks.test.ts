import { describe, expect, it } from 'vitest';
import { isTooBranched, parallelBlocks, stepsOfBranches, type Branch } from '../../src/analysis/parallel-blocks.js';
import { journeyOf } from '../support/journeys.js';

/** A block in one line: the split, its joins, and each branch with its steps; `?` when nobody waits, `|` when it ends beside. */
function blocks(steps: readonly string[]): readonly string[] {
  const journey = journeyOf(steps);
  return parallelBlocks(journey).map((block) => {
    const { split, kind, joins, branches } = block;
    const inside = (branch: Branch): ReadonlySet<string> => stepsOfBranches(journey, (each) => (each === block ? [branch] : []));
    const told = branches.map((branch) => `${branch.start.id}{${[...inside(branch)].sort().join(' ')}}${branch.awaited ? '' : '?'}${branch.endsBeside ? '|' : ''}`);
    return `${split.id} ${kind} -> ${joins.map(({ id }) => id).join(', ')}: ${told.join(' ')}`;
  });
}

describe('parallel blocks', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['are none where nothing starts together', ['a, next: [b, {to: c, when: x}]', 'b', 'c, end: success'], []],
    ['have a split, a join and branches', ['s, next: {all: [a, b]}', 'a', 'a2', 'b', 'j, waitsFor: [a2, b]', 'z, end: success'], ['s all -> j: a{a a2} b{b}']],
    ['may start some of their branches', ['s, next: {some: [a, b]}', 'a', 'b', 'j, waitsFor: [a, b], end: success'], ['s some -> j: a{a} b{b}']],
    ['need no join for a branch that ends beside', ['s, next: {all: [a, b]}', 'a, end: side', 'b, end: success'], ['s all -> : a{a}?| b{b}?']],
    ['lie within each other', ['s, next: {all: [a, b]}', 'a, next: {all: [c, d]}', 'c', 'd', 'i, waitsFor: [c, d]', 'b', 'j, waitsFor: [i, b], end: success'], ['s all -> j: a{a c d i} b{b}', 'a all -> i: c{c} d{d}']],
    ['follow each other', ['s, next: {all: [a, b]}', 'a', 'b', 'j, waitsFor: [a, b], next: {all: [c, d]}', 'c', 'd', 'k, waitsFor: [c, d], end: success'], ['s all -> j: a{a} b{b}', 'j all -> k: c{c} d{d}']],
    ['have a branch with a choice of its own', ['s, next: {all: [a, b]}', 'a, next: [c, {to: d, when: x}]', 'c', 'd', 'b', 'j, waitsFor: [c, d, b], end: success'], ['s all -> j: a{a c d} b{b}']],
    ['are not left by rework behind the join', ['o', 's, next: {all: [a, b]}', 'a', 'b', 'j, waitsFor: [a, b], next: [z, {to: o, when: x, repeats: 1}]', 'z, end: success'], ['s all -> j: a{a} b{b}']],
    ['have no join where branches only run into the same step', ['s, next: {all: [a, b]}', 'a, next: z', 'b, next: z', 'z, end: success'], ['s all -> : a{a z}? b{b z}?']],
    ['have two joins where their branches meet twice', ['s, next: {all: [a, b, c, d]}', 'a', 'b', 'c', 'd', 'j, waitsFor: [a, b], end: success', 'k, waitsFor: [c, d], end: success'], ['s all -> j, k: a{a} b{b} c{c} d{d}']],
    ['know the join that was meant where it waits for one branch only', ['s, next: {all: [a, b]}', 'a', 'b', 'j, waitsFor: [a], end: success'], ['s all -> j: a{a} b{b}?']],
    ['do not take the join of an inner block for their own', ['s, next: {all: [a, b]}', 'a, next: {all: [c, d]}', 'c', 'd', 'i, waitsFor: [c, d], end: success', 'b, end: success'], ['s all -> : a{a c d i}? b{b}?', 'a all -> i: c{c} d{d}']],
  ])('%s', (_, steps, expected) => {
    expect(blocks(steps)).toEqual(expected);
  });

  it('are not compared where a journey has hundreds of splits and joins, and say so', () => {
    const around = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `s${index}, next: {all: [s${(index + 1) % count}, s${(index + 2) % count}]}, waitsFor: [s${(index + 3) % count}]`);
    expect([40, 400].map((count) => isTooBranched(journeyOf(around(count))))).toEqual([false, true]);
    expect(blocks(around(400))).toEqual([]);
  });
});
