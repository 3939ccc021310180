import { compareDurations, parseDuration, type Duration } from '../base/duration.js';
import { isArray, isObject, valueAt, type JsonValue, type Path } from '../base/json.js';
import { entryName } from '../model/overlay.js';
import { changeTable } from '../schema/generated/change-table.js';
import type { Journey } from '../schema/kinds/index.js';
import type { OverlayOperation } from '../schema/kinds/journey.js';
import { nameOf } from '../schema/names.js';
import { placeAt } from '../schema/type-at.js';

/** What a change of a variant does to a locked part of its base. What it tightens or adds is no touch. */
export interface LockedTouch {
  readonly touch: 'removed' | 'loosened' | 'changed';
  /** By names, as an overlay writes it: `disclosures.appeal-right.textFile`. */
  readonly place: string;
}

/** Every place in a locked part that an operation touches. */
export function lockedTouches(base: Journey, operation: OverlayOperation, locked: readonly string[]): readonly LockedTouch[] {
  if (operation.op === 'add') return [];
  const names = operation.path.split('.');
  const start = find(base as unknown as JsonValue, names);
  if (start === undefined) return [];
  const after = operation.op === 'remove' ? undefined : { path: start.path, names, value: operation.value as JsonValue };
  return compare({ base, path: operation.path, locked }, { ...start, names }, after);
}

interface Written {
  readonly path: Path;
  readonly value: JsonValue;
}

function find(root: JsonValue, names: readonly string[]): Written | undefined {
  return names.reduce<Written | undefined>((found, name) => (found === undefined ? undefined : stepInto(found, name)), { path: [], value: root });
}

function stepInto({ path, value }: Written, name: string): Written | undefined {
  const key = isArray(value) ? value.findIndex((entry) => entryName(entry) === name) : name;
  const inner = valueAt(value, [key]);
  return inner === undefined ? undefined : { path: [...path, key], value: inner };
}

/** A text, number or flag in a locked part. */
interface Leaf extends Written {
  readonly place: string;
  readonly part: string;
  /** The thing that has the locked part, such as the step whose data it is. */
  readonly holder: string;
}

interface Place extends Written {
  readonly names: readonly string[];
  readonly lock?: Pick<Leaf, 'part' | 'holder'>;
}

function leavesOf({ path, names, value, lock: known }: Place, locked: readonly string[]): readonly Leaf[] {
  const lock = known ?? lockAt(path, names, locked);
  if (lock !== undefined && !isArray(value) && !isObject(value)) return [{ path, value, place: names.join('.'), ...lock }];
  return insideOf({ path, names, value, ...(lock === undefined ? {} : { lock }) }).flatMap((inner) => leavesOf(inner, locked));
}

function insideOf(place: Place): readonly Place[] {
  const { path, names, value } = place;
  const inner = (key: string | number, name: string, each: JsonValue): Place => ({ ...place, path: [...path, key], names: [...names, name], value: each });
  if (isArray(value)) return value.map((each, index) => inner(index, wordFor(each), each));
  return isObject(value) ? Object.entries(value).map(([key, each]) => inner(key, key, each)) : [];
}

/** What an entry of a list is known by. */
function wordFor(entry: JsonValue): string {
  return entryName(entry) ?? nameOf(entry) ?? (isObject(entry) ? '*' : String(entry));
}

/** Every place of a value by its names, those without a lock as well. */
function placesOf(place: Place): readonly string[] {
  return [place.names.join('.'), ...insideOf(place).flatMap(placesOf)];
}

/** Fields that belong to a part of another name: the clocks of a journey are its promises. */
const fieldsOf: { readonly [part: string]: readonly string[] } = { clock: ['sla', 'slas', 'promise'] };

/** The locked part that a place lies in, if it does. */
function lockAt(path: Path, names: readonly string[], locked: readonly string[]): Place['lock'] {
  for (const [index, step] of path.entries()) {
    const fields = path.slice(0, index + 1).filter((each) => typeof each === 'string').join('.');
    const part = typeof step === 'number' ? undefined : locked.find((each) => (fieldsOf[each] ?? [each]).some((field) => fields === field || fields.endsWith(`.${field}`)));
    if (part !== undefined) return { part, holder: names.slice(0, index).join('.') };
  }
  return undefined;
}

interface Comparing {
  readonly base: Journey;
  /** What the operation is about. */
  readonly path: string;
  readonly locked: readonly string[];
}

function compare({ base, path, locked }: Comparing, before: Place, after: Place | undefined): readonly LockedTouch[] {
  const [old, now] = [leavesOf(before, locked), after === undefined ? [] : leavesOf(after, locked)];
  const [known, kept, left] = [new Set(old.map(({ place }) => place)), new Map(now.map((leaf) => [leaf.place, leaf])), new Set(after === undefined ? [] : placesOf(after))];
  const isGone = ({ holder }: Leaf): boolean => `${holder}.`.startsWith(`${path}.`) && !left.has(holder);
  const touched = old.flatMap((leaf) => {
    const touch = kept.has(leaf.place) ? changeOf(base, leaf, kept.get(leaf.place)!) : lossOf(leaf, isGone(leaf));
    return touch === undefined ? [] : [{ touch, place: leaf.place }];
  });
  const moreData = now.filter(({ part, place }) => part === 'data' && !known.has(place)).map(({ place }) => ({ touch: 'changed' as const, place }));
  return [...touched, ...moreData];
}

/** What is not done at all needs no data and no promise, and less data weighs on nobody; a text that nobody is shown is missed. */
function lossOf({ part }: Leaf, isGone: boolean): LockedTouch['touch'] | undefined {
  if (isGone) return part === 'data' || part === 'clock' ? undefined : 'changed';
  return part === 'data' ? 'changed' : 'removed';
}

function changeOf(base: Journey, before: Leaf, after: Leaf): LockedTouch['touch'] | undefined {
  if (before.value === after.value) return undefined;
  const place = placeAt('Journey', base, before.path);
  const comparison = changeTable[place?.shape ?? '']?.[place?.field ?? '']?.comparison;
  const order = orderOf(before.value, after.value);
  if (order === undefined || (comparison !== 'lower-is-stricter' && comparison !== 'higher-is-stricter')) return 'changed';
  return (comparison === 'lower-is-stricter' ? order > 0 : order < 0) ? 'loosened' : undefined;
}

/** Positive when the second is more, `undefined` when that cannot be said. */
function orderOf(before: JsonValue, after: JsonValue): number | undefined {
  if (typeof before === 'number' && typeof after === 'number') return Math.sign(after - before);
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  const [from, to] = [before, after].map((text) => Number(/^(\d+)%$/.exec(text)?.[1])) as [number, number];
  if (!Number.isNaN(from - to)) return Math.sign(to - from);
  const [shorter, longer] = [parseDuration(before), parseDuration(after)];
  return 'duration' in shorter && 'duration' in longer ? orderOfDurations(shorter.duration, longer.duration) : undefined;
}

/** A day may have ten hours, so that days against hours have no order. */
function orderOfDurations(before: Duration, after: Duration): number | undefined {
  const isMixed = (after.days - before.days) * (after.seconds - before.seconds) < 0;
  return isMixed ? undefined : compareDurations(after, before);
}
