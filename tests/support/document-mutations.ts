import fc from 'fast-check';
import type { Path } from '../../src/base/json.js';

type Json = unknown;
type Container = { [key: string | number]: Json };

/** One change of a document's values, made by numbers so that it can be repeated and made smaller. */
export interface Change {
  readonly how: 'delete' | 'retype' | 'swap' | 'copy' | 'add' | 'rename' | 'wrap' | 'double';
  readonly at: number;
  readonly other: number;
  readonly value: Json;
  readonly key: string;
}

const odd: readonly Json[] = ['', ' ', 'text', 'a b', '4h', 'P3M', '1.0.0', '2026-09-01', '2026-02-30', 'unknown', 'none', 'true', '1', '24x7', 'a#b', 'a@1', 'x'.repeat(121), 'x'.repeat(10_001), 0, 1, -1, 4, 7.5, 99.5, 101, 1e15, true, false, null, [], [1], ['a'], ['a', 'a'], [[]], [null], [{}], {}, { a: 1 }, { id: 'a' }, { to: 'a' }, { event: 'a' }, { element: 'a', op: 'eq', value: 1 }, { all: ['a'] }, { some: [] }, { all: ['a'], some: ['b'] }, { none: true, reason: 'r' }, { constructor: 1 }];
const keys: readonly string[] = ['id', 'title', 'owner', 'to', 'when', 'next', 'all', 'some', 'event', 'element', 'op', 'value', 'steps', 'stages', 'extends', 'overlay', 'labels', 'links', 'none', 'reason', 'kind', 'apiVersion', 'constructor', 'toString', 'x', 'titel', ''];

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    how: fc.constantFrom<Change['how'][]>('delete', 'retype', 'retype', 'retype', 'swap', 'copy', 'add', 'rename', 'wrap', 'double'),
    at: fc.nat(100_000),
    other: fc.nat(100_000),
    value: fc.constantFrom(...odd),
    key: fc.constantFrom(...keys),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A copy of the document after every change. */
export function changed(document: Json, list: readonly Change[]): Json {
  const holder: Container = { root: structuredClone(document) };
  for (const change of list) apply(holder, change);
  return holder['root'];
}

function apply(holder: Container, { how, at, other, value, key }: Change): void {
  const places = placesOf(holder['root'], ['root']).slice(1);
  if (places.length === 0) return;
  const place = places[at % places.length]!;
  const [container, name] = lookUp(holder, place);
  const here = container[name];
  switch (how) {
    case 'delete':
      if (Array.isArray(container)) container.splice(Number(name), 1);
      else delete container[name];
      break;
    case 'retype':
      container[name] = structuredClone(value);
      break;
    case 'swap':
    case 'copy': {
      const [otherContainer, otherName] = lookUp(holder, places[other % places.length]!);
      const there = structuredClone(otherContainer[otherName]);
      if (how === 'swap') otherContainer[otherName] = structuredClone(here);
      container[name] = there;
      break;
    }
    case 'add':
      if (typeof here === 'object' && here !== null && !Array.isArray(here)) (here as Container)[key] = structuredClone(value);
      else if (!Array.isArray(container)) container[key] = structuredClone(value);
      break;
    case 'rename':
      if (!Array.isArray(container)) {
        delete container[name];
        container[key] = here;
      }
      break;
    case 'wrap':
      container[name] = [here];
      break;
    case 'double':
      if (Array.isArray(container)) container.push(structuredClone(here));
      break;
  }
}

function placesOf(value: Json, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? value.map((each, index) => placesOf(each, [...path, index])) : Object.entries(value).map(([key, each]) => placesOf(each, [...path, key]));
  return [path, ...inner.flat()];
}

function lookUp(holder: Container, path: Path): readonly [Container, string | number] {
  const container = path.slice(0, -1).reduce<Json>((value, key) => (value as Container)[key], holder);
  return [container as Container, path.at(-1)!];
}
