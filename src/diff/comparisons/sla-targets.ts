import { fieldOf, isArray, isObject, type JsonObject, type JsonValue } from '../../base/json.js';
import { differ, type Both, type Comparing, type Home, type Places } from '../compare-values.js';
import { comparisonOf, deedOf } from '../compare-scalars.js';
import type { Covered, Deed } from '../difference.js';
import { told } from '../sentence.js';
import { describePlace } from '../../schema/names.js';
import { shapeOf } from '../../schema/type-at.js';
import { together } from '../together.js';
import type { OwnComparison } from './comparison.js';

/**
 * Targets are compared for each group of customers by what applies to it: a tier that gets a target of its own had the default one
 * before. Time and percent of one target are one change.
 */
export const compareTargets: OwnComparison = ({ comparing, pair }, home, places, holders) => {
  const [before, after] = [targetsOf(holders.before), targetsOf(holders.after)];
  const groups = new Map([...before, ...after].map(({ group }) => [keyOf(group), group]));
  const name = describePlace(pair.after.kind, pair.after.value, []);
  const sides = [...groups.values()].map((group) => ({ group, before: applied(before, group), after: applied(after, group) }));
  const kept = sides.filter(({ group, ...both }) => isKept(comparing, places, group, both)).map(({ group }) => Object.fromEntries(group));
  for (const { group, ...both } of sides) compareFor({ comparing, home, places, name, kept }, group, both);
};

/** Whom a target is for. */
type Group = readonly (readonly [string, string])[];

interface Target {
  readonly index: number;
  readonly group: Group;
  readonly value: JsonObject;
}

const groupFields = ['tier', 'persona', 'region'];

function targetsOf(holder: JsonValue | undefined): readonly Target[] {
  const list = fieldOf(holder, 'targets');
  return isArray(list) ? list.flatMap((value, index) => (isObject(value) ? [{ index, value, group: groupOf(value) }] : [])) : [];
}

function groupOf(value: JsonObject): Group {
  return groupFields.flatMap((field) => (typeof value[field] === 'string' ? [[field, value[field]] as const] : []));
}

function keyOf(group: Group): string {
  return JSON.stringify(group);
}

/** The target that says most about a group; the default where none does. */
function applied(targets: readonly Target[], group: Group): Target | undefined {
  const fitting = targets.filter((target) => target.group.every(([field, name]) => group.some(([own, value]) => own === field && value === name)));
  return fitting.sort((a, b) => b.group.length - a.group.length)[0];
}

interface TargetComparing {
  readonly comparing: Comparing;
  readonly home: Home;
  readonly places: Places;
  readonly name: string;
  /** Groups that what is changed for others leaves as they were, because it is written for them now. */
  readonly kept: readonly JsonObject[];
}

interface BothTargets {
  readonly before: Target | undefined;
  readonly after: Target | undefined;
}

function isKept(comparing: Comparing, places: Places, group: Group, { before, after }: BothTargets): boolean {
  return deedOn(comparing, innerPlaces(places, { before, after }), { before: before?.value, after: after?.value }) === undefined && restated(group, before, after) !== undefined;
}

function innerPlaces(places: Places, { before, after }: BothTargets): Places {
  return { before: [...places.before, before?.index ?? 0], after: [...places.after, after?.index ?? 0] };
}

function compareFor({ comparing, home, places, name, kept }: TargetComparing, group: Group, { before, after }: BothTargets): void {
  const inner = innerPlaces(places, { before, after });
  const deed = deedOn(comparing, inner, { before: before?.value, after: after?.value }) ?? restated(group, before, after);
  if (deed === undefined) return;
  const values: Both = { before: before?.value, after: after?.value };
  const besides = deed === 'rewritten' || kept.length === 0 ? {} : { besides: { kept: [...kept] } };
  differ(comparing, home, deed, inner, values, { ...besides, told: { message: sentenceFor(name, group, deed, before, after), facts: factsFor(group, before, after) }, covers: [ownPlaces(group, inner, { before, after })] });
}

/** Written for a group on one side only, and to the same effect. */
function restated(group: Group, before: Target | undefined, after: Target | undefined): Deed | undefined {
  return isOwn(group, before) === isOwn(group, after) ? undefined : 'rewritten';
}

/** What applies to a group as to others is told where it is written for them. */
function ownPlaces(group: Group, places: Places, { before, after }: { readonly before: Target | undefined; readonly after: Target | undefined }): Covered {
  return { ...(isOwn(group, before) ? { before: places.before } : {}), ...(isOwn(group, after) ? { after: places.after } : {}) };
}

function isOwn(group: Group, target: Target | undefined): boolean {
  return target !== undefined && target.group.length === group.length;
}

function deedOn(comparing: Comparing, places: Places, { before, after }: Both): Deed | undefined {
  if (before === undefined || after === undefined) return before === after ? undefined : before === undefined ? 'added' : 'removed';
  return together(['within', 'percent', 'each'].map((field) => deedOnField(comparing, field, places, fieldIn(before, field), fieldIn(after, field))));
}

function fieldIn(target: JsonValue, field: string): JsonValue | undefined {
  return fieldOf(target, field) ?? (shapeOf('SlaTarget')[field]!.default as JsonValue | undefined);
}

function deedOnField(comparing: Comparing, field: string, places: Places, before: JsonValue | undefined, after: JsonValue | undefined): Deed | undefined {
  if (before === undefined || after === undefined) return before === after ? undefined : 'changed';
  const home: Home = { shape: 'SlaTarget', field };
  const { type } = shapeOf('SlaTarget')[field]!;
  const inner: Places = { before: [...places.before, field], after: [...places.after, field] };
  return deedOf(comparisonOf(home, type), type, before, after, comparing.secondsOf(home, inner), comparing.rankOf(home, type));
}

function factsFor(group: Group, before: Target | undefined, after: Target | undefined): JsonObject {
  return { for: Object.fromEntries(group), ...(before === undefined ? {} : { was: promiseOf(before) }), ...(after === undefined ? {} : { is: promiseOf(after) }) };
}

function promiseOf({ value }: Target): JsonObject {
  return Object.fromEntries(['within', 'percent', 'each'].flatMap((field) => (fieldIn(value, field) === undefined ? [] : [[field, fieldIn(value, field)!]])));
}

function sentenceFor(name: string, group: Group, deed: Deed, before: Target | undefined, after: Target | undefined): string {
  const whom = group.length === 0 ? `The default target of ${name}` : `The target of ${name} for ${group.map(([field, value]) => `${field} \`${value}\``).join(', ')}`;
  if (after === undefined) return `${whom} is gone; it was ${inWords(before!)}.`;
  if (before === undefined) return `${whom} is new: ${inWords(after)}.`;
  if (deed === 'rewritten') return `${whom} says the same in other words: ${inWords(after)}.`;
  return `${whom} was ${inWords(before)} and is now ${inWords(after)}${deed === 'tightened' ? ', which is stricter' : deed === 'loosened' ? ', which is looser' : ''}.`;
}

/** `10d` for 90 % of the cases */
function inWords({ value }: Target): string {
  const { within, percent } = { within: fieldOf(value, 'within'), percent: fieldIn(value, 'percent') };
  const each = fieldIn(value, 'each');
  const cases = `${String(percent)} % of ${each === 'pool' ? 'all cases' : `the cases of each ${String(each)}`}`;
  return within === undefined ? cases : `${told(within)} for ${cases}`;
}
