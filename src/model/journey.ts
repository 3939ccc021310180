import type { Coordinate } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import { below, type Path } from '../base/json.js';
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
  /** The id of the journey that it is a variant of. */
  readonly base?: string;
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

/** Reads a journey with its stages, steps, ways and handoffs. `base` is set for a variant. */
export function buildJourney(spec: Spec<'Journey'>, base?: string): JourneyModel {
  const stages = (spec.value.stages ?? []).map((stage, index) => buildStage(spec, stage, ['stages', index]));
  const steps = buildSteps(spec, stages);
  const byId = new Map(steps.toReversed().map((step) => [step.id, step]));
  const step = (reference: string): StepModel | undefined => findStep(byId, reference);
  const transitions = deriveTransitions(steps, step);
  const leaving = groupBy(transitions, (each) => each.from);
  const arriving = groupBy(transitions, (each) => each.to);
  return {
    spec,
    id: spec.id,
    title: spec.value.title,
    ...(base === undefined ? {} : { base }),
    stages,
    steps,
    transitions,
    handoffs: deriveHandoffs(spec, step, transitions),
    step,
    stage: (id) => stages.find((each) => each.id === id),
    from: (id) => leaving.get(id) ?? [],
    to: (id) => arriving.get(id) ?? [],
  };
}

function buildStage(spec: Spec<'Journey'>, value: Stage, path: Path): StageModel {
  const owner = value.owner ?? spec.value.owner;
  const acting = value.steps.flatMap((step) => actorsOf(step, owner)).filter(isTeam);
  return {
    value,
    id: value.id,
    coordinate: `${spec.coordinate}#stages/${value.id}`,
    path,
    owner,
    responsible: value.raci?.responsible ?? [...new Set(acting.length > 0 ? acting : [owner])],
    accountable: value.raci?.accountable ?? [owner],
  };
}

function buildSteps(spec: Spec<'Journey'>, stages: readonly StageModel[]): readonly StepModel[] {
  let order = 0;
  return stages.flatMap((stage) => stage.value.steps.map((step, index) => new StepInJourney(spec, stage, step, index, order++)));
}

/** What is short to work out and seldom asked for is not kept: a workspace has a hundred thousand steps. */
class StepInJourney implements StepModel {
  readonly actors: readonly string[];
  readonly teams: readonly string[];

  constructor(
    private readonly spec: Spec<'Journey'>,
    readonly stage: StageModel,
    readonly value: Step,
    private readonly index: number,
    readonly order: number,
  ) {
    this.actors = actorsOf(value, stage.owner);
    this.teams = this.actors.every(isTeam) ? this.actors : this.actors.filter(isTeam);
  }

  get id(): string {
    return this.value.id;
  }

  get path(): Path {
    return below(this.stage.path, 'steps', this.index);
  }

  get coordinate(): Coordinate {
    return `${this.spec.coordinate}#${this.id}`;
  }

  get type(): StepType {
    return this.value.type ?? defaultType(this.value);
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
function actorsOf(step: Step, stageOwner: string): readonly string[] {
  if (step.actor === undefined) return step.lane === 'customer' ? customerAlone : [stageOwner];
  if (typeof step.actor === 'string') return [teamOf(step.actor)];
  return [...new Set(step.actor.map(teamOf))];
}

const customerAlone: readonly string[] = ['customer'];

function teamOf(actor: string): string {
  return actor.split('#')[0]!;
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

function findStep(byId: ReadonlyMap<string, StepModel>, reference: string): StepModel | undefined {
  const dot = reference.indexOf('.');
  if (dot < 0) return byId.get(reference);
  const step = byId.get(reference.slice(dot + 1));
  return step?.stage.id === reference.slice(0, dot) ? step : undefined;
}

const none: readonly never[] = [];

/** One value or a list, as a list. */
export function listOf<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return none;
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}
