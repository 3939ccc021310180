import { compareCalendarBases } from './calendar-base.js';
import type { OwnComparison } from './comparison.js';
import { compareHandoffs } from './handoffs.js';
import { compareActors, compareStageOwners, compareStepTypes } from './implied-values.js';
import { compareStages } from './journey-stages.js';
import { compareFormulas } from './kpi-formula.js';
import { comparePromiseCalendars } from './promise-calendars.js';
import { compareTargets } from './sla-targets.js';
import { compareWeeks } from './week-hours.js';

/** Fields that are compared in a way of their own. */
export const ownComparisons: { readonly [field: string]: OwnComparison } = {
  'Calendar.extends': compareCalendarBases,
  'CalendarInDirectory.extends': compareCalendarBases,
  'Calendar.weekly': compareWeeks,
  'CalendarInDirectory.weekly': compareWeeks,
  'Journey.handoffs': compareHandoffs,
  'Journey.stages': compareStages,
  'Kpi.formula': compareFormulas,
  'PromiseInPlace.calendar': comparePromiseCalendars,
  'Sla.calendar': comparePromiseCalendars,
  'Sla.targets': compareTargets,
  'Stage.owner': compareStageOwners,
  'Step.actor': compareActors,
  'Step.type': compareStepTypes,
};
