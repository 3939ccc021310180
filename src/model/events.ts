import { groupBy } from '../base/groups.js';
import { lazy } from '../base/lazy.js';
import type { EmittedEvent } from '../schema/kinds/system.js';
import type { JourneyModel, StepModel } from './journey.js';
import type { Entry, Register } from './registers.js';
import type { Spec } from './spec.js';

/** An event with the system that tells it, or the step whose derived event it is. */
export interface EventModel {
  readonly name: string;
  readonly producers: readonly Entry<EmittedEvent>[];
  /** The step that it follows from, when no system has to tell it. */
  readonly step?: StepModel;
}

/** Every event of the workspace. Those that follow from steps are two for each step, so they are looked up and not kept. */
export interface EventRegister extends Register {
  /** Events that systems tell. */
  readonly told: ReadonlyMap<string, EventModel>;
  /** The event of a name; `undefined` when no system tells it and no step has it. */
  get(name: string): EventModel | undefined;
}

/** Collects what systems tell, and finds what follows from the steps of the journeys. */
export function registerEvents(specs: readonly Spec[], journeys: ReadonlyMap<string, JourneyModel>): EventRegister {
  const written = lazy(() => writtenAtSteps(journeys));
  const stepOf = (name: string): StepModel | undefined => written().get(name) ?? derivedFrom(journeys, name);
  const eventOf = (name: string, producers: EventModel['producers']): EventModel => {
    const step = stepOf(name);
    return step === undefined ? { name, producers } : { name, producers, step };
  };
  const told = lazy(() => new Map([...toldBySystems(specs)].map(([name, producers]) => [name, eventOf(name, producers)])));
  return {
    get told() {
      return told();
    },
    get: (name) => told().get(name) ?? (stepOf(name) === undefined ? undefined : eventOf(name, [])),
    has: (name) => told().has(name) || stepOf(name) !== undefined,
    keys: () => new Set([...told().keys(), ...[...journeys.values()].flatMap(({ steps }) => steps.flatMap(namesAfterStep))]),
  };
}

function toldBySystems(specs: readonly Spec[]): ReadonlyMap<string, readonly Entry<EmittedEvent>[]> {
  const systems = specs.filter((spec): spec is Spec<'System'> => spec.kind === 'System');
  const entries = systems.flatMap((spec) => (spec.value.emits ?? []).map((value, index) => ({ id: value.event, value, spec, path: ['emits', index] })));
  return groupBy(entries, ({ id }) => id);
}

/** `motor-claim.classify.completed` follows from step `classify`, unless the step gives its event another name. */
function derivedFrom(journeys: ReadonlyMap<string, JourneyModel>, name: string): StepModel | undefined {
  const [journey, id, moment, ...more] = name.split('.');
  if (moment === undefined || more.length > 0) return undefined;
  const step = journeys.get(journey!)?.step(id!);
  return step !== undefined && (step.started === name || step.completed === name) ? step : undefined;
}

/** Events that a step names itself, in the form that follows from it. */
function writtenAtSteps(journeys: ReadonlyMap<string, JourneyModel>): ReadonlyMap<string, StepModel> {
  const written = new Map<string, StepModel>();
  for (const { steps } of journeys.values()) {
    for (const step of steps) if (step.value.events !== undefined) for (const name of namesAfterStep(step)) written.set(name, step);
  }
  return written;
}

function namesAfterStep(step: StepModel): readonly string[] {
  const own = `.${step.id}.`;
  return [step.started, step.completed].filter((name) => name.includes(own));
}
