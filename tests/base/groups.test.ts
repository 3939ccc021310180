import { expect, it } from 'vitest';
import { addTo, groupBy } from '../../src/base/groups.js';

it('groups stand in the order in which they are met, and so do their values', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (each) => each.charAt(0))]).toEqual([['b', ['b1', 'b2']], ['a', ['a1']]]);
});

it('asks once for the key of each value', () => {
  let asked = 0;
  groupBy([1, 1, 2], (each) => (asked += each));
  expect(asked).toBe(4);
});

it('a group begins with its first value', () => {
  const groups = new Map<object, string[]>();
  const key = {};
  for (const value of ['x', 'y']) addTo(groups, key, value);
  expect([...groups]).toEqual([[key, ['x', 'y']]]);
});
