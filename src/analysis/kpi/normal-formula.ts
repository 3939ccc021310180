import type { JsonObject, JsonValue } from '../../base/json.js';
import type { Cohort, Formula, Percentile, Quantity } from '../../schema/kinds/kpi.js';
import { isUnreadable } from './readable.js';
import { formulaForm, quantityForm, type FormulaForm } from './formula-form.js';
import { inOrder, joined, keyText, normalPredicate, oneOrMany, written } from './normal-predicate.js';

/**
 * A formula in the one notation that all of its notations have in common, so that two that say the same are equal: lists
 * whose order says nothing are sorted, what is said twice is said once, lengths of time are written alike, the percentile 50
 * is the median, and a condition on the whole stands at each part. A formula that nobody can read stays as it is.
 */
export function normalFormula(formula: Formula): JsonValue {
  return isUnreadable(formula) ? (formula as JsonValue) : normal(formula, []);
}

/** A text that two formulas share only where they compute the same; none for one that nobody can read. */
export function formulaKey(formula: Formula): string | undefined {
  return isUnreadable(formula) ? undefined : keyText(normalFormula(formula));
}

/** `outer`: conditions on what the formula is a part of; they hold for it as well. */
function normal(formula: Formula, outer: readonly JsonObject[]): JsonObject {
  const form = formulaForm(formula);
  const conditions = formula.where === undefined ? outer : [...outer, normalPredicate(formula.where)];
  if (form === undefined) return conditioned({}, conditions);
  switch (form.is) {
    case 'ratio':
      return { ratio: { numerator: normal(form.of.numerator, conditions), denominator: normal(form.of.denominator, conditions) } };
    case 'diff':
      return { diff: { minuend: normal(form.of.minuend, conditions), subtrahend: normal(form.of.subtrahend, conditions) } };
    case 'product':
      return product(form.of.map((factor) => normal(factor, conditions)));
    default:
      return conditioned(normalLeaf(form), conditions);
  }
}

/** Its factors in one order, those of products in it among them. The same factor twice is a square. */
function product(factors: readonly JsonObject[]): JsonObject {
  const opened = factors.flatMap((each) => (each['product'] === undefined ? [each] : (each['product'] as readonly JsonObject[])));
  if (opened.length === 1) return opened[0]!;
  return { product: opened.map((each) => [keyText(each), each] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each) };
}

function conditioned(formula: JsonObject, conditions: readonly JsonObject[]): JsonObject {
  const all = joined('all', conditions);
  return isAlways(all) ? formula : { ...formula, where: all };
}

function isAlways({ all }: JsonObject): boolean {
  return Array.isArray(all) && all.length === 0;
}

function normalLeaf(form: Exclude<FormulaForm, { readonly is: 'ratio' | 'diff' | 'product' }>): JsonObject {
  switch (form.is) {
    case 'count':
      return { count: form.of };
    case 'visits':
      return { visits: written({ step: oneOrMany(form.of.step), counted: form.of.counted }) };
    case 'percentile':
      return normalPercentile(form.of);
    case 'scoreShare':
      return { scoreShare: { of: form.of.of, values: inOrder(form.of.values) } };
    case 'cohort':
      return { cohort: normalCohort(form.of) };
    default:
      return { [form.is]: normalQuantity(form.of) };
  }
}

function normalPercentile(percentile: Percentile): JsonObject {
  const quantity = normalQuantity(percentile);
  return percentile.p === 50 ? { median: quantity } : { percentile: { ...quantity, p: percentile.p } };
}

/** All hours count unless a calendar is named, and no discount is a discount of nothing. */
function normalQuantity(quantity: Quantity): JsonObject {
  const form = quantityForm(quantity);
  if (form === undefined) return {};
  if (form.is === 'attribute') return written({ attribute: form.of, discount: form.discount === 0 ? undefined : form.discount });
  const clock = form.of.clock === '24x7' ? undefined : form.of.clock;
  if (form.is === 'duration') return { duration: written({ from: form.of.from, to: form.of.to, clock }) };
  return { touch: written({ steps: oneOrMany(form.of.steps), clock }) };
}

function normalCohort({ start, lost, new: added, result }: Cohort): JsonObject {
  return written({ start: normalPredicate(start), lost: lost && normalPredicate(lost), new: added && normalPredicate(added), result });
}

/** True for two formulas about the same customers, of which one counts the lost and one the kept: their values add up to one. */
export function areComplements(a: Formula, b: Formula): boolean {
  if (a.cohort === undefined || b.cohort === undefined || a.cohort.result === b.cohort.result) return false;
  const key = formulaKey({ ...a, cohort: { ...a.cohort, result: 'lost' } });
  return key !== undefined && key === formulaKey({ ...b, cohort: { ...b.cohort, result: 'lost' } });
}
