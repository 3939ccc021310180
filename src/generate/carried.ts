import { isArray, isObject, type JsonValue } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Target } from './target.js';

/** Fields of the language by name, below each other. */
interface Branch {
  readonly below: Map<string, Branch>;
  /** True where everything below is carried. */
  isWhole: boolean;
}

/** What is named as the source of a file, or says nothing. */
const always = ['apiVersion', 'kind', 'id', 'version', 'status'];

/**
 * What every target carries of variants that carries journeys at all, because files are written from them as they are with their changes: a change is
 * carried, or told as lost, at the field that it is about. Why it is made is carried nowhere.
 */
const ofVariants = ['extends', ...['op', 'path', 'after', 'before', 'value'].map((field) => `overlay.${field}`)];

/** What a target carries, so that documents can be held against it. */
export interface CarriedFields {
  /** True where something of such documents is carried. */
  hasKind(kind: string): boolean;
  /** How far a field is carried, by its way from the kind: `['Journey', 'stages', 'steps']`. */
  at(way: readonly string[]): 'whole' | 'in part' | 'not';
  /** The fields of a document that are not carried, the outermost of each: where `feels` is not, `feels.score` is not told. */
  notIn(spec: Spec): readonly string[];
}

/** True where journeys that are planned are written. */
export function hasPlans({ withDrafts, withPlans = withDrafts }: Pick<Target, 'withDrafts' | 'withPlans'>): boolean {
  return withPlans;
}

/** Reads what a target says to carry. */
export function carriedFields(target: Pick<Target, 'carries' | 'withDrafts' | 'withPlans'>): CarriedFields {
  const root = branch();
  for (const pattern of target.carries) grow(root, pattern.split('.'));
  for (const kind of root.below.values()) for (const field of always) grow(kind, [field, '**']);
  const journey = root.below.get('Journey');
  if (journey !== undefined) for (const field of ofVariants) grow(journey, [...field.split('.'), '**']);
  // Whether it is a plan says whether it is written at all.
  if (journey !== undefined && !hasPlans(target)) grow(journey, ['perspective']);
  return {
    hasKind: (kind) => root.below.has(kind),
    at: (way) => extentOf(root, way),
    notIn: (spec) => [...new Set(missing(root.below.get(spec.kind) ?? branch(), spec.value as unknown as JsonValue, ''))],
  };
}

function extentOf(from: Branch, [name, ...rest]: readonly string[]): 'whole' | 'in part' | 'not' {
  if (from.isWhole || name === undefined) return from.isWhole || from.below.size === 0 ? 'whole' : 'in part';
  const next = from.below.get(name) ?? from.below.get('*');
  return next === undefined ? 'not' : extentOf(next, rest);
}

function branch(): Branch {
  return { below: new Map(), isWhole: false };
}

function grow(from: Branch, [name, ...rest]: readonly string[]): void {
  if (name === undefined || name === '**') {
    from.isWhole = true;
    return;
  }
  const next = from.below.get(name) ?? branch();
  from.below.set(name, next);
  grow(next, rest);
}

/** A list is nothing of its own: its entries stand at its place. */
function* missing(carried: Branch, value: JsonValue, place: string): Iterable<string> {
  if (carried.isWhole) return;
  if (isArray(value)) for (const entry of value) yield* missing(carried, entry, place);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const below = carried.below.get(key) ?? carried.below.get('*');
      if (below === undefined) yield join(place, key);
      else yield* missing(below, inner, join(place, key));
    }
  } else if (place !== '' && carried.below.size > 0) yield place;
}

function join(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}
