import type { Case, CaseCalendar, CaseGroup, CasePart, CaseStep, CaseTarget } from './case.js';

/** Steps one after the other: the end of each is the beginning of the next, so that no time passes between them. */
export function chain(...ids: readonly string[]): readonly CaseStep[] {
  return ids.map((id, at) => ({ id, start: `at-${at}`, complete: `at-${at + 1}`, split: 'choice', ways: at + 1 < ids.length ? [{ to: ids[at + 1]!, after: 'complete' }] : [] }));
}

/** A part on a step, in hours. */
export function part(step: CaseStep, hours: number, fields: Partial<CaseTarget> & { readonly calendar?: string; readonly targets?: readonly CaseTarget[] } = {}): CasePart {
  const { calendar = '24x7', targets, ...target } = fields;
  const clock = { start: [step.start ?? `trip.${step.id}.started`], stop: [step.complete ?? `trip.${step.id}.completed`] };
  return { id: `on-${step.id}`, clock, calendar, targets: targets ?? [{ within: hours * 60, kept: 1_000_000, each: 'pool', ...target }], window: 'P1M', place: { kind: 'step', step: step.id } };
}

/** A journey with a promise over all of it. */
export function journey(steps: readonly CaseStep[], parts: readonly CasePart[], hours: number, fields: Partial<CaseTarget> & { readonly calendar?: string; readonly stop?: readonly string[] } = {}): Case {
  const { calendar = '24x7', stop, ...target } = fields;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const clock = { start: [first.start ?? `trip.${first.id}.started`], stop: stop ?? [last.complete ?? `trip.${last.id}.completed`] };
  const standard: CaseTarget = { within: hours * 60, kept: 1_000_000, each: 'pool', ...target };
  return { steps: [...steps.slice(0, -1), { ...last, end: 'success' }], parts, promise: { id: 'whole', clock, calendar, targets: [standard], window: 'P1M' }, calendars: calendarsOf(parts, calendar), groups: everybody };
}

export const everybody: readonly CaseGroup[] = [{ persona: 'everybody' }];

const weekday = [[480, 1080]] as const;

/** Monday to Friday from eight to six. */
export const office: CaseCalendar = { id: 'office', zone: 'Europe/Berlin', week: [weekday, weekday, weekday, weekday, weekday, [], []], holidays: [], from: '2026-09-07', days: 14, dayLength: 600 };

function calendarsOf(parts: readonly CasePart[], calendar: string): readonly CaseCalendar[] {
  return [calendar, ...parts.map((each) => each.calendar)].includes('office') ? [office] : [];
}
