import { below, type Path } from '../../base/json.js';
import type { Workspace } from '../../model/workspace.js';
import type { Formula } from '../../schema/kinds/kpi.js';
import { businessCalendar } from '../business-time/business-calendar.js';
import { always } from '../business-time/calendar.js';
import { findCalendar } from '../business-time/lineage.js';
import { formulaForm, quantityForm, type QuantityForm } from './formula-form.js';
import type { FormulaProblem } from './problems.js';

/**
 * Time of work that is compared with time that passes, and each is counted in other hours. The same time on two calendars may be
 * compared on purpose, to see how much of it lies outside of office hours. Paths from the formula.
 */
export function mixedHours(workspace: Workspace, formula: Formula, path: Path = []): readonly FormulaProblem[] {
  const { ratio, diff, product } = formula;
  if (product !== undefined) return product.flatMap((factor, index) => mixedHours(workspace, factor, below(path, 'product', index)));
  const sides = ratio === undefined ? diff && { word: 'diff', a: ['minuend', diff.minuend], b: ['subtrahend', diff.subtrahend] } as const : { word: 'ratio', a: ['numerator', ratio.numerator], b: ['denominator', ratio.denominator] } as const;
  if (sides === undefined) return [];
  const [first, second] = [sides.a, sides.b];
  const own = compared(workspace, first[1], second[1], below(path, sides.word));
  return [...own, ...[first, second].flatMap(([side, of]) => mixedHours(workspace, of, below(path, sides.word, side)))];
}

type Timed = Extract<QuantityForm, { readonly is: 'duration' | 'touch' }>;

function compared(workspace: Workspace, a: Formula, b: Formula, path: Path): readonly FormulaProblem[] {
  const [first, second] = [timeOf(a), timeOf(b)];
  if (first === undefined || second === undefined || first.is === second.is) return [];
  const [work, passing] = first.is === 'touch' ? [first, second] : [second, first];
  if (!areOtherHours(workspace, work.of.clock ?? always, passing.of.clock ?? always)) return [];
  return [{ path, message: `The time of work is counted ${inHours(work.of.clock)}, and the time that it is compared with ${inHours(passing.of.clock)}.`, hint: 'Name the same calendar under `clock` of both.' }];
}

/** What is added up, where that is time: of work, or between two events. */
export function timeOf(formula: Formula): Timed | undefined {
  const form = formulaForm(formula);
  if (form?.is !== 'sum' && form?.is !== 'mean' && form?.is !== 'median' && form?.is !== 'percentile') return undefined;
  const quantity = quantityForm(form.of);
  return quantity?.is === 'attribute' ? undefined : quantity;
}

function areOtherHours(workspace: Workspace, a: string, b: string): boolean {
  if (a === b) return false;
  const [one, other] = [hoursOf(workspace, a), hoursOf(workspace, b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** A text that calendars of the same hours share; `undefined` for one that is not known here. */
function hoursOf(workspace: Workspace, id: string): string | undefined {
  if (id === always) return always;
  const spec = findCalendar(workspace, id)?.spec;
  const reading = businessCalendar(workspace, id);
  if ('problem' in reading) return spec?.value.weekly === undefined || spec.value.extends !== undefined ? undefined : id;
  const { boundaries, horizon } = reading.calendar;
  const neverCloses = boundaries.length === 0 || (boundaries.length === 2 && boundaries[0] === horizon.from && boundaries[1] === horizon.until);
  return neverCloses ? always : boundaries.join();
}

function inHours(clock: string | undefined): string {
  return clock === undefined || clock === always ? 'in all hours' : `in the hours of \`${clock}\``;
}
