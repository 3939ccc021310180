import type { AttributeCondition, Cohort, ContactCondition, DiffFormula, EventDuration, Formula, Percentile, PrecededBy, Predicate, PromiseCondition, Quantity, RatioFormula, RepeatCondition, ScoreShare, StepVisits, TouchTime } from '../../schema/kinds/kpi.js';

/** What a formula is, whatever it is made of: the one of its keys that is written. */
export type FormulaForm =
  | { readonly is: 'count'; readonly of: 'cases' | 'events' | 'customers' }
  | { readonly is: 'visits'; readonly of: StepVisits }
  | { readonly is: 'sum' | 'mean' | 'median'; readonly of: Quantity }
  | { readonly is: 'percentile'; readonly of: Percentile }
  | { readonly is: 'scoreShare'; readonly of: ScoreShare }
  | { readonly is: 'ratio'; readonly of: RatioFormula }
  | { readonly is: 'diff'; readonly of: DiffFormula }
  | { readonly is: 'product'; readonly of: readonly Formula[] }
  | { readonly is: 'cohort'; readonly of: Cohort };

/** Reads which key of a formula is written; `undefined` for one that says nothing. */
export function formulaForm({ count, visits, sum, mean, median, percentile, scoreShare, ratio, diff, product, cohort }: Formula): FormulaForm | undefined {
  if (count !== undefined) return { is: 'count', of: count };
  if (visits !== undefined) return { is: 'visits', of: visits };
  if (sum !== undefined) return { is: 'sum', of: sum };
  if (mean !== undefined) return { is: 'mean', of: mean };
  if (median !== undefined) return { is: 'median', of: median };
  if (percentile !== undefined) return { is: 'percentile', of: percentile };
  if (scoreShare !== undefined) return { is: 'scoreShare', of: scoreShare };
  if (ratio !== undefined) return { is: 'ratio', of: ratio };
  if (diff !== undefined) return { is: 'diff', of: diff };
  if (product !== undefined) return { is: 'product', of: product };
  return cohort === undefined ? undefined : { is: 'cohort', of: cohort };
}

/** What can be added up: the one key of a quantity that is written. */
export type QuantityForm =
  | { readonly is: 'attribute'; readonly of: string; readonly discount?: number | undefined }
  | { readonly is: 'duration'; readonly of: EventDuration }
  | { readonly is: 'touch'; readonly of: TouchTime };

/** Reads which key of a quantity is written. */
export function quantityForm({ attribute, duration, touch, discount }: Quantity): QuantityForm | undefined {
  if (attribute !== undefined) return { is: 'attribute', of: attribute, discount };
  if (duration !== undefined) return { is: 'duration', of: duration };
  return touch === undefined ? undefined : { is: 'touch', of: touch };
}

/** What a condition is: the one of its keys that is written. */
export type PredicateForm =
  | { readonly is: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly is: 'not'; readonly of: Predicate }
  | { readonly is: 'event' | 'pathIncludes' | 'replays'; readonly of: string }
  | { readonly is: 'attribute'; readonly of: AttributeCondition }
  | { readonly is: 'contacts'; readonly of: ContactCondition }
  | { readonly is: 'repeat'; readonly of: RepeatCondition }
  | { readonly is: 'outcome'; readonly of: 'success' | 'failure' | 'abandon' | 'open' }
  | { readonly is: 'precededBy'; readonly of: PrecededBy }
  | { readonly is: 'promise'; readonly of: PromiseCondition };

/** Reads which key of a condition is written; `undefined` for one that says nothing. */
export function predicateForm({ all, any, not, event, attribute, contacts, repeat, outcome, pathIncludes, precededBy, promise, replays }: Predicate): PredicateForm | undefined {
  if (all !== undefined) return { is: 'all', of: all };
  if (any !== undefined) return { is: 'any', of: any };
  if (not !== undefined) return { is: 'not', of: not };
  if (event !== undefined) return { is: 'event', of: event };
  if (attribute !== undefined) return { is: 'attribute', of: attribute };
  if (contacts !== undefined) return { is: 'contacts', of: contacts };
  if (repeat !== undefined) return { is: 'repeat', of: repeat };
  if (outcome !== undefined) return { is: 'outcome', of: outcome };
  if (pathIncludes !== undefined) return { is: 'pathIncludes', of: pathIncludes };
  if (precededBy !== undefined) return { is: 'precededBy', of: precededBy };
  if (promise !== undefined) return { is: 'promise', of: promise };
  return replays === undefined ? undefined : { is: 'replays', of: replays };
}

/** An attribute as a formula names it, taken apart. */
export interface NamedAttribute {
  readonly event: string;
  readonly attribute: string;
}

/** `claim-closed.cost` is `cost` of `claim-closed`; `undefined` where no event is named. */
export function namedAttribute(text: string): NamedAttribute | undefined {
  const dot = text.lastIndexOf('.');
  return dot > 0 && dot < text.length - 1 ? { event: text.slice(0, dot), attribute: text.slice(dot + 1) } : undefined;
}

/** One name, or several. */
export function namesIn(written: string | readonly string[] | undefined): readonly string[] {
  return written === undefined ? [] : typeof written === 'string' ? [written] : written;
}
