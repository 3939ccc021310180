import { addTo } from '../../base/groups.js';
import { below, type Path } from '../../base/json.js';
import { onceFor } from '../../base/remembering.js';
import { listOf, type JourneyModel, type StageModel, type StepModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import type { Transition } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import type { Pause, Sla, SlaTarget } from '../../schema/kinds/sla.js';
import type { PromiseInPlace } from '../../schema/kinds/step.js';
import { calendarOfPromise } from '../calendar-of-promise.js';

/** A promise as the proof sees it, whether it is a document or written in place. */
export interface Promised {
  /** Id of the Sla, or the coordinate of a promise in place: `motor-claim#classify/promise`. */
  readonly id: string;
  readonly title: string;
  /** Where it is written. */
  readonly spec: Spec;
  readonly path: Path;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly pauses: readonly Pause[];
  readonly cancels: readonly string[];
  readonly resets: readonly string[];
  /** Id of its calendar; absent when it names none. */
  readonly calendar: string | undefined;
  readonly targets: readonly SlaTarget[];
  readonly window: string | undefined;
  readonly provider: string | undefined;
  /** What it declares that may be taken for granted about misses. */
  readonly assume: 'independent' | 'shares' | undefined;
  /** True when its percents hold over the cases of each journey by itself. */
  readonly isForEachJourney: boolean;
  /** Whether it is about a time from its start to its stop. */
  readonly isTimed: boolean;
  /** First day on which it holds, and first day on which it no longer does. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** The step or stage that a promise in place belongs to: its clock are the moments of that. */
  readonly place: { readonly step: StepModel } | { readonly stage: StageModel } | undefined;
  /** Ways that it is named on, where it is named on ways alone: only cases that take one of them have runs of it. */
  readonly ways: readonly Transition[] | undefined;
}

/** Id of the calendar that a promise is counted on: one that is a document and names none has that of the workspace, one in place that of the whole. */
export function calendarIdOf(workspace: Workspace, { calendar, place }: Promised, whole?: string): string {
  return calendarOfPromise(workspace, { calendar: calendar ?? (place === undefined ? undefined : whole) });
}

/** A promise that is a document, read once: many journeys rest on the same. */
export const promisedBy = onceFor((spec: Spec<'Sla'>): Promised => {
  const { value } = spec;
  return {
    id: spec.id,
    title: value.title,
    spec,
    path: [],
    starts: listOf(value.clock?.start),
    stops: listOf(value.clock?.stop),
    pauses: value.clock?.pause ?? [],
    cancels: value.clock?.cancel ?? [],
    resets: value.clock?.reset ?? [],
    calendar: value.calendar,
    targets: value.targets ?? [],
    window: value.window,
    provider: value.provider,
    isTimed: hasTime(value),
    assume: value.assume,
    isForEachJourney: value.eachJourney === true,
    from: value.effective?.from,
    until: earlier(value.effective?.until, value.expires),
    place: undefined,
    ways: undefined,
  };
});

function hasTime({ metric }: Sla): boolean {
  return metric === undefined || metric === 'duration' || metric === 'response';
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** Promises that may be parts of one of this journey's: on its steps, stages and ways, of journeys inside it, and those that underpin it. */
export function candidateParts(workspace: Workspace, journey: JourneyModel, whole: string): readonly Promised[] {
  const named = new Set<string>();
  const onWays = promisesOnWays(journey);
  for (const { value } of [...journey.steps, ...journey.stages]) if (value.sla !== undefined) named.add(value.sla);
  for (const id of promisesInside(workspace, journey)) named.add(id);
  const all = new Set([...named, ...onWays.keys(), ...(underpinning(workspace).get(whole) ?? [])]);
  all.delete(whole);
  const documents = [...all].flatMap((id) => workspace.find('Sla', id) ?? []).map(promisedBy);
  return [...documents.filter(({ isTimed }) => isTimed).map((promised) => (named.has(promised.id) ? promised : limitedTo(promised, onWays.get(promised.id)))), ...inPlaceOf(journey)];
}

/** The promises that stand in the steps of a journey, and then in its stages. */
export function inPlaceOf(journey: JourneyModel): readonly Promised[] {
  return [
    ...journey.steps.flatMap((step) => (step.value.promise === undefined ? [] : [promisedInPlace(journey, placeOfStep(step), step.value.promise)])),
    ...journey.stages.flatMap((stage) => (stage.value.promise === undefined ? [] : [promisedInPlace(journey, placeOfStage(stage), stage.value.promise)])),
  ];
}

function limitedTo(promised: Promised, ways: readonly Transition[] | undefined): Promised {
  return ways === undefined ? promised : { ...promised, ways };
}

/** For each promise that is named on ways, or at what is handed over there, these ways. */
function promisesOnWays({ transitions, handoffs }: JourneyModel): ReadonlyMap<string, readonly Transition[]> {
  const named = new Map<string, Transition[]>();
  for (const way of transitions) if (way.edge.sla !== undefined && way.edge.sla !== 'none') addTo(named, way.edge.sla, way);
  for (const { sla, transition } of handoffs) if (sla !== undefined && sla !== 'none' && transition.edge.sla !== sla) addTo(named, sla, transition);
  return named;
}

/** What the journeys promise that steps of this one stand for. */
function promisesInside(workspace: Workspace, { steps }: JourneyModel): readonly string[] {
  return steps.flatMap(({ value }) => (value.journey === undefined ? [] : (workspace.journey(value.journey)?.spec.value.slas ?? [])));
}

/** For each promise, those that say that they make it possible. */
const underpinning = onceFor((workspace: Workspace): ReadonlyMap<string, readonly string[]> => {
  const parts = new Map<string, string[]>();
  for (const { id, value } of workspace.all('Sla')) for (const whole of value.underpins ?? []) addTo(parts, whole, id);
  return parts;
});

interface Place {
  readonly id: string;
  readonly title: string;
  readonly path: Path;
  readonly provider: string;
  readonly of: { readonly step: StepModel } | { readonly stage: StageModel };
}

function placeOfStep(step: StepModel): Place {
  return { id: step.id, title: step.value.title, path: step.path, provider: step.teams[0] ?? step.stage.owner, of: { step } };
}

function placeOfStage(stage: StageModel): Place {
  return { id: `stages/${stage.id}`, title: stage.value.title, path: stage.path, provider: stage.owner, of: { stage } };
}

/** A promise in place has no clock of its own and is never paused: it holds from the beginning of its place to the end. */
function promisedInPlace({ spec }: JourneyModel, { id, title, path, provider, of }: Place, promise: PromiseInPlace): Promised {
  const { within, percent, each = 'tier', window, calendar } = promise;
  return {
    id: `${spec.id}#${id}/promise`,
    title,
    spec,
    path: below(path, 'promise'),
    starts: nothing,
    stops: nothing,
    pauses: nothing,
    cancels: nothing,
    resets: nothing,
    calendar,
    targets: [percent === undefined ? { within, each } : { within, percent, each }],
    window,
    provider,
    assume: undefined,
    isForEachJourney: false,
    isTimed: true,
    from: undefined,
    until: undefined,
    place: of,
    ways: undefined,
  };
}

const nothing: readonly never[] = [];
