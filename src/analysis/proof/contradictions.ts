import { isArray } from '../../base/json.js';
import type { Condition, ConditionOnElement } from '../../schema/kinds/step.js';
import type { Walk } from './walk.js';

/** What is known of one data element on a path. */
interface Known {
  least: number;
  most: number;
  /** Values that it may still have, where they are named. */
  values: readonly unknown[] | undefined;
  readonly not: unknown[];
}

/** True when the conditions of a path that a machine can check cannot all hold: no case takes it. Words are for people and hold. */
export function isContradictory(walk: Walk): boolean {
  const known = new Map<string, Known>();
  return conditionsOn(walk).some((condition) => !narrow(known, condition));
}

function conditionsOn({ moments, moves }: Walk): readonly ConditionOnElement[] {
  const written: (Condition | undefined)[] = [...moves.map(({ way }) => way?.edge.when), ...moments.filter(({ kind }) => kind === 'start').map(({ step }) => step.value.when)];
  return written.filter((condition): condition is ConditionOnElement => typeof condition === 'object' && 'element' in condition);
}

/** Adds what a condition says; false when nothing is left that the element can be. */
function narrow(known: Map<string, Known>, { element, op, value }: ConditionOnElement): boolean {
  const about = known.get(element) ?? { least: -Infinity, most: Infinity, values: undefined, not: [] };
  known.set(element, about);
  if (op === 'eq' || op === 'in') {
    const values = isArray(value) ? value : [value];
    about.values = about.values === undefined ? values : about.values.filter((each) => values.includes(each as never));
  } else if (op === 'ne') about.not.push(value);
  else if (typeof value === 'number') limit(about, op, value);
  return about.least <= about.most && (about.values?.some((each) => isPossible(about, each)) ?? true);
}

/** The smallest step above or below a limit is enough: amounts in files are whole or short decimals. */
function limit(about: Known, op: string, value: number): void {
  if (op === 'gt' || op === 'gte') about.least = Math.max(about.least, op === 'gt' ? value + Number.EPSILON * Math.max(1, Math.abs(value)) : value);
  else about.most = Math.min(about.most, op === 'lt' ? value - Number.EPSILON * Math.max(1, Math.abs(value)) : value);
}

function isPossible({ least, most, not }: Known, value: unknown): boolean {
  return !not.includes(value) && (typeof value !== 'number' || (value >= least && value <= most));
}
