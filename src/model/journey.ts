import type { Coordinate } from '../base/diagnostic.js';
import type { Path } from '../base/json.js';
import { lazy } from '../base/lazy.js';
import { onceFor } from '../base/remembering.js';
import type { Stage } from '../schema/kinds/journey.js';
import type { Step, StepType } from '../schema/kinds/step.js';
import { deriveHandoffs, type DerivedHandoff } from './handoffs.js';
import type { Spec } from './spec.js';
import { deriveTransitions, type Transition } from './transitions.js';

/** A step with what its surroundings say about it. */
export interface StepModel {
  readonly value: Step;
  readonly id: string;
  /** `journey:motor-claim#classify` */
  readonly coordinate: Coordinate;
  readonly stage: StageModel;
  /** Where it stands in the journey's effective value. */
  readonly path: Path;
  /** Its place among all steps of the journey, in the order of the file. */
  readonly order: number;
  readonly type: StepType;
  /** Who acts: team ids, and the words `customer` and `partner`. */
  readonly actors: readonly string[];
  /** Who acts, with the role in a team where one is written: `claims-ops#handler`. */
  readonly actorsWithRoles: readonly string[];
  /** Teams among the actors. */
  readonly teams: readonly string[];
  readonly channels: readonly string[];
  /** The event of its beginning, derived where none is written. */
  readonly started: string;
  /** The event of its completion, derived where none is written. */
  readonly completed: string;
  /** Steps that it happens at the same moment as. */
  readonly hosts: readonly string[];
}

/** A stage with what its surroundings say about it. */
export interface StageModel {
  readonly value: Stage;
  readonly id: string;
  readonly coordinate: Coordinate;
  readonly path: Path;
  /** The team that answers for it: its own owner, or the journey's. */
  readonly owner: string;
  /** Teams or roles that do the work. */
  readonly responsible: readonly string[];
  /** Teams or roles that answer for it. */
  readonly accountable: readonly string[];
}

/** A journey in its effective form, with everything that follows from it. */
export interface JourneyModel {
  readonly spec: Spec<'Journey'>;
  readonly id: string;
  readonly title: string;
  /** The id of the journey that it is a variant of; `undefined` for one that is none. */
  readonly base: string | undefined;
  readonly stages: readonly StageModel[];
  /** Every step in the order of the file. */
  readonly steps: readonly StepModel[];
  readonly transitions: readonly Transition[];
  readonly handoffs: readonly DerivedHandoff[];
  /** Finds a step by `step` or `stage.step`. */
  step(reference: string): StepModel | undefined;
  /** Finds a stage by its id. */
  stage(id: string): StageModel | undefined;
  /** Ways that leave a step. */
  from(step: string): readonly Transition[];
  /** Ways that lead to a step. */
  to(step: string): readonly Transition[];
}

/**
 * Reads a journey with its stages, steps, ways and handoffs, each when somebody asks: whoever compares two versions asks about a few of
 * a thousand journeys. What it says follows from its own document alone, so that one document read once is one journey in every workspace.
 */
export const buildJourney = onceFor((spec: Spec<'Journey'>): JourneyModel => new JourneyOfSpec(spec));

class JourneyOfSpec implements JourneyModel {
  readonly #layout: () => Layout;
  readonly #handoffs: () => readonly DerivedHandoff[];

  constructor(readonly spec: Spec<'Journey'>) {
    this.#layout = lazy(() => layOut(spec));
    this.#handoffs = lazy(() => deriveHandoffs(spec, this.step, this.transitions));
  }

  get id(): string {
    return this.spec.id;
  }

  get title(): string {
    return this.spec.value.title;
  }

  get base(): string | undefined {
    return this.spec.value.extends?.split('@')[0];
  }

  get stages(): readonly StageModel[] {
    return this.#layout().stages;
  }

  get steps(): readonly StepModel[] {
    return this.#layout().steps;
  }

  get transitions(): readonly Transition[] {
    return this.#layout().transitions;
  }

  get handoffs(): readonly DerivedHandoff[] {
    return this.#handoffs();
  }

  readonly step = (reference: string): StepModel | undefined => findStep(this.#layout().crossings, reference);
  readonly stage = (id: string): StageModel | undefined => this.stages.find((each) => each.id === id);
  readonly from = (id: string): readonly Transition[] => this.#layout().crossings.get(id)?.leaving ?? none;
  readonly to = (id: string): readonly Transition[] => this.#layout().crossings.get(id)?.arriving ?? none;
}

/** How the steps of a journey lie. */
interface Layout {
  readonly stages: readonly StageModel[];
  readonly steps: readonly StepModel[];
  readonly transitions: readonly Transition[];
  readonly crossings: ReadonlyMap<string, Crossing>;
}

function layOut(spec: Spec<'Journey'>): Layout {
  const stages = (spec.value.stages ?? []).map((stage, index) => new StageInJourney(spec, stage, index));
  const steps = buildSteps(spec, stages);
  const crossings = crossingsById(steps);
  const transitions = deriveTransitions(steps, (reference) => findStep(crossings, reference));
  addWays(crossings, transitions);
  return { stages, steps, transitions, crossings };
}

/** Where ways meet: a step with those that leave it and those that lead to it. */
interface Crossing {
  readonly step: StepModel;
  leaving: readonly Transition[];
  arriving: readonly Transition[];
}

/** One for each id: of two steps that claim it the first holds, and a rule tells of the second. */
function crossingsById(steps: readonly StepModel[]): ReadonlyMap<string, Crossing> {
  const crossings = new Map<string, Crossing>();
  for (const step of steps) if (!crossings.has(step.id)) crossings.set(step.id, { step, leaving: none, arriving: none });
  return crossings;
}

function addWays(crossings: ReadonlyMap<string, Crossing>, transitions: readonly Transition[]): void {
  for (const way of transitions) {
    const [source, target] = [crossings.get(way.from)!, crossings.get(way.to)!];
    source.leaving = withWay(source.leaving, way);
    target.arriving = withWay(target.arriving, way);
  }
}

/** Most steps have one way or two. So short a list is made anew, because one that grows keeps room for many more. */
function withWay(ways: readonly Transition[], way: Transition): readonly Transition[] {
  if (ways.length === 0) return [way];
  if (ways.length < 4) return ways.concat([way]);
  (ways as Transition[]).push(way);
  return ways;
}

/** What is short to work out and seldom asked for is not kept: a workspace has fifty thousand stages. */
class StageInJourney implements StageModel {
  readonly owner: string;
  /** Its owner as a list, which its steps share. */
  readonly ownerAlone: readonly string[];

