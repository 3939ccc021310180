import { describe, expect, it } from 'vitest';
import { stepsThatShow, wayAround } from '../../src/analysis/must-pass.js';
import { journeyOf } from '../support/journeys.js';

interface Case {
  readonly title: string;
  readonly steps: readonly string[];
  /** The way to `goal` that passes no step called `shown…`; absent when every way passes one. */
  readonly around?: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'a row of steps', steps: ['a', 'shown', 'goal'] },
  { title: 'the step itself comes too late', steps: ['a', 'shown, next: goal', 'goal, disclosures: []'] },
  { title: 'a choice of which one way passes by', steps: ['a, next: [shown, {to: b, when: in a hurry}]', 'shown, next: goal', 'b, next: goal', 'goal'], around: ['a', 'b', 'goal'] },
  { title: 'a choice of which both ways show it', steps: ['a, next: [shown1, {to: shown2, when: in a hurry}]', 'shown1, next: goal', 'shown2, next: goal', 'goal'] },
  { title: 'another entry', steps: ['a', 'shown, next: goal', 'b, entry: a call, next: goal', 'goal'], around: ['b', 'goal'] },
  { title: 'the first step', steps: ['goal', 'shown'], around: ['goal'] },
  { title: 'after a failure', steps: ['a, onFail: b', 'shown, next: goal', 'b, next: goal', 'goal'], around: ['a', 'b', 'goal'] },
  { title: 'after an interruption', steps: ['a, meanwhile: [{after: 1d, to: b, stops: true}]', 'shown, next: goal', 'b, next: goal', 'goal'], around: ['a', 'b', 'goal'] },
  { title: 'an optional step is skipped', steps: ['a', 'shown, when: new customer', 'goal'], around: ['a', 'goal'] },
  { title: 'a way back does not help', steps: ['a', 'goal', 'shown, next: [{to: goal, repeats: 1}, {to: z, when: done}]', 'z, end: success'], around: ['a', 'goal'] },
  { title: 'one of several branches that all come first', steps: ['a, next: {all: [shown, b]}', 'shown', 'b', 'goal, waitsFor: [shown, b]'] },
  { title: 'a branch whose end was reached before the other', steps: ['a, next: {all: [b, c]}', 'b', 'c', 'goal, waitsFor: [b, c]'], around: ['a', 'c', 'goal'] },
  { title: 'a step earlier in one of the branches', steps: ['a, next: {all: [shown, c]}', 'shown, next: b', 'b, next: goal', 'c, next: goal', 'goal, waitsFor: [b, c]'] },
  { title: 'beside the step, in another branch', steps: ['a, next: {all: [shown, goal]}', 'shown, next: z', 'goal, next: z', 'z, waitsFor: [shown, goal]'], around: ['a', 'goal'] },
  { title: 'one of several branches of which some start', steps: ['a, next: {some: [shown, b]}', 'shown', 'b', 'goal, waitsFor: [shown, b]'], around: ['a', 'b', 'goal'] },
  { title: 'a step that nobody reaches', steps: ['a, next: z', 'goal', 'z, end: success'] },
];

describe('a way around steps', () => {
  it.each(cases.map((each) => [each.title, each] as const))('%s', (_, { steps, around }) => {
    const journey = journeyOf(steps);
    const shown = new Set(journey.steps.map(({ id }) => id).filter((id) => id.startsWith('shown')));
    expect(wayAround(journey, 'goal', shown)).toEqual(around);
  });
});

describe('steps that show a text', () => {
  it('are those that name it and the ones that they happen alongside', () => {
    const text = 'disclosures:\n  - {id: notice, textFile: notice.md, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}\n';
    const journey = journeyOf(['a', 'b, disclosures: [notice]', 'c', 'read, alongside: c, disclosures: [notice]'], text);
    expect(stepsThatShow(journey, 'notice').map(({ id }) => id)).toEqual(['b', 'read', 'c']);
    expect(stepsThatShow(journey, 'other')).toEqual([]);
  });
});
