import { beside, joined } from '../../base/bidi.js';
import { closure, entrySteps, followBack } from '../../analysis/reachability.js';
import { isMain } from '../../analysis/ways.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import type { StateChart } from '../chart.js';
import type { Table } from '../drawing.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { statusName } from '../words/names.js';

/** What a case goes through, as the customer is told. */
export const lifecycle: View = {
  id: 'lifecycle',
  summary: 'the states that a case goes through, as the customer is told; of a journey that tells none, its stages',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const tells = journey.steps.some(({ value }) => (value.showsStatus ?? []).length > 0);
    const states = statesBy(journey, (step) => namesAt(step, tells).map(stateOf));
    const label = (state: string): string => (tells ? statusName(workspace, nameOf(state)) : (journey.stage(nameOf(state))?.value.title ?? nameOf(state)));
    const chart: StateChart = {
      type: 'states',
      title: beside`${journey.title}: states`,
      description: tells ? 'The states of a case that the customer is told of, and which may follow which.' : 'The stages that a case goes through, and which may follow which. The journey tells its customers no state.',
      states: states.ids.map((id) => ({ id, label: label(id) })),
      transitions: states.transitions,
    };
    return {
      title: chart.title,
      charts: [chart],
      tables: [statesTable(journey, states, label, (step) => namesAt(step, tells).map(stateOf))],
      folded: tells ? journey.steps.filter(({ value }) => value.showsStatus === undefined).map(({ coordinate }) => ({ subject: coordinate, why: 'it tells the customer no state' })) : [],
    };
  },
};

/** What a step tells the customer; of a journey that tells nothing, its stage. */
function namesAt({ value, stage }: StepModel, tells: boolean): readonly string[] {
  return tells ? (value.showsStatus ?? []) : [stage.id];
}

/** Somebody may call a state `start` or `end`, as the beginning and the end of all are called. */
function stateOf(name: string): string {
  return `state ${name}`;
}

function nameOf(state: string): string {
  return state.slice('state '.length);
}

interface States {
  readonly ids: readonly string[];
  readonly transitions: readonly { readonly from: string; readonly to: string }[];
}

/** Which state follows which: from each step that tells one along every way up to the next that does. */
function statesBy(journey: JourneyModel, shownAt: (step: StepModel) => readonly string[]): States {
  const found = new Map<string, { readonly from: string; readonly to: string }>();
  const add = (from: string, to: string): void => {
    if (from !== to) found.set(`${from} ${to}`, { from, to });
  };
  for (const step of journey.steps) for (const [index, id] of shownAt(step).slice(1).entries()) add(shownAt(step)[index]!, id);
  const follow = (state: string, starts: readonly string[]): void => {
    const reached = closure(starts, (id) => (shownAt(journey.step(id)!).length > 0 ? [] : nextOf(journey, id)));
    for (const id of reached) {
      const step = journey.step(id)!;
      const [next] = shownAt(step);
      if (next !== undefined) add(state, next);
      else if (isEnd(journey, step)) add(state, 'end');
    }
  };
  follow('start', entrySteps(journey).map(({ id }) => id));
  for (const step of journey.steps) {
    const last = shownAt(step).at(-1);
    if (last === undefined) continue;
    follow(last, nextOf(journey, step.id));
    if (isEnd(journey, step)) add(last, 'end');
  }
  return { ids: [...new Set(journey.steps.flatMap(shownAt))], transitions: [...found.values()] };
}

/** Where a case may be next: on a way that it takes, or at a step beside it. After that it goes on from the step beside which it was. */
function nextOf(journey: JourneyModel, id: string): readonly string[] {
  return steppedFrom(journey, id).flatMap((from) => journey.from(from).map(({ to }) => to));
}

function isEnd(journey: JourneyModel, { id }: StepModel): boolean {
  return steppedFrom(journey, id).some((from) => {
    const { value } = journey.step(from)!;
    return value.end === undefined ? !endsBeside(journey, from) && mainFrom(journey, from).length === 0 : value.end !== 'side';
  });
}

/** The step itself; where a branch beside the case ends with it, also the steps that the branch runs beside. */
function steppedFrom(journey: JourneyModel, id: string): readonly string[] {
  return [...closure([id], (each) => (endsBeside(journey, each) ? hostsOf(journey, each) : []))];
}

function endsBeside(journey: JourneyModel, id: string): boolean {
  const { value, hosts } = journey.step(id)!;
  return value.end === 'side' || (value.end === undefined && hosts.length > 0 && mainFrom(journey, id).length === 0);
}

/** The steps from which the branch that leads to a step goes off. */
function hostsOf(journey: JourneyModel, id: string): readonly string[] {
  return [...followBack(journey, [id], isMain)].flatMap((each) => journey.to(each).filter((way) => !isMain(way)).map(({ from }) => from));
}

function mainFrom(journey: JourneyModel, id: string): readonly Transition[] {
  return journey.from(id).filter(isMain);
}

function statesTable(journey: JourneyModel, { ids, transitions }: States, label: (id: string) => string, shownAt: (step: StepModel) => readonly string[]): Table {
  return {
    title: 'States',
    columns: ['state', 'told in', 'comes after', 'is followed by'],
    rows: ids.map((id) => [
      label(id),
      joined(journey.steps.filter((step) => shownAt(step).includes(id)).map(({ value }) => value.title), ', '),
      joined(transitions.filter(({ to }) => to === id).map(({ from }) => (from === 'start' ? '(start)' : label(from))), ', '),
      joined(transitions.filter(({ from }) => from === id).map(({ to }) => (to === 'end' ? '(end)' : label(to))), ', '),
    ]),
  };
}