  constructor(
    private readonly spec: Spec<'Journey'>,
    readonly value: Stage,
    private readonly index: number,
  ) {
    this.owner = value.owner ?? spec.value.owner;
    this.ownerAlone = [this.owner];
  }

  get id(): string {
    return this.value.id;
  }

  get coordinate(): Coordinate {
    return `${this.spec.coordinate}#stages/${this.id}`;
  }

  get path(): Path {
    return ['stages', this.index];
  }

  /** In one piece: every place that a rule points at begins with it. */
  pathOfStep(index: number): Path {
    return ['stages', this.index, 'steps', index];
  }

  get responsible(): readonly string[] {
    return this.value.raci?.responsible ?? this.acting();
  }

  get accountable(): readonly string[] {
    return this.value.raci?.accountable ?? this.ownerAlone;
  }

  /** Teams, or roles in them, that act in its steps; where none does, its owner. */
  private acting(): readonly string[] {
    const acting = new Set<string>();
    for (const step of this.value.steps) for (const actor of writtenActors(step, this.ownerAlone)) if (isTeam(actor)) acting.add(actor);
    return acting.size > 0 ? [...acting] : this.ownerAlone;
  }
}

function buildSteps(spec: Spec<'Journey'>, stages: readonly StageInJourney[]): readonly StepModel[] {
  let order = 0;
  return stages.flatMap((stage) => stage.value.steps.map((step, index) => new StepInJourney(spec, stage, step, index, order++)));
}

/** What is short to work out and seldom asked for is not kept: a workspace has a hundred thousand steps. */
class StepInJourney implements StepModel {
  readonly actors: readonly string[];
  readonly teams: readonly string[];

  constructor(
    private readonly spec: Spec<'Journey'>,
    readonly stage: StageInJourney,
    readonly value: Step,
    private readonly index: number,
    readonly order: number,
  ) {
    this.actors = actorsOf(value, stage.ownerAlone);
    this.teams = this.actors.every(isTeam) ? this.actors : this.actors.filter(isTeam);
  }

  get id(): string {
    return this.value.id;
  }

  get path(): Path {
    return this.stage.pathOfStep(this.index);
  }

  get coordinate(): Coordinate {
    return `${this.spec.coordinate}#${this.id}`;
  }

  get type(): StepType {
    return this.value.type ?? defaultType(this.value);
  }

  get actorsWithRoles(): readonly string[] {
    return writtenActors(this.value, this.stage.ownerAlone);
  }

  get channels(): readonly string[] {
    return listOf(this.value.channel);
  }

  get started(): string {
    return this.value.events?.start ?? `${this.spec.id}.${this.id}.started`;
  }

  get completed(): string {
    return this.value.events?.complete ?? `${this.spec.id}.${this.id}.completed`;
  }

  get hosts(): readonly string[] {
    return listOf(this.value.alongside);
  }
}

/** Who acts in a step, roles told as their teams. */
function actorsOf(step: Step, stageOwner: readonly string[]): readonly string[] {
  if (typeof step.actor === 'string') return [teamOf(step.actor)];
  const written = writtenActors(step, stageOwner);
  return step.actor === undefined ? written : [...new Set(written.map(teamOf))];
}

/** Who acts in a step: as it is written, else the customer or the owner of the stage. */
function writtenActors({ actor, lane }: Step, stageOwner: readonly string[]): readonly string[] {
  if (actor === undefined) return lane === 'customer' ? customerAlone : stageOwner;
  return listOf(actor);
}

const customerAlone: readonly string[] = ['customer'];

function teamOf(actor: string): string {
  const end = actor.indexOf('#');
  return end < 0 ? actor : actor.slice(0, end);
}

function isTeam(actor: string): boolean {
  return actor !== 'customer' && actor !== 'partner';
}

/** A choice makes a decision; otherwise the lane and what is done decide. */
function defaultType(step: Step): StepType {
  if (Array.isArray(step.next) && step.next.length > 1) return 'decision';
  if (step.message !== undefined) return 'notify';
  if (step.lane === 'customer' && step.data?.collects !== undefined) return 'form';
  return 'action';
}

function findStep(crossings: ReadonlyMap<string, Crossing>, reference: string): StepModel | undefined {
  const dot = reference.indexOf('.');
  if (dot < 0) return crossings.get(reference)?.step;
  const step = crossings.get(reference.slice(dot + 1))?.step;
  return step?.stage.id === reference.slice(0, dot) ? step : undefined;
}

const none: readonly never[] = [];

/** One value or a list, as a list. */
export function listOf<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return none;
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}
