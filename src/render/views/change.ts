import { entrySteps } from '../../analysis/reachability.js';
import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import { documentPartOf } from '../../model/spec.js';
import type { Transition } from '../../model/transitions.js';
import type { FlowEdge, FlowNode, Mark } from '../chart.js';
import { brokenWays, movedPromises, promisesTable } from '../changed-promises.js';
import type { Drawing, Table } from '../drawing.js';
import { arrow, beginningAndEnds, box } from '../drawn-ways.js';
import { needsJourney } from '../subject.js';
import type { Before, MarkedChange, View } from '../view.js';
import type { Workspace } from '../../model/workspace.js';

/** Two versions in one picture: what came, what went, what is different, and which promise moved. */
export const change: View = {
  id: 'change',
  summary: 'two versions in one picture: what came, what went, what is different, and which promise moved',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const before = subject.before ?? { workspace, journey, changes: [] };
    const sides: Sides = { workspace, journey, before, former: formerIds(journey, before.journey) };
    const promises = movedPromises(workspace, journey, before);
    const broken = brokenWays(promises);
    const nodes = [...markedSteps(sides), ...promises.map(({ node }) => node)].map((node) => (broken.steps.has(node.id) && node.mark === undefined ? { ...node, mark: 'broken' as const } : node));
    const edges = markedWays(sides).map((edge) => (broken.ways.has(`${edge.from}>${edge.to}`) && edge.mark === undefined ? { ...edge, mark: 'broken' as const } : edge));
    return {
      title: `${journey.title}: change`,
      charts: [{ type: 'flow', direction: 'down', title: `${journey.title}: change`, description: descriptionOf(nodes, edges), groups: [...groupsOf(sides), { id: 'promises', label: 'Promises' }], nodes: nodes.map(withSign), edges: edges.map(edgeWithSign) }],
      tables: [changesTable(sides), marksTable(nodes, edges), promisesTable(promises)],
      folded: [],
    } satisfies Drawing;
  },
};

interface Sides {
  readonly workspace: Workspace;
  readonly journey: JourneyModel;
  readonly before: Before;
  /** What a step was called before, by the id that it has now. */
  readonly former: ReadonlyMap<string, string>;
}

/** A step keeps its identity under a new id where it says what it was called. */
function formerIds({ steps }: JourneyModel, before: JourneyModel | undefined): ReadonlyMap<string, string> {
  return new Map(steps.flatMap(({ id, value }) => [id, ...(value.aliases ?? [])].filter((name) => before?.step(name) !== undefined).slice(0, 1).map((name) => [id, name] as const)));
}

function groupsOf({ journey, before, former }: Sides): readonly { readonly id: string; readonly label: string }[] {
  const stages: readonly StageModel[] = [...journey.stages, ...gone({ journey, before, former }).map(({ stage }) => stage)];
  return [...new Map(stages.toReversed().map(({ id, value }) => [id, { id, label: value.title }])).values()].toReversed();
}

/** Steps that are no longer there. */
function gone({ before, former }: Pick<Sides, 'journey' | 'before' | 'former'>): readonly StepModel[] {
  const kept = new Set(former.values());
  return (before.journey?.steps ?? []).filter(({ id }) => !kept.has(id));
}

function markedSteps(sides: Sides): readonly FlowNode[] {
  const { workspace, journey, before } = sides;
  const ends = beginningAndEnds(journey, entrySteps(journey)).nodes;
  const now = journey.steps.map((step) => marked(box(workspace, step, step.stage.id), markOf(sides, step)));
  const removed = gone(sides).map((step) => ({ ...box(before.workspace, step, step.stage.id), id: goneId(step.id), mark: 'removed' as const }));
  return [...ends, ...now, ...removed];
}

function goneId(id: string): string {
  return `gone ${id}`;
}

function markOf({ before, former }: Sides, { id, coordinate }: StepModel): Mark | undefined {
  if (before.journey === undefined || !former.has(id)) return 'added';
  return before.changes.some(({ subject }) => subject === coordinate || subject.startsWith(`${coordinate}/`)) ? 'changed' : undefined;
}

