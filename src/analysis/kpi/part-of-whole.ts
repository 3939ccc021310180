import type { Formula, Predicate, RatioFormula } from '../../schema/kinds/kpi.js';
import { namedAttribute, namesIn, predicateForm } from './formula-form.js';
import { formulaKey } from './normal-formula.js';
import { keyText, normalPredicate, oneOrMany } from './normal-predicate.js';

/** A ratio that tells which part of a whole has something more. */
export interface PartOfWhole {
  readonly of: NonNullable<Formula['count']>;
  /** What holds for the whole. */
  readonly whole: readonly Predicate[];
  /** What holds for the part besides. */
  readonly rest: readonly Predicate[];
}

/**
 * Reads a ratio of two counts in which everything above the line is counted below it too: only such a ratio is a share. All
 * cases of a period have its `anchor`, so that needs not be said above the line.
 */
export function partOfWhole({ numerator, denominator }: RatioFormula, anchor: string | undefined): PartOfWhole | undefined {
  const of = numerator.count;
  if (of === undefined || of !== denominator.count) return undefined;
  const [part, whole] = [conditionsIn(numerator.where), conditionsIn(denominator.where)];
  const said = new Set(part.flatMap((each) => [each, ...impliedBy(each)]).map(keyOf));
  if (anchor !== undefined && of !== 'events') said.add(keyOf({ event: anchor }));
  if (!whole.every((each) => said.has(keyOf(each)))) return undefined;
  const known = new Set(whole.map(keyOf));
  return { of, whole, rest: part.filter((each) => !known.has(keyOf(each))) };
}

/** True for a ratio that is never above one: a part of what is counted, or the repeats among the visits of a step. */
export function isShare(ratio: RatioFormula, anchor: string | undefined): boolean {
  return partOfWhole(ratio, anchor) !== undefined || isPartOfVisits(ratio);
}

function isPartOfVisits({ numerator, denominator }: RatioFormula): boolean {
  const [part, whole] = [numerator.visits, denominator.visits];
  if (part === undefined || whole?.counted !== 'all') return false;
  const key = (formula: Formula): string | undefined => formulaKey({ ...formula, visits: whole });
  return sameNames(part.step, whole.step) && key(numerator) === key(denominator);
}

function sameNames(a: string | readonly string[], b: string | readonly string[]): boolean {
  return keyText(oneOrMany(a) ?? '') === keyText(oneOrMany(b) ?? '');
}

/** Conditions that hold together. */
export function conditionsIn(predicate: Predicate | undefined): readonly Predicate[] {
  const form = predicate === undefined ? undefined : predicateForm(predicate);
  return form?.is === 'all' ? form.of.flatMap(conditionsIn) : predicate === undefined ? [] : [predicate];
}

/** A text that two conditions share only where they say the same. */
export function keyOf(predicate: Predicate): string {
  return keyText(normalPredicate(predicate));
}

/** What cannot but hold where a condition holds: an attribute that compares so stands in an event that happened. */
export function impliedBy(predicate: Predicate): readonly Predicate[] {
  const form = predicateForm(predicate);
  switch (form?.is) {
    case 'attribute': {
      const named = namedAttribute(form.of.name);
      return named === undefined ? [] : [{ event: named.event }];
    }
    case 'contacts': {
      const [event, ...others] = namesIn(form.of.event);
      return event === undefined || others.length > 0 || Math.max(form.of.eq ?? 0, form.of.gte ?? 0) === 0 ? [] : [{ event }];
    }
    case 'repeat':
    case 'precededBy':
      return [{ event: form.of.event }];
    case 'promise':
      return [{ promise: { sla: form.of.sla, is: 'due' } }];
    default:
      return [];
  }
}
