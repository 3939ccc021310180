import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
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
export function subJourneys(workspace: Workspace): readonly SubJourney[] {
  return workspace.journeys.flatMap((journey) =>
    journey.steps.filter(({ value }) => value.journey !== undefined).flatMap((step) => {
      const inner = workspace.journey(step.value.journey!);
      return inner === undefined ? [] : [{ journey, step, inner }];
    }),
  );
}

/** How a journey may end, as those who wait for it see it. */
export function outcomesOf(journey: JourneyModel): ReadonlySet<Exclude<EndOutcome, 'side'>> {
  return new Set(journey.steps.flatMap(({ value }) => (value.end === undefined || value.end === 'side' ? [] : [value.end])));
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
