import { beside } from '../base/bidi.js';
import { entrySteps } from '../analysis/reachability.js';
import type { JourneyModel } from '../model/journey.js';
import type { Transition } from '../model/transitions.js';
import type { Workspace } from '../model/workspace.js';
import type { FlowChart, FlowEdge, FlowNode, NodeRole } from './chart.js';
import type { Drawing, Folded, Table } from './drawing.js';
import { stepsTable } from './steps-table.js';
import { isOnward } from '../model/transitions.js';
import { actorNames, brief } from './words/names.js';
import { conditionWords, wayWords } from './words/way-words.js';
import type { StepModel } from '../model/journey.js';

/** Ways past optional steps are many where such steps follow each other; so many a picture still bears. */
const mostSkips = 12;

/** The ways of a journey that a picture shows, and the others. */
function waysDrawn({ transitions }: JourneyModel): { readonly drawn: readonly Transition[]; readonly folded: readonly Folded[] } {
  const skips = transitions.filter(({ kind }) => kind === 'skip');
  if (skips.length <= mostSkips) return { drawn: transitions, folded: [] };
  const why = 'one of many ways past optional steps; the box of each says when the step is done';
  return { drawn: transitions.filter(({ kind }) => kind !== 'skip'), folded: skips.map(({ from, to }) => ({ subject: `${from} -> ${to}`, why })) };
}

/** A way as an arrow. */
export function arrow(workspace: Workspace, journey: JourneyModel, way: Transition): FlowEdge {
  const words = wayWords(workspace, journey, way);
  return { from: way.from, to: way.to, line: isOnward(way) ? 'solid' : 'dotted', ...(words.length === 0 ? {} : { label: brief(words.join(', ')) }) };
}

/** A step as a box, with who acts below its title. */
export function box(workspace: Workspace, step: StepModel, group: string): FlowNode {
  const { when, title } = step.value;
  const details = [actorNames(workspace, step).join(', '), ...(when === undefined ? [] : [`only when ${conditionWords(workspace, when)}`])];
  return { id: step.id, label: title, detail: brief(details.join(' · ')), role: roleOf(step), group };
}

function roleOf({ value, type }: StepModel): NodeRole {
  if (value.journey !== undefined) return 'journey';
  if (type === 'decision' || type === 'approval') return 'decision';
  if (type === 'wait') return 'wait';
  return type === 'notify' || type === 'communication' ? 'message' : 'action';
}

const endWords = { success: 'Success', failure: 'Failure', abandon: 'Given up', side: 'End beside the case' } as const;

/** No step has such an id. */
const beginning = '(begin)';

/** Where a case begins and ends, as boxes with arrows; an end stands in the frame that is named for its step, if one is. */
export function beginningAndEnds(journey: JourneyModel, entries: readonly StepModel[], frameOf?: (step: StepModel) => string): { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] } {
  const ends = journey.steps.flatMap((step) => (step.value.end === undefined ? [] : [{ step, id: `end of ${step.id}`, label: step.value.endsAs ?? endWords[step.value.end] }]));
  return {
    nodes: [{ id: beginning, label: 'Start', role: 'start' }, ...ends.map(({ id, label, step }) => ({ id, label, role: 'end' as const, ...(frameOf === undefined ? {} : { group: frameOf(step) }) }))],
    edges: [
      ...entries.map(({ id, value: { entry } }) => ({ from: beginning, to: id, line: 'solid' as const, ...(entry === undefined ? {} : { label: brief(entry) }) })),
      ...ends.map(({ id, step }) => ({ from: step.id, to: id, line: 'solid' as const })),
    ],
  };
}

/** Every way of a journey as a row, with where cases begin and end. */
function waysTable(workspace: Workspace, journey: JourneyModel): Table {
  const titleOf = (step: StepModel): string => step.value.title;
  return {
    title: 'Ways',
    columns: ['from', 'to', 'when'],
    rows: [
      ...entrySteps(journey).map(({ value: { title, entry } }) => ['(Start)', title, entry ?? '']),
      ...journey.transitions.map((way) => [titleOf(way.source), titleOf(way.target), wayWords(workspace, journey, way).join(', ')]),
      ...journey.steps.flatMap(({ value }) => (value.end === undefined ? [] : [[value.title, beside`(${value.endsAs ?? endWords[value.end]})`, '']])),
    ],
  };
}

/** The steps of a journey in frames, with every way that is drawn between them. */
export function stepsInFrames({ workspace, journey }: DrawnJourney, frame: Frames): Drawing {
  const { drawn, folded } = waysDrawn(journey);
  const ends = beginningAndEnds(journey, entrySteps(journey), frame.holdsEnds === true ? frame.of : undefined);
  const title = beside`${journey.title}: ${frame.name}`;
  return {
    title,
    charts: [
      {
        type: 'flow',
        direction: frame.direction,
        title,
        description: frame.description(folded),
        groups: frame.groups,
        nodes: [...ends.nodes, ...journey.steps.map((step) => box(workspace, step, frame.of(step)))],
        edges: [...ends.edges, ...drawn.map((way) => arrow(workspace, journey, way))],
      },
    ],
    tables: [stepsTable(workspace, frame.steps ?? journey.steps), waysTable(workspace, journey)],
    folded,
  };
}

interface DrawnJourney {
  readonly workspace: Workspace;
  readonly journey: JourneyModel;
}

/** What stands around the steps, and which of them each stands in. */
export interface Frames {
  readonly name: string;
  readonly direction: 'right' | 'down';
  readonly groups: FlowChart['groups'];
  description(folded: readonly Folded[]): string;
  of(step: StepModel): string;
  /** True where an end stands in the frame of its step, so that no arrow leaves a frame only to end. */
  readonly holdsEnds?: true;
  /** The steps in the order of the table; absent where that is their own. */
  readonly steps?: readonly StepModel[];
}
