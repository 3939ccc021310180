import type { EventAttribute } from '../../schema/kinds/system.js';

/**
 * What a formula computes: a `count` of things, a `rate` of one count or quantity to another, a `share` of a whole, `points`
 * on a scale of whole numbers, a `number`, a `duration` or `money`.
 */
export type Measured = 'count' | 'rate' | 'share' | 'points' | 'number' | 'duration' | 'money';

/** How the confidence interval of a value is found: `wilson` for a share of independent cases; `none` where the formula allows no simple one. */
export type IntervalMethod = 'wilson' | 'normal' | 'order-statistics' | 'none';

/** The type of a formula. */
export interface FormulaType {
  readonly unit: Measured;
  /** Of a count: what is counted. */
  readonly counted?: 'cases' | 'events' | 'customers' | 'visits';
  readonly interval: IntervalMethod;
}

/** Units of a KPI that a formula of each type may be stated in, without what stands in brackets. */
const statedAs: { readonly [unit in Measured]: readonly string[] } = {
  count: ['count'],
  rate: ['ratio', 'percent', 'count'],
  share: ['ratio', 'percent'],
  points: ['score', 'count'],
  number: ['ratio', 'percent', 'count', 'score'],
  duration: ['duration'],
  money: ['currency'],
};

/** Units that the author may write for a formula of this type, as he would write them. */
export function unitsFor({ unit }: FormulaType): readonly string[] {
  return statedAs[unit].map((word) => ({ score: 'score(1,7)', currency: 'currency(EUR)' })[word] ?? word);
}

/** True when a KPI that is stated in this unit can be computed by a formula of this type. */
export function isStatedAs({ unit }: FormulaType, stated: string): boolean {
  if (unit === 'share' && /^score\((?:-100|0),100\)$/.test(stated)) return true; // a net share such as NPS is told in points of a hundred
  return statedAs[unit].includes(stated.replace(/\(.*$/, ''));
}

const nouns: { readonly [unit in Measured]: string } = { count: 'a count', rate: 'a ratio', share: 'a share', points: 'points', number: 'a number', duration: 'a length of time', money: 'an amount of money' };

/** The type in words. */
export function unitWords({ unit, counted }: FormulaType): string {
  return counted === undefined ? nouns[unit] : `a number of ${counted}`;
}

/** What adding up an attribute of each type gives; one that is not here cannot be added up. */
const summed: { readonly [type: string]: Measured | undefined } = { number: 'number', integer: 'points', duration: 'duration', money: 'money' };

/** What adding up an attribute gives; `undefined` where it cannot be added up. */
export function unitOfAttribute(type: NonNullable<EventAttribute['type']>): Measured | undefined {
  return summed[type];
}

/** One thing divided by another: what comes of it, or `undefined` where no KPI has a unit for that. */
export function quotient(above: FormulaType, below: FormulaType, isPart: boolean): FormulaType | undefined {
  if (isPart) return { unit: 'share', interval: above.counted === 'visits' ? 'none' : 'wilson' }; // visits of one case hang together
  const bare = !hasDimension(below.unit);
  if (bare && (hasDimension(above.unit) || above.unit === 'points' || above.unit === 'number')) return { unit: above.unit, interval: 'none' };
  return bare || above.unit === below.unit ? { unit: 'rate', interval: 'none' } : undefined;
}

/** One thing minus another: only things of one sort. */
export function difference(from: FormulaType, less: FormulaType): FormulaType | undefined {
  const unit = from.unit === less.unit ? from.unit : mixtures.find(({ of }) => of.includes(from.unit) && of.includes(less.unit))?.gives;
  return unit && { unit, interval: 'none' };
}

/** Types that one may be taken away from another, and what that gives. */
const mixtures: readonly { readonly of: readonly Measured[]; readonly gives: Measured }[] = [
  { of: ['share', 'rate', 'number'], gives: 'rate' },
  { of: ['count', 'points', 'number'], gives: 'number' },
];

/** Things multiplied: money and time only once. */
export function productOf(factors: readonly FormulaType[]): FormulaType | undefined {
  const dimensions = factors.filter(({ unit }) => hasDimension(unit));
  if (dimensions.length > 1) return undefined;
  const unit = dimensions[0]?.unit ?? (factors.every((each) => each.unit === 'share') ? 'share' : 'number');
  return { unit, interval: 'none' };
}

function hasDimension(unit: Measured): boolean {
  return unit === 'duration' || unit === 'money';
}
