import { groupBy } from '../base/groups.js';
import { listOf } from '../model/journey.js';
import type { Criterion } from '../schema/kinds/persona.js';

type Value = string | number | boolean;

/** A criterion that says how it compares, and with what. A sketch may leave that open. */
type WholeCriterion = Required<Criterion>;

function isWhole(criterion: Criterion): criterion is WholeCriterion {
  return criterion.op !== undefined && criterion.value !== undefined;
}

/** True unless nobody can meet both groups of criteria, as far as their values tell, or an unfinished criterion leaves it open. */
export function canBothHold(a: readonly Criterion[], b: readonly Criterion[]): boolean {
  const all = [...a, ...b];
  return all.every(isWhole) && [...groupBy(all, ({ variable }) => variable).values()].every(hasSomeValue);
}

/** True unless the comparison cannot be made: greater and less are for numbers, and a list is for `in`. */
export function canBeDecided(criterion: Criterion): boolean {
  if (!isWhole(criterion)) return true;
  const { op, value } = criterion;
  if (op === 'in') return Array.isArray(value);
  if (Array.isArray(value)) return false;
  return op === 'eq' || op === 'ne' || typeof value === 'number';
}

/** Criteria on one variable leave a value when a named one passes them all, or when none is named and the bounds leave room. */
function hasSomeValue(criteria: readonly WholeCriterion[]): boolean {
  const named = criteria.filter(({ op }) => op === 'eq' || op === 'in').flatMap(({ value }) => listOf<Value>(value));
  if (named.length > 0) return named.some((value) => criteria.every((criterion) => holds(value, criterion)));
  return hasRoom(criteria);
}

function holds(actual: Value, { op, value }: WholeCriterion): boolean {
  if (op === 'eq' || op === 'in') return listOf<Value>(value).includes(actual);
  if (op === 'ne') return !listOf<Value>(value).includes(actual);
  return typeof actual !== 'number' || typeof value !== 'number' || compares(actual, op, value);
}

function compares(actual: number, op: 'lt' | 'lte' | 'gt' | 'gte', bound: number): boolean {
  if (op === 'lt') return actual < bound;
  if (op === 'lte') return actual <= bound;
  return op === 'gt' ? actual > bound : actual >= bound;
}

function hasRoom(criteria: readonly WholeCriterion[]): boolean {
  const lower = criteria.filter(({ op }) => op === 'gt' || op === 'gte');
  const upper = criteria.filter(({ op }) => op === 'lt' || op === 'lte');
  return lower.every((low) => upper.every((high) => typeof low.value !== 'number' || typeof high.value !== 'number' || low.value < high.value || (low.value === high.value && low.op === 'gte' && high.op === 'lte')));
}
