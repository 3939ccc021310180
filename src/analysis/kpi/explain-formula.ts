import { listOf, quoted } from '../../base/words.js';
import type { Cohort, Formula, Predicate, Quantity, RatioFormula, ScoreShare, StepVisits } from '../../schema/kinds/kpi.js';
import { isUnreadable } from './readable.js';
import { attributeWords, explainAll, stepWords } from './explain-predicate.js';
import { formulaForm, quantityForm } from './formula-form.js';
import { conditionsIn, partOfWhole } from './part-of-whole.js';

/** A formula as one plain sentence. Never fails, whatever it is given. `anchor`: the event that every counted case has. */
export function explainFormula(formula: Formula, anchor?: string): string {
  if (isUnreadable(formula)) return 'The formula is so long, or nested so deep, that no sentence can say it.';
  return `${phrase(formula, anchor).replace(/^\(?[a-z]/, (start) => start.toUpperCase())}.`;
}

function phrase(formula: Formula, anchor: string | undefined): string {
  const conditions = conditionsIn(formula.where);
  const form = formulaForm(formula);
  if (form === undefined) return 'nothing that is said';
  switch (form.is) {
    case 'count':
      return counted(form.of, conditions);
    case 'ratio':
      return conditioned(ratio(form.of, anchor), conditions);
    case 'diff':
      return conditioned(`${part(form.of.minuend, anchor)}, minus ${part(form.of.subtrahend, anchor)}`, conditions);
    case 'product':
      return conditioned(form.of.map((factor) => part(factor, anchor)).join(', times ') || 'the product of nothing', conditions);
    case 'cohort':
      return conditioned(cohort(form.of), conditions);
    case 'visits':
      return over(visits(form.of), conditions);
    case 'scoreShare':
      return over(scoreShare(form.of), conditions);
    case 'percentile':
      return over(`the ${ordinal(form.of.p)} percentile of ${quantity(form.of)}`, conditions);
    default:
      return over(`the ${form.is} of ${quantity(form.of)}`, conditions);
  }
}

/** A formula inside another: what is made of several stands in brackets. */
function part(formula: Formula, anchor: string | undefined): string {
  const text = phrase(formula, anchor);
  return formula.ratio !== undefined || formula.diff !== undefined || formula.product !== undefined || formula.cohort !== undefined ? `(${text})` : text;
}

function conditioned(text: string, conditions: readonly Predicate[]): string {
  return conditions.length === 0 ? text : `${text}, all of it only where ${explainAll(conditions)}`;
}

function over(text: string, conditions: readonly Predicate[]): string {
  return conditions.length === 0 ? text : `${text}, where ${explainAll(conditions)}`;
}

const inWhich: { readonly [of in NonNullable<Formula['count']>]: string } = { cases: 'in which', customers: 'for whom', events: 'where' };

function counted(of: NonNullable<Formula['count']>, conditions: readonly Predicate[]): string {
  return `the number of ${things(of, conditions)}`;
}

/** `cases in which ...`; of events, those that are counted are named first. */
function things(of: NonNullable<Formula['count']>, conditions: readonly Predicate[]): string {
  const named = of === 'events' ? conditions.find((each) => namesOf(each).length > 0) : undefined;
  const rest = conditions.filter((each) => each !== named);
  const what = named === undefined ? of : `${listOf(quoted(namesOf(named)), 'or')} events`;
  return rest.length === 0 ? what : `${what} ${inWhich[of]} ${explainAll(rest)}`;
}

function namesOf({ event, any }: Predicate): readonly string[] {
  if (event !== undefined) return [event];
  return any?.every((each) => each.event !== undefined) === true ? any.map((each) => each.event!) : [];
}

function ratio(formula: RatioFormula, anchor: string | undefined): string {
  const share = partOfWhole(formula, anchor);
  if (share === undefined || share.rest.length === 0) return `${part(formula.numerator, anchor)}, divided by ${part(formula.denominator, anchor)}`;
  return `of all ${things(share.of, share.whole)}, the part ${inWhich[share.of]} ${explainAll(share.rest)}`;
}

function cohort({ start, lost, new: added, result }: Cohort): string {
  const whole = `of all customers for whom at the start ${explainAll(conditionsIn(start))}`;
  if (lost !== undefined) return `${whole}, the part for whom ${result === 'kept' ? 'it was not so that ' : ''}afterwards ${explainAll(conditionsIn(lost))}`;
  return `${whole}, the part that is there at the end${added === undefined ? '' : ` without those for whom in between ${explainAll(conditionsIn(added))}`}`;
}

function visits({ step, counted: which }: StepVisits): string {
  return which === 'all' ? `the number of visits of ${stepWords(step)}` : `the number of times that a case came back to ${stepWords(step)}`;
}

function scoreShare({ of, values }: ScoreShare): string {
  return `the part of the answers ${attributeWords(of)} that are ${scores(values)}`;
}

/** Scores that follow each other are told by the first and the last. */
function scores(values: readonly number[]): string {
  const ordered = [...new Set(values)].sort((a, b) => a - b);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (ordered.length > 2 && ordered.every((value, index) => value === first! + index)) return `from ${first} to ${last}`;
  return listOf(ordered.map(String), 'or') || 'nothing';
}

function quantity(written: Quantity): string {
  const form = quantityForm(written);
  switch (form?.is) {
    case undefined:
      return 'nothing';
    case 'attribute':
      return `${attributeWords(form.of)}${form.discount === undefined ? '' : `, discounted by ${percent(form.discount)} a year`}`;
    case 'duration':
      return `the time from \`${form.of.from}\` to \`${form.of.to}\`${clock(form.of.clock)}`;
    case 'touch':
      return `the time of work in ${stepWords(form.of.steps)}${clock(form.of.clock)}`;
  }
}

function clock(calendar: string | undefined): string {
  return calendar === undefined || calendar === '24x7' ? '' : ` in the hours of \`${calendar}\``;
}

function percent(share: number): string {
  return `${Math.round(share * 1e6) / 1e4} %`;
}

/** 1st, 2nd, 90th, 99.9th. */
function ordinal(p: number): string {
  const [tens, ones] = [Math.abs(p) % 100, Math.abs(p) % 10];
  const ending = tens > 10 && tens < 14 ? undefined : ['st', 'nd', 'rd'][ones - 1];
  return `${p}${ending ?? 'th'}`;
}

