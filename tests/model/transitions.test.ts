import { describe, expect, it } from 'vitest';
import type { JourneyModel } from '../../src/model/journey.js';
import { namedPath } from '../../src/model/subject.js';
import { journeyOf } from '../support/journeys.js';

/** Each way in one line: `a next> b`, with how it stands to its siblings and what limits it. */
function ways(journey: JourneyModel): readonly string[] {
  return journey.transitions.map(({ kind, from, to, split, edge }) => {
    const limit = edge.repeats === undefined ? '' : ` x${edge.repeats}`;
    return `${from} ${kind}> ${to}${split === 'none' ? '' : ` (${split})`}${limit}`;
  });
}

interface Case {
  readonly title: string;
  readonly steps: readonly string[];
  readonly ways: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'a step is followed by the next in the file, and the last by none', steps: ['a', 'b', 'c'], ways: ['a default> b', 'b default> c'] },
  { title: 'the last step of a stage is followed by the first of the next', steps: ['stage one', 'a', 'stage two', 'b, end: success'], ways: ['a default> b'] },
  { title: 'a step that ends is followed by none', steps: ['a, end: failure', 'b, entry: a call'], ways: [] },
  { title: 'an explicit next replaces the order', steps: ['a, next: c', 'b', 'c'], ways: ['a next> c', 'b default> c'] },
  { title: 'a step may be named with its stage', steps: ['stage one', 'a, next: two.c', 'stage two', 'b', 'c'], ways: ['a next> c', 'b default> c'] },
  { title: 'a name that does not exist, or stands in another stage, leads nowhere', steps: ['stage one', 'a, next: nowhere', 'stage two', 'b, next: one.c', 'c'], ways: [] },
  { title: 'a list of one is no choice', steps: ['a, next: [{to: c, share: 1}]', 'b', 'c'], ways: ['a next> c', 'b default> c'] },
  {
    title: 'a list is a choice, and the first branch may run on into the second',
    steps: ['a, next: [b, {to: c, when: in a hurry}]', 'b', 'c'],
    ways: ['a next> b (choice)', 'a next> c (choice)', 'b default> c'],
  },
  {
    title: 'a way back carries its limit, known or not',
    steps: ['a', 'b, next: [c, {to: a, when: unclear, repeats: 2}, {to: b, when: missed, repeats: unknown}]', 'c'],
    ways: ['a default> b', 'b next> c (choice)', 'b next> a (choice) x2', 'b next> b (choice) xunknown'],
  },
  {
    title: 'branches of all start together, do not follow each other, and meet where they are waited for',
    steps: ['a, next: {all: [b, c]}', 'b', 'c', 'd, waitsFor: [b, c]'],
    ways: ['a next> b (all)', 'a next> c (all)', 'b join> d', 'c join> d'],
  },
  {
    title: 'a branch of several steps follows the file inside itself',
    steps: ['a, next: {some: [b, {to: c, when: abroad}]}', 'b', 'b2', 'c', 'c2', 'd, waitsFor: [b2, c2]'],
    ways: ['a next> b (some)', 'a next> c (some)', 'b default> b2', 'b2 join> d', 'c default> c2', 'c2 join> d'],
  },
  {
    title: 'a branch that nobody waits for stops before the next branch',
    steps: ['a, next: {all: [b, c]}', 'b', 'c', 'd'],
    ways: ['a next> b (all)', 'a next> c (all)', 'c default> d'],
  },
  {
    title: 'a branch of two splits follows no branch of either',
    steps: ['a, next: [x, y]', 'x, next: {all: [b, c]}', 'y, next: {all: [c, d]}', 'b', 'c', 'd', 'e, waitsFor: [b, c, d]'],
    ways: ['a next> x (choice)', 'a next> y (choice)', 'x next> b (all)', 'x next> c (all)', 'y next> c (all)', 'y next> d (all)', 'b join> e', 'c join> e', 'd join> e'],
  },
  {
    title: 'an explicit next is stronger than being waited for',
    steps: ['a, next: {all: [b, c]}', 'b, next: e', 'c', 'd, waitsFor: [b, c]', 'e'],
    ways: ['a next> b (all)', 'a next> c (all)', 'b next> e', 'c join> d', 'd default> e'],
  },
  {
    title: 'a step that two steps wait for goes to the first of them',
    steps: ['a, next: {all: [b, c]}', 'b', 'c', 'd, waitsFor: [b, c]', 'e, waitsFor: [b]'],
    ways: ['a next> b (all)', 'a next> c (all)', 'b join> d', 'c join> d', 'd default> e'],
  },
  {
    title: 'a step alongside others is reached with its hosts, leads nowhere and is passed by the order',
    steps: ['a', 'w, alongside: [a, b]', 'b', 'v, alongside: b, next: c', 'c'],
    ways: ['a default> b', 'a alongside> w', 'b alongside> w', 'b default> c', 'b alongside> v'],
  },
  {
    title: 'a failure, an interruption and a side branch are ways of their own, after an end as well',
    steps: ['a, onFail: d, meanwhile: [{every: 1d, times: 3, to: c}, {after: 7d, to: d, stops: true}], end: success', 'c, entry: by phone, end: side', 'd, end: failure'],
    ways: ['a fail> d', 'a side> c x3', 'a interrupt> d'],
  },
  { title: 'an optional step is skipped', steps: ['a', 'b, when: abroad', 'c'], ways: ['a default> b', 'b default> c', 'a skip> c (choice)'] },
  {
    title: 'several optional steps are skipped together or one by one',
    steps: ['a', 'b, when: abroad', 'c, when: {event: rain}', 'd'],
    ways: ['a default> b', 'b default> c', 'c default> d', 'a skip> c (choice)', 'b skip> d (choice)', 'a skip> d (choice)'],
  },
  {
    title: 'a limit on the way to an optional step holds for the way past it',
    steps: ['a', 'b, when: abroad', 'c', 'd, next: [e, {to: b, when: unclear, repeats: 1}]', 'e'],
    ways: ['a default> b', 'b default> c', 'c default> d', 'd next> e (choice)', 'd next> b (choice) x1', 'a skip> c (choice)', 'd skip> c (choice) x1'],
  },
  {
    title: 'past an optional step, a failure stays a failure and a side branch stays beside',
    steps: ['a, onFail: b, meanwhile: [{after: 1d, to: b}], next: d', 'b, when: abroad', 'c', 'd'],
    ways: ['a next> d', 'a fail> b', 'a side> b', 'b default> c', 'c default> d', 'a fail> c (choice)', 'a side> c (choice)'],
  },
  { title: 'a way past a step is not told twice', steps: ['a, next: [b, {to: c, when: at once}]', 'b, when: abroad', 'c'], ways: ['a next> b (choice)', 'a next> c (choice)', 'b default> c'] },
  { title: 'no way past a step leads back to where it came from', steps: ['a', 'b, when: abroad, next: [{to: a, when: unclear, repeats: 1}, c]', 'c'], ways: ['a default> b', 'b next> a (choice) x1', 'b next> c (choice)', 'a skip> c (choice)'] },
];

