import type { Spec } from '../model/spec.js';
import type { LossHere } from './target.js';

/** Of calendars whose days are counted: one that says itself how long its day is takes over hours and holidays alone, which are counted elsewhere. */
export function lostBases(calendars: Iterable<Spec<'Calendar'>>, where: string): readonly LossHere[] {
  return [...calendars].flatMap(({ coordinate, value }) => (value.dayLength === undefined || value.extends === undefined ? [] : [{ subject: coordinate, field: 'extends', sort: 'limit', reason: `${where}, and the calendar says itself how long its day is.` }]));
}
