import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasExit, loopsOf, stronglyConnected, unlimitedWaysBack } from '../../src/analysis/cycles.js';
import { journeyOf } from '../support/journeys.js';
import { check } from '../support/property.js';

type Graph = ReadonlyMap<string, readonly string[]>;

function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of graph.get(id) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) waiting.push(next);
      seen.add(next);
    }
  }
  return false;
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 14 }).map((edges): Graph => new Map(ids.map((id) => [id, edges.filter(([from]) => from === id).map(([, to]) => to)])));

describe('strongly connected groups', () => {
  it('are those of the definition: two ids are together when each leads to the other', () => {
    check(
      fc.property(graphs, (graph) => {
        const groups = stronglyConnected(ids, (id) => graph.get(id) ?? []);
        const together = (a: string, b: string): boolean => groups.some((group) => group.includes(a) && group.includes(b));
        expect(groups.flat().sort()).toEqual(ids);
        for (const a of ids) for (const b of ids) expect(together(a, b)).toBe(a === b || (reaches(graph, a, b) && reaches(graph, b, a)));
      }),
      100,
    );
  });

  it('are found in a row of any length without running out of stack', () => {
    const long = Array.from({ length: 50_000 }, (_, index) => String(index));
    expect(stronglyConnected(long, (id) => [String((Number(id) + 1) % long.length)])).toHaveLength(1);
  });
});

const twoLoops = ['a', 'b, next: [c, {to: a, when: x, repeats: 1}]', 'c', 'd, next: [e, {to: c, when: y}]', 'e, end: success'];

describe('the loops of a journey', () => {
  it('are told in the order of the file, with their ways', () => {
    const journey = journeyOf(twoLoops);
    expect(loopsOf(journey, journey.transitions).map(({ steps, ways }) => [steps, ways.map(({ from, to }) => `${from}>${to}`)])).toEqual([
      [['a', 'b'], ['a>b', 'b>a']],
      [['c', 'd'], ['c>d', 'd>c']],
    ]);
  });

  it.each([
    ['a step that leads to itself', ['a, next: [b, {to: a, when: x, repeats: 1}]', 'b, end: success']],
    ['a reminder beside a step', ['a, meanwhile: [{after: 1d, to: b}], next: c', 'b, next: a', 'c, end: success']],
    ['a wait alongside a step', ['a', 'w, alongside: a', 'b, end: success']],
  ])('do not count %s', (_, steps) => {
    const journey = journeyOf(steps);
    expect(loopsOf(journey, journey.transitions)).toEqual([]);
  });

  it('count failures and interruptions', () => {
    const failing = journeyOf(['a', 'b, onFail: a, end: success']);
    const interrupted = journeyOf(['a', 'b, meanwhile: [{after: 1d, to: a, stops: true}], end: success']);
    expect([failing, interrupted].map((journey) => loopsOf(journey, journey.transitions).map(({ steps }) => steps))).toEqual([[['a', 'b']], [['a', 'b']]]);
  });

  it.each([
    ['a way leads out', ['a', 'b, next: [c, {to: a, when: x, repeats: 1}]', 'c, end: success'], true],
    ['a step of it is an end', ['a', 'b, onFail: a, end: success'], true],
    ['no way leads out', ['a', 'b, next: a'], false],
    ['only a side branch leads out', ['a, meanwhile: [{after: 1d, to: c}]', 'b, next: a', 'c, end: side'], false],
  ])('can be left when %s', (_, steps, expected) => {
    const journey = journeyOf(steps);
    expect(loopsOf(journey, journey.transitions).map((loop) => hasExit(journey, loop))).toEqual([expected]);
  });
});

describe('unlimited ways back', () => {
  function back(steps: readonly string[]): readonly string[] {
    return unlimitedWaysBack(journeyOf(steps)).map(({ from, to, kind }) => `${from} ${kind}> ${to}`);
  }

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['are none where the way back has a limit, be it unknown', ['a', 'b, next: [c, {to: a, when: x, repeats: unknown}]', 'c, end: success'], []],
    ['are told where they lead back in the file', twoLoops, ['d next> c']],
    ['are none where another way of the loop has a limit', ['a', 'b, next: [d, {to: c, when: x, repeats: 1}]', 'c, next: a', 'd, end: success'], []],
    ['are told one by one where a loop has several', ['a', 'b, next: [c, {to: a, when: x}]', 'c, next: [d, {to: a, when: y}]', 'd, end: success'], ['b next> a', 'c next> a']],
    ['are told once where one limit stops two loops', ['a', 'b, next: [c, d]', 'c, next: e', 'd', 'e, next: [f, {to: a, when: x}]', 'f, end: success'], ['e next> a']],
    ['are not told again for the way past an optional step', ['a', 'b, when: abroad', 'c, next: [d, {to: a, when: x}]', 'd, end: success'], ['c next> a']],
    ['are not told for the way past an optional step that has a limit', ['a, when: abroad', 'b', 'c, next: [d, {to: a, when: x, repeats: 1}]', 'd, end: success'], []],
    ['may be a failure', ['a', 'b, onFail: a, end: success'], ['b fail> a']],
  ])('%s', (_, steps, expected) => {
    expect(back(steps)).toEqual(expected);
  });
});