function marked<Value extends FlowNode | FlowEdge>(value: Value, mark: Mark | undefined): Value {
  return mark === undefined ? value : { ...value, mark };
}

/** Ways of now, marked where they are new or are taken otherwise, and those that went. */
function markedWays({ workspace, journey, before, former }: Sides): readonly FlowEdge[] {
  const now = journey.transitions.map((way) => ({ key: keyOf(former.get(way.from) ?? way.from, former.get(way.to) ?? way.to, way), edge: arrow(workspace, journey, way) }));
  const then = new Map(before.journey?.transitions.map((way) => [keyOf(way.from, way.to, way), arrow(before.workspace, before.journey!, way)]) ?? []);
  const present = new Map([...former].map(([id, name]) => [name, id]));
  const place = (name: string): string => present.get(name) ?? goneId(name);
  const kept = now.map(({ key, edge }) => marked(edge, then.has(key) ? (then.get(key)!.label === edge.label ? undefined : 'changed') : 'added'));
  const keys = new Set(now.map(({ key }) => key));
  const removed = [...then].filter(([key]) => !keys.has(key)).map(([, edge]) => ({ ...edge, from: place(edge.from), to: place(edge.to), mark: 'removed' as const }));
  return [...beginningAndEnds(journey, entrySteps(journey)).edges, ...kept, ...removed];
}

function keyOf(from: string, to: string, { kind }: Transition): string {
  return `${kind} ${from}>${to}`;
}

/** What a colour says is said by a sign as well. */
const signs: Readonly<Record<Mark, string>> = { added: '+ ', removed: '− ', changed: '~ ', broken: '! ' };

function withSign(node: FlowNode): FlowNode {
  return node.mark === undefined ? node : { ...node, label: `${signs[node.mark]}${node.label}` };
}

function edgeWithSign(edge: FlowEdge): FlowEdge {
  return edge.mark === undefined ? edge : { ...edge, label: `${signs[edge.mark]}${edge.label ?? ''}`.trimEnd() };
}

function descriptionOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): string {
  const count = (mark: Mark): number => [...nodes, ...edges].filter((each) => each.mark === mark).length;
  return `Two versions in one picture. + came (${count('added')}), − went (${count('removed')}), ~ is different (${count('changed')}), ! breaks a promise (${count('broken')}).`;
}

/** Everything that the comparison found about the journey and the documents that it names, in its own words. */
function changesTable({ workspace, journey, before }: Sides): Table {
  const documents = new Set([...documentsOf(workspace, journey), ...(before.journey === undefined ? [] : documentsOf(before.workspace, before.journey))]);
  const own = before.changes.filter(({ subject }) => documents.has(documentPartOf(subject)));
  return { title: 'Changes', columns: ['where', 'what', 'level'], rows: own.map(({ subject, message, level }: MarkedChange) => [subject, message, level]) };
}

function documentsOf(workspace: Workspace, { spec }: JourneyModel): readonly string[] {
  return [spec.coordinate, ...workspace.referencesFrom(spec.coordinate).flatMap(({ target }) => (target === undefined ? [] : [documentPartOf(target)]))];
}

function marksTable(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Table {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const words: Readonly<Record<Mark, string>> = { added: 'came', removed: 'went', changed: 'is different', broken: 'is on the way that breaks a promise' };
  return {
    title: 'Marks in the picture',
    columns: ['what', 'which', 'how'],
    rows: [
      ...nodes.flatMap(({ label, mark, role }) => (mark === undefined ? [] : [[role === 'measure' ? 'promise' : 'step', label, words[mark]]])),
      ...edges.flatMap(({ from, to, mark, label }) => (mark === undefined ? [] : [['way', `${labels.get(from)} -> ${labels.get(to)}${label === undefined ? '' : `: ${label}`}`, words[mark]]])),
    ],
  };
}
