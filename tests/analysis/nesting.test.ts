import { describe, expect, it } from 'vitest';
import { containments, nestingCircles, tooDeep } from '../../src/analysis/nesting.js';
import { endEvents, outcomesOf, startEvents, subJourneys } from '../../src/analysis/sub-journeys.js';
import type { Workspace } from '../../src/model/workspace.js';
import { journeyOf, workspaceOf } from '../support/journeys.js';

/** Journeys of one step each, `id: more fields`; `>` names a journey that the step stands for. */
function nest(journeys: { readonly [id: string]: string }): Workspace {
  const texts = Object.entries(journeys).map(([id, rest]) => {
    const [parent, inner] = rest.split('>');
    const fields = `${parent === '' ? '' : `parent: ${parent}\n`}stages: [{id: s, title: S, steps: [{id: a, title: A, lane: backstage${inner === undefined ? '' : `, journey: ${inner}`}, end: success}]}]\n`;
    return [`${id}.yaml`, `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: T\nversion: 0.1.0\nstatus: draft\nowner: claims\n${fields}`];
  });
  return workspaceOf(Object.fromEntries(texts) as { readonly [path: string]: string });
}

describe('nesting', () => {
  it('is said by the part and by the whole', () => {
    const parts = containments(nest({ life: '>claim', claim: '', paying: 'claim', lost: 'nowhere>nothing' }));
    expect(parts.map(({ outer, inner, said }) => `${inner} in ${outer} says ${said.journey.id}`)).toEqual(['claim in life says life', 'paying in claim says paying']);
  });

  it.each<readonly [string, { readonly [id: string]: string }, readonly (readonly string[])[]]>([
    ['none', { a: '', b: 'a', c: 'a>b' }, []],
    ['of two', { a: 'b', b: 'a' }, [['a', 'b']]],
    ['of one', { a: 'a' }, [['a']]],
    ['of three, by steps and parents', { a: '>b', b: '>c', c: '>a' }, [['a', 'b', 'c']]],
    ['not where both say the same', { a: '>b', b: 'a' }, []],
  ])('finds circles: %s', (_, journeys, expected) => {
    expect(nestingCircles(containments(nest(journeys))).map((circle) => circle.journeys)).toEqual(expected);
  });

  it.each<readonly [string, { readonly [id: string]: string }, readonly string[]]>([
    ['three levels are not too deep', { a: '', b: 'a', c: 'b' }, []],
    ['the fourth level is', { a: '', b: 'a', c: 'b', d: 'c', e: 'd' }, ['d']],
    ['whether the part says so, or the whole, or both', { a: '>b', b: '>c', c: '>d', d: 'c' }, ['d']],
    ['circles have no depth', { a: 'b', b: 'a' }, []],
  ])('%s', (_, journeys, expected) => {
    expect(tooDeep(containments(nest(journeys)), 3).map(({ inner }) => inner)).toEqual(expected);
  });
});

describe('sub-journeys', () => {
  it('are steps that stand for a journey that exists', () => {
    expect(subJourneys(nest({ life: '>claim', claim: '>nothing' })).map(({ journey, step, inner }) => `${journey.id}#${step.id}: ${inner.id}`)).toEqual(['life#a: claim']);
  });

  it('end as their steps end, side branches aside', () => {
    expect([...outcomesOf(journeyOf(['a, end: success', 'b, entry: x, end: side', 'c, entry: x, end: failure']))]).toEqual(['success', 'failure']);
  });

  it('begin with the events of their entries and end with those of their ends, as far as they are written', () => {
    const journey = journeyOf(['a, events: {start: opened}', 'b, entry: by phone, events: {start: called}', 'c', 'd, events: {complete: closed}, end: success', 'e, entry: x, events: {complete: reminded}, end: side']);
    expect([[...startEvents(journey)], [...endEvents(journey)]]).toEqual([['opened', 'called'], ['closed']]);
  });

  it('know the events that their scope names as well, and nothing where no step says any', () => {
    const scope = 'scope: {startsWith: opened, endsWith: [{event: closed, outcome: success}]}\n';
    const [told, silent] = [journeyOf(['a, events: {start: called, complete: hung-up}, end: success'], scope), journeyOf(['a, end: success'], scope)];
    expect([told, silent].map((journey) => [[...startEvents(journey)], [...endEvents(journey)]])).toEqual([[['called', 'opened'], ['hung-up', 'closed']], [[], []]]);
  });
});
