import { addTo } from '../../base/groups.js';
import { onceFor, onceInTurn } from '../../base/remembering.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { targetsOf, type Transition } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import type { EndOutcome, Meanwhile } from '../../schema/kinds/step.js';
import { entrySteps } from '../reachability.js';
import { endsOf } from '../sub-journeys.js';
import { isMain } from '../ways.js';

/** A moment of a step that a clock can know: it began, was done, failed, was given up, or was stopped by something meanwhile. */
export interface Moment {
  readonly number: number;
  readonly step: StepModel;
  readonly kind: 'start' | 'done' | 'fail' | 'abandon' | 'stopped';
  /** The event that tells of it, where there is one. */
  readonly event: string | undefined;
  /** Of `stopped`: what stops the step. */
  readonly stoppedBy: readonly Meanwhile[];
}

/** From one moment of a case to the next one. */
export interface Move {
  readonly from: number;
  readonly to: number;
  /** The way that it takes; absent inside of a step. */
  readonly way: Transition | undefined;
  /** Number of the limited way, among the limits of the graph. */
  readonly limit: number | undefined;
  /** True when no time lies between: one event tells of both, or the language says so. */
  readonly isInstant: boolean;
  /** False where perhaps no case takes it: after an outcome that the journey inside never has, or nobody knows after which. */
  readonly isPossible: boolean;
}

/** The moments of a journey and how a case gets from one to another. */
export interface MomentGraph {
  readonly moments: readonly Moment[];
  /** For each moment, the moves that leave it. */
  readonly leaving: readonly (readonly Move[])[];
  /** For each moment, the moves that lead to it. */
  readonly arriving: readonly (readonly Move[])[];
  /** Moments at which a case may begin. */
  readonly entries: readonly number[];
  /** How often each limited way is taken at most in one case. */
  readonly limits: readonly number[];
  /** Moments that an event tells of. */
  at(event: string): readonly number[];
  /** The moment of a step. */
  of(step: StepModel, kind: 'start' | 'done'): number | undefined;
  /** The moments at which a step is done: several where it stands for a journey that ends with different events. */
  allDone(step: StepModel): readonly number[];
}

/** The moments of a journey. A step that happens alongside another has none of its own. */
export const momentGraph = onceFor((workspace: Workspace) => onceInTurn((journey: JourneyModel): MomentGraph => {
  const build: Build = { workspace, moments: [], leaving: [], arriving: [], limits: [], starts: new Map(), fails: new Map(), abandons: new Map(), endings: new Map() };
  journey.steps.forEach((step) => void (step.hosts.length === 0 && !build.starts.has(step) && addStep(build, step)));
  journey.transitions.forEach((way) => void (isMain(way) && addWay(build, way)));
  return finish(journey, build);
}));

interface Build {
  readonly workspace: Workspace;
  readonly moments: Moment[];
  readonly leaving: Move[][];
  readonly arriving: Move[][];
  readonly limits: number[];
  /** For each step, the number of its beginning; the number after it is its completion. */
  readonly starts: Map<StepModel, number>;
  readonly fails: Map<StepModel, number>;
  readonly abandons: Map<StepModel, number>;
  /** Of a step that stands for a journey, the moments at which that ends, by outcome. */
  readonly endings: Map<StepModel, Endings>;
}

/** The moments at which a journey may end that a step stands for, by outcome. */
type Endings = ReadonlyMap<Outcome, readonly number[]>;

type Outcome = Exclude<EndOutcome, 'side'>;

function addStep(build: Build, step: StepModel): void {
  const { events } = step.value;
  const start = addMoment(build, step, 'start', step.started);
  build.starts.set(step, start);
  inside(build, start, addMoment(build, step, 'done', step.completed));
  if (events?.fail !== undefined || step.value.onFail !== undefined) {
    build.fails.set(step, addMoment(build, step, 'fail', events?.fail));
    inside(build, start, build.fails.get(step)!);
  }
  if (events?.abandon !== undefined) {
    build.abandons.set(step, addMoment(build, step, 'abandon', events.abandon));
    inside(build, start, build.abandons.get(step)!);
  }
  if (step.value.journey !== undefined) build.endings.set(step, endingsOf(build, step, start));
}

/** A journey may end with other events than the one that completes the step which stands for it. Each of these is a moment of its own. */
function endingsOf(build: Build, step: StepModel, start: number): Endings {
  const inner = build.workspace.journey(step.value.journey!);
  const ends = inner === undefined ? [] : endsOf(inner);
  const known = new Map(([[step.completed, start + 1], [step.value.events?.fail, build.fails.get(step)], [step.value.events?.abandon, build.abandons.get(step)]] as const).filter(([event]) => event !== undefined));
  const isTold = ends.some(({ event }) => event === step.completed);
  const endings = new Map<Outcome, number[]>();
  for (const { outcome, event } of ends) {
    if (!known.has(event) && isTold) inside(build, start, addMoment(build, step, 'done', event));
    if (!known.has(event)) known.set(event, isTold ? build.moments.length - 1 : start + 1);
    addTo(endings, outcome, known.get(event)!);
  }
  return endings;
}