describe('the ways of a journey', () => {
  it.each(cases.map((each) => [each.title, each] as const))('%s', (_, { steps, ways: expected }) => {
    expect(ways(journeyOf(steps))).toEqual(expected);
  });

  it('are found by the step that they leave and by the step that they reach', () => {
    const journey = journeyOf(['a, next: [b, {to: c, when: at once}]', 'b', 'c']);
    expect(journey.from('a').map(({ to }) => to)).toEqual(['b', 'c']);
    expect(journey.to('c').map(({ from }) => from)).toEqual(['a', 'b']);
    expect([journey.from('nowhere'), journey.to('a')]).toEqual([[], []]);
  });

  it('know where they are written', () => {
    const journey = journeyOf(['stage one', 'a, next: [b, {to: c, when: at once}], onFail: c', 'b, when: abroad, next: {all: [c, d]}, meanwhile: [{after: 1d, to: d}]', 'c', 'd, waitsFor: [c]', 'w, alongside: d']);
    expect(journey.transitions.map((each) => `${each.kind} ${namedPath({ spec: journey.spec, path: each.path })}`)).toEqual([
      'next stages.one.steps.a.next.b',
      'next stages.one.steps.a.next.c',
      'fail stages.one.steps.a.onFail',
      'next stages.one.steps.b.next.all.c',
      'next stages.one.steps.b.next.all.d',
      'side stages.one.steps.b.meanwhile.d',
      'join stages.one.steps.c',
      'alongside stages.one.steps.w.alongside',
      'skip stages.one.steps.b.when',
    ]);
  });

  it('carry what their edge says', () => {
    const [, edge] = journeyOf(['a, next: [b, {to: c, when: at once, share: 0.2, hands: [form], sla: none, reason: same desk, outcome: success}]', 'b', 'c']).from('a');
    expect(edge?.edge).toEqual({ to: 'c', when: 'at once', share: 0.2, hands: ['form'], sla: 'none', reason: 'same desk', outcome: 'success' });
  });

  it('skip at most a limited row of optional steps at once', () => {
    const optional = Array.from({ length: 30 }, (_, index) => `o${index}, when: abroad`);
    const reached = journeyOf(['a', ...optional, 'z']).from('a').map(({ to }) => to);
    expect(reached).toHaveLength(26);
  });
});
