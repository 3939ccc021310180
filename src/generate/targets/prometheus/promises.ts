import { calendarOfPromise } from '../../../analysis/calendar-of-promise.js';
import { calendarsToDay, dayMeaning, secondsOf, type DayMeaning } from '../../../analysis/promised-time.js';
import { groupName, isDefault } from '../../../analysis/target-groups.js';
import { parseDuration } from '../../../base/duration.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import type { Labels } from './alerts.js';
import { targetLabel } from './metrics.js';

/** What a promise says about shares of its cases, as rules see it. */
export interface Shares {
  /** As the label `sla` has it. */
  readonly id: string;
  readonly title: string;
  /** What else labels say of it. */
  readonly labels: Labels;
  readonly calendar: string | undefined;
  readonly window: string | undefined;
  readonly isForEachJourney: boolean;
  readonly targets: readonly Pick<PromisedTarget, 'target' | 'label' | 'who'>[];
}

/** A promise that is a document. */
export interface Promised extends Shares {
  readonly spec: Spec<'Sla'>;
  /** Id of the calendar that it is counted on. */
  readonly calendar: string;
  readonly day: DayMeaning;
  readonly targets: readonly PromisedTarget[];
  /** Numbers of targets that are left out, because an earlier one is for the same cases. */
  readonly doubled: readonly number[];
}

/** A target with its label and, where it is known, its time in seconds of the promise's own clock. */
export interface PromisedTarget {
  readonly target: SlaTarget;
  readonly label: string;
  /** Whom it is for, in words. */
  readonly who: string;
  readonly seconds: number | undefined;
}

/** Reads a promise. Of two targets for the same cases the first one counts. */
export function promisedBy(workspace: Workspace, spec: Spec<'Sla'>): Promised {
  const calendar = calendarOfPromise(workspace, spec.value);
  const day = dayMeaning(workspace, calendar);
  const labelled = (spec.value.targets ?? []).map((target) => ({ target, label: targetLabel(target) }));
  const firsts = new Set(new Map(labelled.toReversed().map((each) => [each.label, each])).values());
  const written = labelled.filter((each) => firsts.has(each));
  const { title, owner, type, metric, provider, consumer, escalation, window, eachJourney = false } = spec.value;
  return {
    id: spec.id,
    title,
    labels: defined({ type, metric, provider, consumer, owner, to: escalation }),
    window,
    isForEachJourney: eachJourney,
    spec,
    calendar,
    day,
    targets: written.map(({ target, label }) => ({ target, label, who: written.length === 1 && isDefault(target) ? 'everybody' : groupName(target), seconds: target.within === undefined ? undefined : secondsOf(target.within, day) })),
    doubled: labelled.flatMap((each, index) => (firsts.has(each) ? [] : [index])),
  };
}

/** What is said. */
export function defined(values: { readonly [name: string]: string | undefined }): Labels {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The calendars that say how long a day of the promise is, its own first, where a time of it is counted in days. */
export function dayCalendars(workspace: Workspace, { calendar }: Promised, times: readonly (string | undefined)[]): readonly Spec<'Calendar'>[] {
  if (!times.some((time) => time !== undefined && /[dw]/i.test(time))) return [];
  return calendarsToDay(workspace, calendar).flatMap(({ spec }) => spec ?? []);
}

/** Why a length of time of a promise is no fixed number of seconds, and what to do about it. */
export function lengthProblem(text: string, { calendar, day }: Promised): string {
  const reading = parseDuration(text);
  if ('duration' in reading && reading.duration.months > 0) return `\`${text}\` counts months, which are not equally long: write it in days or hours.`;
  if (/w/i.test(text) && !day.hasWeeks) return `\`${text}\` counts weeks, and a week on \`${calendar}\` may have fewer than seven days: write it in days or hours.`;
  return `\`${text}\` counts days, and nobody says how long a day of \`${calendar}\` is: write it in hours, or give the calendar a \`dayLength\`.`;
}
