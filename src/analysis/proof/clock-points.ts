import { addTo } from '../../base/groups.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { MomentGraph } from './moments.js';
import type { Promised } from './promises.js';

/** Where the clock of a promise lies among the moments of a journey. */
export interface ClockPoints {
  /** 1 for each moment at which it starts. */
  readonly starts: Uint8Array;
  /** 1 for each moment at which it stops. */
  readonly stops: Uint8Array;
  /** Points of the clock that are no moment of this journey. */
  readonly strayStarts: readonly string[];
  readonly strayStops: readonly string[];
}

/** Finds the moments of a clock, or of the step or stage that a promise stands in. */
export function clockPoints(journey: JourneyModel, graph: MomentGraph, { starts, stops, place }: Promised): ClockPoints {
  if (place !== undefined) return 'step' in place ? aroundStep(graph, place.step) : aroundStage(graph, place.stage);
  const begin = find(journey, graph, starts);
  const end = find(journey, graph, stops);
  return { starts: begin.marks, stops: end.marks, strayStarts: begin.stray, strayStops: end.stray };
}

interface Found {
  readonly marks: Uint8Array;
  readonly stray: readonly string[];
}

function find(journey: JourneyModel, graph: MomentGraph, points: readonly string[]): Found {
  const marks = new Uint8Array(graph.moments.length);
  const stray: string[] = [];
  for (const point of points) {
    const moments = point.includes('#') ? completionOf(journey, graph, point) : graph.at(point);
    if (moments.length === 0) stray.push(point);
    for (let at = 0; at < moments.length; at += 1) marks[moments[at]!] = 1;
  }
  return { marks, stray };
}

/** `journey#step` is the completion of the step, in the journey itself and in its variants. */
function completionOf(journey: JourneyModel, graph: MomentGraph, point: string): readonly number[] {
  const [id, inside] = point.split('#') as [string, string];
  const named = id.split('@')[0];
  const step = named === journey.id || named === journey.base ? journey.step(inside) : undefined;
  return step === undefined ? [] : graph.allDone(step).flatMap((done) => [done, ...sameOccurrence(graph, done)]);
}

/** What begins with the same event at the same moment. */
function sameOccurrence({ leaving, moments }: MomentGraph, moment: number): readonly number[] {
  return leaving[moment]!.filter(({ isInstant, to }) => isInstant && moments[to]!.event === moments[moment]!.event).map(({ to }) => to);
}

function aroundStep({ moments, of, allDone }: MomentGraph, step: StepModel): ClockPoints {
  const [starts, stops] = [new Uint8Array(moments.length), new Uint8Array(moments.length)];
  const start = of(step, 'start');
  if (start !== undefined) starts[start] = 1;
  for (const done of allDone(step)) stops[done] = 1;
  return { starts, stops, strayStarts: [], strayStops: [] };
}

/** From where a case comes into the stage to the completion that leads out of it. A completion that may also lead on inside is no stop. */
function aroundStage(graph: MomentGraph, stage: StageModel): ClockPoints {
  const isInside = (moment: number): boolean => graph.moments[moment]!.step.stage === stage;
  const [starts, stops] = [new Uint8Array(graph.moments.length), new Uint8Array(graph.moments.length)];
  for (const { number, kind, step } of graph.moments) {
    if (step.stage !== stage) continue;
    if (kind === 'start' && (graph.entries.includes(number) || graph.arriving[number]!.some(({ from }) => !isInside(from)))) starts[number] = 1;
    if (kind === 'done' && graph.leaving[number]!.every(({ to }) => !isInside(to))) stops[number] = 1;
  }
  return { starts, stops, strayStarts: [], strayStops: [] };
}

/** The moments of a journey that points of a clock name. */
export function momentsNamed(journey: JourneyModel, graph: MomentGraph, points: readonly string[]): Uint8Array {
  return find(journey, graph, points).marks;
}

/** True when a point is a moment of another journey that the promise is made in: it says nothing about a case of this one, unless a step stands for that journey. */
export function isOfOtherJourney(workspace: Workspace, { id, steps }: JourneyModel, sla: string, point: string): boolean {
  const inside = new Set(steps.map(({ value }) => value.journey));
  const others = workspace.namedBy(`sla:${sla}`).filter((spec) => spec.kind === 'Journey' && spec.id !== id && !inside.has(spec.id));
  return others.some((spec) => isToldIn(workspace, spec.id, point));
}

/** True when a point of a clock is a moment of a journey. */
export function isToldIn(workspace: Workspace, journey: string, point: string): boolean {
  return point.includes('#') ? point.split(/[#@]/)[0] === journey : eventsOf(workspace)(journey).has(point);
}

/** Events that tell of the steps of a journey. */
const eventsOf = onceFor((workspace: Workspace) => remembering((id: string): ReadonlySet<string> => {
  const steps = workspace.journey(id)?.steps ?? [];
  return new Set(steps.flatMap(({ value: { events }, started, completed }) => [started, completed, events?.fail, events?.abandon].filter((event) => event !== undefined)));
}));

/** The journeys with a step that a point of a clock tells of. */
export function journeysTelling(workspace: Workspace, point: string): readonly JourneyModel[] {
  const [named, inside] = point.split('#') as [string, string?];
  if (inside === undefined) return byEvent(workspace).get(point) ?? [];
  const id = named.split('@')[0];
  return workspace.journeys.filter((journey) => (journey.id === id || journey.base === id) && journey.step(inside) !== undefined);
}

/** The journeys that tell of each event that is written at a step. */
const byEvent = onceFor((workspace: Workspace): ReadonlyMap<string, readonly JourneyModel[]> => {
  const found = new Map<string, JourneyModel[]>();
  for (const journey of workspace.journeys) {
    const events = new Set(journey.steps.flatMap(({ value }) => Object.values(value.events ?? {})));
    for (const event of events) addTo(found, event, journey);
  }
  return found;
});
