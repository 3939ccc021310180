import { beside } from '../../base/bidi.js';
import { count } from '../../base/words.js';
import { eventsOfKpi, producersOf } from '../../analysis/kpi-inputs.js';
import { tells } from '../../analysis/proof/clock-events.js';
import { journeysTelling } from '../../analysis/proof/clock-points.js';
import { pointsOf } from '../../analysis/step-promises.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { documentPartOf, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { FlowEdge, FlowNode } from '../chart.js';
import type { Seen } from '../shown-promises.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { titleOf } from '../words/names.js';

/**
 * From the system that tells an event to the figure that is made of it. Without frames, around which Mermaid leads arrows behind other boxes, and with the
 * boxes from the last to the first, because Mermaid begins at the bottom: so the fewest arrows run behind boxes.
 */
export const lineage: View = {
  id: 'lineage',
  summary: 'which system tells which event, and which KPI and which promise is measured by it',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const readings = readingsOf(workspace, journey);
    const events = [...new Set(readings.map(({ event }) => event))];
    const told = events.flatMap((event) => tellersOf(subject, journey, event).map((teller) => ({ ...teller, event })));
    const title = beside`${journey.title}: lineage`;
    return {
      title,
      charts: readings.length === 0 ? [] : [{ type: 'flow', direction: 'right', isSpread: true, title, description: `The sources of ${count(new Set(readings.map(({ measure }) => measure)).size, 'figure')} of the journey: from systems and steps over events to promises and KPIs.`, groups: [], nodes: nodesOf(told, events, readings).toReversed(), edges: edgesOf(told, readings) }],
      tables: [{ title: 'Lineage', columns: ['figure', 'event', 'told by'], rows: readings.map(({ label, event }) => [label, event, told.filter((each) => each.event === event).map((each) => each.label).join(', ')]) }],
      folded: [],
    };
  },
};

/** A figure with an event that it reads. */
interface Reading {
  readonly measure: string;
  readonly label: string;
  readonly event: string;
}

function readingsOf(workspace: Workspace, { spec }: JourneyModel): readonly Reading[] {
  const { slas = [], kpis } = spec.value;
  const promises = slas.flatMap((id) => workspace.find('Sla', id) ?? []).flatMap(({ coordinate, value }) => clockEvents(value).map((event) => ({ measure: coordinate, label: value.title, event })));
  const figures = [...new Set([...(kpis?.primary ?? []), ...(kpis?.secondary ?? [])])].flatMap((id) => workspace.find('Kpi', id) ?? []);
  const read = figures.flatMap((kpi) => [...new Set(eventsOfKpi(kpi).map(({ event }) => event))].map((event) => ({ measure: kpi.coordinate, label: kpi.value.title, event })));
  return [...promises, ...read];
}

function clockEvents({ clock }: Spec<'Sla'>['value']): readonly string[] {
  const pauses = (clock?.pause ?? []).flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]);
  return [...new Set([...pointsOf(clock?.start), ...pointsOf(clock?.stop), ...pauses, ...(clock?.cancel ?? []), ...(clock?.reset ?? [])])];
}

/** The systems that tell an event, or the step that it follows from; no step of a journey of which the readers may not know. */
function tellersOf({ workspace, sight }: Seen, journey: JourneyModel, event: string): readonly { readonly id: string; readonly label: string }[] {
  const systems = [...new Set(producersOf(workspace, event).map(({ spec }) => spec.id))].map((id) => ({ id: `system:${id}`, label: titleOf(workspace, 'System', id) }));
  if (systems.length > 0) return systems;
  const step = stepBehind(workspace, journey, event);
  const around = step && workspace.specAt(documentPartOf(step.coordinate));
  return step === undefined || (around !== undefined && sight?.sees(around) === false) ? [] : [{ id: `step:${step.coordinate}`, label: beside`Step: ${step.value.title}` }];
}

/** The step that a point of a clock tells of, be it by an event or as `journey#step`: one of this journey, else of another one. */
function stepBehind(workspace: Workspace, journey: JourneyModel, point: string): StepModel | undefined {
  const stepIn = (each: JourneyModel): StepModel | undefined => each.steps.find((step) => tells(each, step, point));
  const others = (): readonly JourneyModel[] => journeysTelling(workspace, point).toSorted((a, b) => Number(a.base !== undefined) - Number(b.base !== undefined));
  return stepIn(journey) ?? workspace.registers.events.get(point)?.step ?? others().map(stepIn)[0];
}

function nodesOf(told: readonly { readonly id: string; readonly label: string }[], events: readonly string[], readings: readonly Reading[]): readonly FlowNode[] {
  const tellers = new Map(told.map(({ id, label }) => [id, label]));
  const measures = new Map(readings.map(({ measure, label }) => [measure, label]));
  return [
    ...[...tellers].map(([id, label]) => ({ id, label, role: 'system' as const })),
    ...events.map((event) => ({ id: `event:${event}`, label: event, role: 'event' as const })),
    ...[...measures].map(([id, label]) => ({ id, label, role: 'measure' as const })),
  ];
}

function edgesOf(told: readonly { readonly id: string; readonly event: string }[], readings: readonly Reading[]): readonly FlowEdge[] {
  return [...told.map(({ id, event }) => ({ from: id, to: `event:${event}`, line: 'solid' as const })), ...readings.map(({ measure, event }) => ({ from: `event:${event}`, to: measure, line: 'solid' as const }))];
}
