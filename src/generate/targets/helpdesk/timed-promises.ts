import { always } from '../../../analysis/business-time/calendar.js';
import { calendarLender, calendarOfPromise } from '../../../analysis/calendar-of-promise.js';
import { calendarsToDay, dayMeaning, secondsOf } from '../../../analysis/promised-time.js';
import type { Spec } from '../../../model/spec.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { lostBases } from '../../lost-bases.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import { namesOf } from '../../text/label-names.js';

/** One target of a promise about a length of time. */
export interface TimedTarget {
  readonly spec: Spec<'Sla'>;
  readonly target: SlaTarget;
  /** Its name in the helpdesk, by which tickets are told to be under it. */
  readonly name: string;
  /** The title of the promise and whom the target is for. */
  readonly title: string;
  /** The time as it is written. */
  readonly within: string;
  /** The same in seconds of its calendar. */
  readonly seconds: number;
  /** Id of the calendar; `undefined` where time runs by the clock on the wall. */
  readonly calendar: string | undefined;
}

/** The targets that a helpdesk can count, and those that it cannot. */
export interface TimedPromises {
  readonly targets: readonly TimedTarget[];
  /** The promises, the calendars that say how long their days are, and the workspace whose calendar some of them are counted on. */
  readonly sources: readonly Spec[];
  readonly losses: readonly LossHere[];
}

/** Reads all promises of a helpdesk. `fits` says why a length of time cannot be counted there, or nothing. */
export function timedPromises({ workspace, all }: GeneratorInput, isMeant: (spec: Spec<'Sla'>) => boolean, fits: (seconds: number) => string | undefined): TimedPromises {
  const read = all('Sla').filter((spec) => isTimed(spec) && isMeant(spec)).flatMap((spec) => {
    const calendar = calendarOfPromise(workspace, spec.value);
    const day = dayMeaning(workspace, calendar);
    return (spec.value.targets ?? []).map((target, index, targets) => {
      const seconds = target.within === undefined ? undefined : secondsOf(target.within, day);
      return { spec, target, index, calendar, problem: seconds === undefined ? noLength : fits(seconds), seconds, key: keyOf(spec.id, targets, index) };
    });
  });
  const written = read.filter(({ problem }) => problem === undefined);
  const names = namesOf(written.map(({ key }) => key));
  const targets = written.map(({ spec, target, calendar, seconds, key }): TimedTarget => ({ spec, target, name: names.get(key)!, title: titleOf(spec, target), within: target.within!, seconds: seconds!, calendar: calendar === always ? undefined : calendar }));
  const specs = [...new Set(written.map(({ spec }) => spec))];
  const days = new Set(written.flatMap(({ target, calendar }) => (/[dw]/i.test(target.within ?? '') ? calendarsToDay(workspace, calendar).flatMap((each) => each.spec ?? []) : [])));
  const losses = read.flatMap(({ spec, target, index, problem }): readonly LossHere[] => (problem === undefined ? [] : [{ subject: spec.coordinate, ...(specs.includes(spec) ? { field: 'targets', at: ['targets', index] } : { field: '' }), reason: `${groupOf(target) === '' ? 'The target for everybody' : `The target for ${groupOf(target)}`} is left out. ${problem}` }]));
  return { targets, sources: [...specs, ...new Set(specs.flatMap(({ value }) => calendarLender(workspace, value))), ...days], losses: [...losses, ...lostBases(days, 'Hours and holidays are set up in the helpdesk')] };
}

const noLength = 'It has no time of a fixed length: write `within` in hours, or give the calendar a `dayLength`.';

/** A helpdesk counts time, and no rate. */
function isTimed({ value: { metric } }: Spec<'Sla'>): boolean {
  return metric === undefined || metric === 'duration' || metric === 'response';
}

function keyOf(id: string, targets: readonly SlaTarget[], index: number): string {
  const [own, earlier] = [groupOf(targets[index]!), targets.slice(0, index).map(groupOf)];
  return [id, ...(own === '' ? [] : [own]), ...(earlier.includes(own) ? [`${index + 1}`] : [])].join(' ');
}

function titleOf({ value: { title } }: Spec<'Sla'>, target: SlaTarget): string {
  return groupOf(target) === '' ? title : `${title} (${groupOf(target)})`;
}

function groupOf(target: SlaTarget): string {
  return (['tier', 'persona', 'region'] as const).flatMap((name) => (target[name] === undefined ? [] : [`${name} ${target[name]}`])).join(', ');
}
