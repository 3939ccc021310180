import { below, type Path } from '../../base/json.js';
import { listOf, sentence } from '../../base/words.js';
import type { Cohort, DiffFormula, Formula, Percentile, Quantity, RatioFormula, ScoreShare } from '../../schema/kinds/kpi.js';
import type { FormulaContext } from './context.js';
import { isUnreadable } from './readable.js';
import { formulaForm, namedAttribute, quantityForm } from './formula-form.js';
import { isShare } from './part-of-whole.js';
import type { FormulaProblem } from './problems.js';
import { checkCondition, namesEvent } from './type-predicate.js';
import { areApart, difference, exactWords, productOf, quotient, scaleOf, unitOfAttribute, unitWords, type FormulaType, type IntervalMethod } from './unit.js';

/** What a formula computes, and what keeps it from being computed. */
export interface TypedFormula {
  /** Absent where something that is wrong, or not known, leaves the type open. */
  readonly type?: FormulaType;
  /** Empty for a sound formula. */
  readonly problems: readonly FormulaProblem[];
}

/** The type of a formula: its unit, and how a confidence interval is found. Never fails, whatever it is given. */
export function typeOfFormula(formula: Formula, context: FormulaContext): TypedFormula {
  if (isUnreadable(formula)) return { problems: [{ path: [], message: 'The formula is so long, or nested so deep, that nobody can read it.', hint: 'Split it: give a part of it a KPI of its own.' }] };
  const problems: FormulaProblem[] = [];
  const type = typed(formula, [], { context, problems, within: [] });
  return { ...(type === undefined ? {} : { type }), problems };
}

interface Typing {
  readonly context: FormulaContext;
  readonly problems: FormulaProblem[];
  /** Formulas that this one is a part of: their conditions hold for it as well. */
  readonly within: readonly Formula[];
}

function typed(formula: Formula, path: Path, typing: Typing): FormulaType | undefined {
  const form = formulaForm(formula);
  if (formula.where !== undefined) checkCondition(formula.where, below(path, 'where'), typing);
  if (form === undefined) return undefined;
  const [inner, own] = [{ ...typing, within: [...typing.within, formula] }, below(path, form.is)];
  switch (form.is) {
    case 'count':
      return typeOfCount(form.of, own, inner);
    case 'visits':
      return { unit: 'count', counted: 'visits', interval: 'none' };
    case 'sum':
    case 'mean':
    case 'median':
      return typeOfQuantity(form.of, own, intervals[form.is], typing);
    case 'percentile':
      return typeOfPercentile(form.of, own, typing);
    case 'scoreShare':
      return typeOfScoreShare(form.of, own, typing);
    case 'ratio':
      return typeOfRatio(form.of, own, inner);
    case 'diff':
      return typeOfDiff(form.of, own, inner);
    case 'product':
      return typeOfProduct(form.of, own, inner);
    case 'cohort':
      return typeOfCohort(form.of, own, typing);
  }
}

const intervals: { readonly [word in 'sum' | 'mean' | 'median']: IntervalMethod } = { sum: 'none', mean: 'normal', median: 'order-statistics' };

function typeOfCount(counted: NonNullable<Formula['count']>, path: Path, { problems, within }: Typing): FormulaType {
  if (counted === 'events' && !within.some(({ where }) => where !== undefined && namesEvent(where))) {
    problems.push({ path, message: 'The formula counts events and does not say which.', hint: 'Add `where: {event: ...}` with the event that is counted.' });
  }
  return { unit: 'count', counted, interval: 'none' };
}

function typeOfQuantity(quantity: Quantity, path: Path, interval: IntervalMethod, typing: Typing): FormulaType | undefined {
  const form = quantityForm(quantity);
  if (form === undefined) return undefined;
  if (form.is === 'attribute') return typeOfAttribute(form.of, form.discount, path, interval, typing);
  if (form.is === 'duration' && form.of.from === form.of.to) {
    typing.problems.push({ path: below(path, 'duration', 'to'), message: `The time from \`${form.of.from}\` to \`${form.of.to}\` is always nothing.`, hint: 'Name the event that ends it.' });
  }
  return { unit: 'duration', interval };
}

function typeOfAttribute(text: string, discount: number | undefined, path: Path, interval: IntervalMethod, { context, problems }: Typing): FormulaType | undefined {
  const named = namedAttribute(text);
  const type = named && context.typeOf(named);
  if (type === undefined) return undefined;
  const unit = unitOfAttribute(type);
  if (unit === undefined) problems.push({ path: below(path, 'attribute'), message: `\`${text}\` is of the type ${type}, which cannot be added up.`, hint: 'Name an attribute that is a number, an amount of money or a length of time.' });
  if (discount !== undefined && type !== 'money') problems.push({ path: below(path, 'discount'), message: `\`${text}\` is discounted and no money.`, hint: 'Delete `discount`, or name an attribute of the type money.' });
  const statedIn = named && context.unitOf?.(named);
  return unit && { ...(statedIn === undefined || (unit !== 'money' && interval === 'none') ? {} : { statedIn }), unit, interval };
}

