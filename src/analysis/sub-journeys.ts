import { groupBy } from '../base/groups.js';
import { onceFor, onceInTurn } from '../base/remembering.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { targetsOf } from '../model/transitions.js';
import type { Workspace } from '../model/workspace.js';
import type { ScopeEnd } from '../schema/kinds/journey.js';
import type { EndOutcome } from '../schema/kinds/step.js';
import { entrySteps } from './reachability.js';

/** A step that stands for another journey. */
export interface SubJourney {
  readonly journey: JourneyModel;
  readonly step: StepModel;
  /** The journey that it stands for. */
  readonly inner: JourneyModel;
}

/** Every step of the workspace that stands for a journey that exists. */
export const subJourneys = onceFor((workspace: Workspace): readonly SubJourney[] => {
  const found: SubJourney[] = [];
  for (const journey of workspace.journeys) {
    for (const step of journey.steps) {
      const inner = step.value.journey === undefined ? undefined : workspace.journey(step.value.journey);
      if (inner !== undefined) found.push({ journey, step, inner });
    }
  }
  return found;
});

/** The steps of the workspace that stand for each journey. */
export const stepsStandingFor = onceFor((workspace: Workspace) => groupBy(subJourneys(workspace), ({ inner }) => inner));

/** How a journey may end, as those who wait for it see it. */
export function outcomesOf(journey: JourneyModel): ReadonlySet<Exclude<EndOutcome, 'side'>> {
  return new Set(journey.steps.flatMap(({ value }) => (value.end === undefined || value.end === 'side' ? [] : [value.end])));
}

/** Every way in which a journey may end, with the event that tells of it; by its steps, and by its scope where it says more. */
export const endsOf = onceInTurn((journey: JourneyModel): readonly { readonly outcome: Exclude<EndOutcome, 'side'>; readonly event: string }[] => {
  const { steps, spec } = journey;
  const written = steps.flatMap(({ value: { end }, completed }) => (end === undefined || end === 'side' ? [] : [{ outcome: end, event: completed }]));
  const missed = missedEnds(journey).map(({ outcome, step }) => ({ outcome, event: step.completed }));
  const told = (spec.value.scope?.endsWith ?? []).flatMap(({ event, outcome }) => (event === undefined || outcome === undefined || steps.some(({ completed }) => completed === event) ? [] : [{ outcome, event }]));
  return [...written, ...missed, ...told];
});

/** An end that the scope of a journey tells of, and the step that should have it and has another or none. */
export interface MissedEnd {
  readonly index: number;
  readonly end: ScopeEnd;
  readonly outcome: Exclude<EndOutcome, 'side'>;
  readonly step: StepModel;
}

/** An end may be told by a system outside the journey; then no step speaks against it. */
export const missedEnds = onceInTurn(({ spec, step, steps }: JourneyModel): readonly MissedEnd[] => {
  return (spec.value.scope?.endsWith ?? []).flatMap((end, index) => {
    const meant = steps.filter((each) => (end.step === undefined ? each.completed === end.event : each === step(end.step)));
    const { outcome } = end;
    return outcome === undefined || meant[0] === undefined || meant.some(({ value }) => value.end === outcome) ? [] : [{ index, end, outcome, step: meant[0] }];
  });
});

/** Outcomes that those who wait for a journey expect, and that it neither has nor says that it has. */
export function impossibleOutcomes({ step, inner }: SubJourney): readonly EndOutcome[] {
  const possible = new Set<EndOutcome>([...outcomesOf(inner), ...missedEnds(inner).map(({ outcome }) => outcome)]);
  const expected = step.value.next === undefined ? [] : targetsOf(step.value.next).flatMap(({ edge }) => edge.outcome ?? []);
  return expected.filter((outcome) => !possible.has(outcome));
}

/** Events that tell of a journey's beginning, as far as they are written. */
export function startEvents(journey: JourneyModel): ReadonlySet<string> {
  const { startsWith } = journey.spec.value.scope ?? {};
  const written = entrySteps(journey).flatMap(({ value }) => value.events?.start ?? []);
  return new Set(written.length === 0 || startsWith === undefined ? written : [...written, startsWith]);
}

/** Events that tell of a journey's end, as far as they are written. */
export function endEvents(journey: JourneyModel): ReadonlySet<string> {
  const ends = journey.steps.filter(({ value }) => value.end !== undefined && value.end !== 'side');
  const written = ends.flatMap(({ value }) => value.events?.complete ?? []);
  const scoped = (journey.spec.value.scope?.endsWith ?? []).flatMap(({ event }) => event ?? []);
  return new Set(written.length === 0 ? written : [...written, ...scoped]);
}
