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
  /** Of money its currency, of answers their scale, as a unit writes it: `currency(EUR)`, `score(1,7)`. Absent where nobody says. */
  readonly statedIn?: string;
}

/** The values that something can have, both ends among them. An open end is infinite. */
export interface Span {
  readonly least: number;
  readonly most: number;
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
export function unitsFor({ unit, statedIn }: FormulaType): readonly string[] {
  return statedAs[unit].map((word) => (statedIn?.startsWith(word) === true ? statedIn : ({ score: 'score(1,7)', currency: 'currency(EUR)' })[word] ?? word));
}

/** True when a KPI that is stated in this unit can be computed by a formula of this type. */
export function isStatedAs({ unit }: FormulaType, stated: string): boolean {
  if (unit === 'share' && /^score\((?:-100|0),100\)$/.test(stated)) return true; // a net share such as NPS is told in points of a hundred
  return statedAs[unit].includes(stated.replace(/\(.*$/, ''));
}

/** True for two amounts of other currencies, or answers on other scales: nothing can be said of both together. */
export function areApart({ statedIn: a }: FormulaType, { statedIn: b }: FormulaType): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Money with its currency, answers with their scale. */
export function exactWords(type: FormulaType): string {
  const [, word, inside] = /^(currency|score)\((.*)\)$/.exec(type.statedIn ?? '') ?? [];
  if (word === undefined) return unitWords(type);
  return word === 'currency' ? `money in ${inside}` : `answers from ${inside!.replace(',', ' to ')}`;
}

/** The ends of the scale `score(1,7)`; `undefined` for any other unit. */
export function scaleOf(unit: string | undefined): Span | undefined {
  const [, least, most] = /^score\((-?\d+),(-?\d+)\)$/.exec(unit ?? '') ?? [];
  return least === undefined || Number(least) >= Number(most) ? undefined : { least: Number(least), most: Number(most) };
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
  if (bare && (hasDimension(above.unit) || above.unit === 'points' || above.unit === 'number')) return { ...inTheSame(above), unit: above.unit, interval: 'none' };
  return bare || above.unit === below.unit ? { unit: 'rate', interval: 'none' } : undefined;
}

/** One thing minus another: only things of one sort. */
export function difference(from: FormulaType, less: FormulaType): FormulaType | undefined {
  const unit = from.unit === less.unit ? from.unit : mixtures.find(({ of }) => of.includes(from.unit) && of.includes(less.unit))?.gives;
  return unit && { ...(unit === 'money' && from.statedIn === less.statedIn ? inTheSame(from) : {}), unit, interval: 'none' };
}

function inTheSame({ statedIn }: FormulaType): Pick<FormulaType, 'statedIn'> {
  return statedIn === undefined ? {} : { statedIn };
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
  return { ...(dimensions[0] === undefined ? {} : inTheSame(dimensions[0])), unit, interval: 'none' };
}

function hasDimension(unit: Measured): boolean {
  return unit === 'duration' || unit === 'money';
}