function typeOfPercentile(percentile: Percentile, path: Path, typing: Typing): FormulaType | undefined {
  const { p } = percentile;
  if (p <= 0 || p >= 100) typing.problems.push({ path: below(path, 'p'), message: `There is no percentile ${p}.`, hint: 'Write a number between 0 and 100, for example `p: 90`.' });
  return typeOfQuantity(percentile, path, 'order-statistics', typing);
}

function typeOfScoreShare({ of, values }: ScoreShare, path: Path, { context, problems }: Typing): FormulaType {
  const named = namedAttribute(of);
  const type = named && context.typeOf(named);
  if (type !== undefined && type !== 'integer' && type !== 'number') problems.push({ path: below(path, 'of'), message: `\`${of}\` is of the type ${type} and holds no scores.`, hint: 'Name an attribute whose type is integer or number.' });
  const scale = scaleOf(named && context.unitOf?.(named));
  const beyond = scale === undefined ? -1 : values.findIndex((value) => value < scale.least || value > scale.most);
  if (beyond >= 0) problems.push({ path: below(path, 'values', beyond), message: `The answers \`${of}\` are from ${scale!.least} to ${scale!.most}, and ${values[beyond]} is none of them.`, hint: 'Write scores of this scale, or mend the `unit` of the attribute at the system.' });
  if (values.length === 0) problems.push({ path: below(path, 'values'), message: `The formula does not say which scores of \`${of}\` count.`, hint: 'Write the scores that count, for example `values: [9, 10]`.' });
  return { unit: 'share', interval: 'wilson' };
}

function typeOfRatio(ratio: RatioFormula, path: Path, typing: Typing): FormulaType | undefined {
  const [above, under] = [typed(ratio.numerator, below(path, 'numerator'), typing), typed(ratio.denominator, below(path, 'denominator'), typing)];
  if (above === undefined || under === undefined) return undefined;
  if (areApart(above, under)) return void typing.problems.push(mixed(above, under, path));
  const result = quotient(above, under, isShare(ratio, typing.context.anchor));
  if (result === undefined) typing.problems.push({ path, message: `${sentence(unitWords(above))} is divided by ${unitWords(under)}, and no KPI has a unit for what comes of it.`, hint: 'Divide by a count, or by something of the same unit.' });
  return result;
}

function typeOfDiff({ minuend, subtrahend }: DiffFormula, path: Path, typing: Typing): FormulaType | undefined {
  const [from, less] = [typed(minuend, below(path, 'minuend'), typing), typed(subtrahend, below(path, 'subtrahend'), typing)];
  if (from === undefined || less === undefined) return undefined;
  if (areApart(from, less)) return void typing.problems.push(mixed(from, less, path));
  const result = difference(from, less);
  if (result === undefined) typing.problems.push({ path, message: `${sentence(unitWords(less))} is taken away from ${unitWords(from)}.`, hint: 'Take away only what has the same unit.' });
  return result;
}

function mixed(first: FormulaType, second: FormulaType, path: Path): FormulaProblem {
  return { path, message: `The formula compares ${exactWords(first)} with ${exactWords(second)}.`, hint: 'Compare only what is stated in one currency, or on one scale. What an attribute is stated in stands under its `unit` at the system, else in `currency` of the workspace.' };
}

function typeOfProduct(factors: readonly Formula[], path: Path, typing: Typing): FormulaType | undefined {
  const types = factors.map((factor, index) => typed(factor, below(path, index), typing));
  if (factors.length < 2) typing.problems.push({ path, message: 'The formula multiplies fewer than two things.', hint: 'Write at least two formulas under `product`, or the one of them alone.' });
  if (types.length === 0 || types.includes(undefined)) return undefined;
  const known = types as readonly FormulaType[];
  const result = productOf(known);
  if (result === undefined) typing.problems.push({ path, message: `The formula multiplies ${listOf(known.filter(({ unit }) => unit === 'money' || unit === 'duration').map(unitWords))}.`, hint: 'Of what is multiplied, only one may be money or time: make the others counts or ratios.' });
  return result;
}

function typeOfCohort({ start, lost, new: added, result }: Cohort, path: Path, typing: Typing): FormulaType {
  for (const [field, condition] of Object.entries({ start, lost, new: added })) {
    if (condition !== undefined) checkCondition(condition, below(path, field), typing);
  }
  if (result === 'lost' && lost === undefined) typing.problems.push({ path: below(path, 'result'), message: 'The formula counts the customers who were lost and does not say who they are.', hint: 'Add `lost:` with the condition, for example `lost: {event: ...}`.' });
  if (result === 'kept' && lost === undefined && added === undefined) typing.problems.push({ path: below(path, 'result'), message: 'The formula counts the customers who were kept and says neither who was lost nor who is new.', hint: 'Add `lost:` with the condition that the churn of the same customers has, or `new:`.' });
  return { unit: 'share', interval: 'wilson' };
}