function addMoment({ moments, leaving, arriving }: Build, step: StepModel, kind: Moment['kind'], event: string | undefined, stoppedBy: Moment['stoppedBy'] = []): number {
  moments.push({ number: moments.length, step, kind, event, stoppedBy });
  leaving.push([]);
  arriving.push([]);
  return moments.length - 1;
}

function addMove({ leaving, arriving }: Build, move: Move): void {
  leaving[move.from]!.push(move);
  arriving[move.to]!.push(move);
}

function inside(build: Build, from: number, to: number): void {
  addMove(build, { from, to, way: undefined, limit: undefined, isInstant: false, isPossible: true });
}

function addWay(build: Build, way: Transition): void {
  const source = build.starts.get(way.source);
  const target = build.starts.get(way.target);
  if (source === undefined || target === undefined) return;
  const limit = limitOf(build, way);
  const isPossible = isAfterKnown(build, way);
  momentsBefore(build, way, source).forEach((from) => addMove(build, { from, to: target, way, limit, isInstant: isInstant(build.moments[from]!, build.moments[target]!, way), isPossible }));
}

/** The moments at which a way is taken. */
function momentsBefore(build: Build, way: Transition, source: number): readonly number[] {
  if (way.kind === 'interrupt') return [addStop(build, way, source)];
  if (isOnFailure(way)) return [build.fails.get(way.source)!];
  const endings = build.endings.get(way.source);
  return endings === undefined ? [source + 1] : afterEndings(build, way, source, endings);
}

/** A way with an outcome is taken after that, the way for everything else after those that no way names. A skipped step may have been on any of them. */
function afterEndings({ moments, fails }: Build, { source: { value }, source: step, edge, isPast }: Transition, source: number, endings: Endings): readonly number[] {
  const named = namedOutcomes(step);
  const isOwn = (outcome: Outcome): boolean => (edge.outcome === undefined ? isPast || edge.when !== undefined || !named.has(outcome) : outcome === edge.outcome);
  const isLeft = (moment: number): boolean => moments[moment]!.kind === 'done' || edge.outcome !== undefined || (named.size > 0 && value.onFail === undefined && moment === fails.get(step));
  const found = [...endings].flatMap(([outcome, all]) => (isOwn(outcome) ? all : [])).filter(isLeft);
  return found.length === 0 ? [source + 1] : [...new Set(found)];
}

function isAfterKnown({ endings }: Build, { source, edge: { outcome }, isPast }: Transition): boolean {
  if (outcome !== undefined) return endings.get(source)?.has(outcome) === true;
  return !isPast || namedOutcomes(source).size === 0;
}

function namedOutcomes({ value: { next } }: StepModel): ReadonlySet<string> {
  return new Set(next === undefined ? [] : targetsOf(next).flatMap(({ edge: { outcome } }) => outcome ?? []));
}

/** Each interruption is a moment of its own, because each comes after another time. */
function addStop(build: Build, way: Transition, start: number): number {
  const all = (way.source.value.meanwhile ?? []).filter(({ stops }) => stops === true);
  const index = way.isPast ? undefined : way.path.at(-1);
  const own = typeof index === 'number' ? way.source.value.meanwhile?.[index] : undefined;
  const stop = addMoment(build, way.source, 'stopped', own?.event, own === undefined ? all : [own]);
  inside(build, start, stop);
  return stop;
}

/** A way that is taken when the step's own event of failure has happened tells of no completion. */
function isOnFailure({ kind, source, edge }: Transition): boolean {
  if (kind === 'fail') return true;
  const fail = source.value.events?.fail;
  return fail !== undefined && typeof edge.when === 'object' && 'event' in edge.when && edge.when.event === fail;
}

function limitOf({ limits }: Build, { edge }: Transition): number | undefined {
  if (typeof edge.repeats !== 'number') return undefined;
  limits.push(edge.repeats);
  return limits.length - 1;
}

/**
 * One event that tells of both is one moment. A step that waits for others starts, as the language has it, when the last
 * of them is done, and a step that a timer leads to starts when the time is over, unless events of their own tell of it.
 */
function isInstant(from: Moment, to: Moment, way: Transition): boolean {
  if (from.event !== undefined && from.event === to.event) return true;
  const tells = to.step.value.events?.start !== undefined;
  return !tells && (way.kind === 'interrupt' || isWaitedFor(way));
}

function isWaitedFor({ source, target }: Transition): boolean {
  return target.value.waitsFor?.some((name) => name === source.id || name === `${source.stage.id}.${source.id}`) === true;
}

function finish(journey: JourneyModel, { moments, leaving, arriving, limits, starts, endings }: Build): MomentGraph {
  const byEvent = new Map<string, number[]>();
  for (const { event, number } of moments) if (event !== undefined) addTo(byEvent, event, number);
  return {
    moments,
    leaving,
    arriving,
    limits,
    entries: entrySteps(journey).flatMap((step) => starts.get(step) ?? []),
    at: (event) => byEvent.get(event) ?? [],
    of: (step, kind) => {
      const start = starts.get(step);
      return start === undefined || kind === 'start' ? start : start + 1;
    },
    allDone: (step) => {
      const start = starts.get(step);
      const others = [...(endings.get(step)?.values() ?? [])].flat().filter((moment) => moments[moment]!.kind === 'done');
      return start === undefined ? [] : [...new Set([start + 1, ...others])];
    },
  };
}
