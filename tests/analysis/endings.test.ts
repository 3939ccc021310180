import { describe, expect, it } from 'vitest';
import { branchesThatRejoin, deadEnds, stepsThatCanEnd, straysIntoSideBranches } from '../../src/analysis/endings.js';
import { cutOffSteps, entrySteps, reachableSteps } from '../../src/analysis/reachability.js';
import { journeyOf } from '../support/journeys.js';

type Steps = readonly string[];

const ids = (steps: readonly { readonly id: string }[]): readonly string[] => steps.map(({ id }) => id);

describe('where a journey begins', () => {
  it.each<readonly [string, Steps, Steps]>([
    ['at the first step', ['a', 'b'], ['a']],
    ['at each step with an entry', ['a', 'b, entry: by phone'], ['a', 'b']],
    ['not at a step that only happens alongside', ['w, alongside: a', 'a', 'b'], ['a']],
    ['after an optional first step as well', ['a, when: abroad', 'b, when: at night', 'c', 'd'], ['a', 'b', 'c']],
  ])('%s', (_, steps, expected) => {
    expect(ids(entrySteps(journeyOf(steps)))).toEqual(expected);
  });
});

describe('steps that no case gets to', () => {
  it('are those that no way leads to', () => {
    expect([...reachableSteps(journeyOf(['a, next: c', 'b', 'c, onFail: d, end: success', 'd', 'w, alongside: d']))].sort()).toEqual(['a', 'c', 'd', 'w']);
  });

  it.each<readonly [string, Steps, Steps]>([
    ['are told at their beginning only', ['a, next: d', 'b', 'c', 'd, end: success'], ['b']],
    ['are told by the first of a circle', ['a, next: d', 'b', 'c, next: b', 'd, end: success'], ['b']],
    ['are told one by one where they have nothing to do with each other', ['a, next: d', 'b, next: d', 'c, next: d', 'd, end: success'], ['b', 'c']],
  ])('%s', (_, steps, expected) => {
    expect(ids(cutOffSteps(journeyOf(steps)))).toEqual(expected);
  });
});

describe('dead ends', () => {
  it.each<readonly [string, Steps, Steps]>([
    ['are steps without an end that nothing follows', ['a', 'b'], ['b']],
    ['are not ends', ['a', 'b, end: abandon'], []],
    ['are not steps alongside', ['a, end: success', 'w, alongside: a'], []],
    ['are not steps that an interruption ends', ['a, type: wait, meanwhile: [{event: paid, to: b, stops: true}]', 'b, end: success'], []],
    ['are steps that only a failure leaves', ['a', 'b, onFail: a'], ['b']],
    ['are steps that lead only to themselves', ['a', 'b, next: [{to: b, repeats: 2}]'], ['b']],
    ['are not steps that name a step which does not exist', ['a, next: nowhere'], []],
    ['are steps with an empty choice', ['a, next: []'], ['a']],
    ['are not told where no case gets to', ['a, end: success', 'b'], []],
    ['are not told of a branch that nobody waits for', ['s, next: {all: [a, b]}', 'a', 'b', 'c, end: success'], []],
    ['are told of the only branch that goes on', ['s, next: {all: [a, r]}', 'a', 'r, end: side'], ['a']],
    ['are told of one way out of a branch', ['s, next: {all: [a, b]}', 'a, next: [c, {to: d, when: x}]', 'c', 'd', 'b', 'j, waitsFor: [c, b], end: success'], ['d']],
  ])('%s', (_, steps, expected) => {
    expect(ids(deadEnds(journeyOf(steps)))).toEqual(expected);
  });
});

describe('side branches', () => {
  it('are no end of the case itself', () => {
    expect([...stepsThatCanEnd(journeyOf(['a, meanwhile: [{after: 1d, to: r}], next: b', 'r, end: side', 'b', 'c, end: failure']))].sort()).toEqual(['a', 'b', 'c']);
  });

  it.each<readonly [string, Steps, Steps]>([
    ['may not take the case with them', ['a, meanwhile: [{after: 1d, to: r}]', 'r, end: side', 'b, end: success'], ['a>r']],
    ['may not take the case with them where nothing opens them', ['a', 'b', 'r, end: side'], ['b>r']],
    ['are told once, where the case first comes to them', ['a, meanwhile: [{after: 1d, to: r}]', 'r', 's, end: side', 'b, end: success'], ['a>r']],
    ['may be branches of a split', ['s, next: {all: [a, r]}', 'a', 'b, end: success', 'r, end: side'], []],
    ['may be one way out of a branch of a split', ['s, next: {all: [a, b]}', 'a, next: [c, {to: r, when: x}]', 'r, end: side', 'c', 'b', 'j, waitsFor: [c, b], end: success'], []],
    ['may be left alone by those who go on', ['a, meanwhile: [{after: 1d, to: r}], next: b', 'r, end: side', 'b, end: success'], []],
  ])('%s', (_, steps, expected) => {
    expect(straysIntoSideBranches(journeyOf(steps)).map(({ from, to }) => `${from}>${to}`)).toEqual(expected);
  });

  it.each<readonly [string, Steps, Steps]>([
    ['may not end the case', ['a, meanwhile: [{after: 1d, to: r}], next: b', 'r, end: success', 'b, end: success'], ['a>r']],
    ['may not come back to the case', ['a, meanwhile: [{after: 1d, to: r}], next: b', 'r, next: b', 'b, end: success'], ['a>r']],
    ['may not come back on one of their ways', ['a, meanwhile: [{after: 1d, to: r}], next: b', 'r, next: [{to: b, when: x}, s]', 's, end: side', 'b, end: success'], ['a>r']],
    ['are none when they stop the step', ['a, meanwhile: [{after: 1d, to: r, stops: true}], next: b', 'r, next: b', 'b, end: success'], []],
  ])('%s', (_, steps, expected) => {
    expect(branchesThatRejoin(journeyOf(steps)).map(({ from, to }) => `${from}>${to}`)).toEqual(expected);
  });
});
