import { beside, isolated } from '../../base/bidi.js';
import { entrySteps } from '../../analysis/reachability.js';
import { groupBy } from '../../base/groups.js';
import { sameJson } from '../../base/json.js';
import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import { documentPartOf } from '../../model/spec.js';
import type { Transition } from '../../model/transitions.js';
import type { Edge } from '../../schema/kinds/step.js';
import type { FlowEdge, FlowNode, Mark, NodeRole } from '../chart.js';
import { movedPromises, promisesGroup, promisesTable } from '../changed-promises.js';
import type { Drawing, Table } from '../drawing.js';
import { arrow, beginningAndEnds, box } from '../drawn-ways.js';
import { linesLost } from '../for-readers.js';
import { promiseMarks } from '../promise-places.js';
import { readableChanges } from '../readable-changes.js';
import type { Seen } from '../shown-promises.js';
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
    const told = toldChanges(subject, journey, before);
    const sides: Sides = { workspace, journey, before, told: told.open, former: formerIds(journey, before.journey), ...knownTo([subject, before]) };
    const promises = movedPromises(subject, journey, before);
    const markOfPromises = promiseMarks(journey, promises.flatMap(({ target }) => target ?? []));
    const nodes = [...markedSteps(sides).map((node) => marked(node, markOfPromises(node))), ...promises.map(({ node }) => node)];
    const edges = markedWays(sides).map((edge) => marked(edge, markOfPromises(edge)));
    return {
      title: beside`${journey.title}: change`,
      charts: [{ type: 'flow', direction: 'down', title: beside`${journey.title}: change`, description: descriptionOf(nodes, edges), groups: [...groupsOf(sides), { id: promisesGroup, label: 'Promises' }], nodes: nodes.map(withSign), edges: edges.map(edgeWithSign) }],
      tables: [changesTable(told.open), marksTable(nodes, edges), promisesTable(promises)],
      folded: linesLost('Changes', told.lost),
    } satisfies Drawing;
  },
};

interface Sides {
  readonly workspace: Workspace;
  readonly journey: JourneyModel;
  readonly before: Before;
  /** The changes that the readers may know of. */
  readonly told: readonly MarkedChange[];
  /** What a step was called before, by the id that it has now. */
  readonly former: ReadonlyMap<string, string>;
  /** True for readers from whom neither version keeps anything. */
  readonly isAllKnown: boolean;
  /** True for words that name nothing which either version keeps from the readers. */
  readonly mayRead: (words: string | undefined) => boolean;
}

function knownTo(seen: readonly Seen[]): Pick<Sides, 'isAllKnown' | 'mayRead'> {
  return {
    isAllKnown: seen.every(({ sight }) => sight?.isComplete !== false),
    mayRead: (words) => words === undefined || seen.every(({ sight }) => sight?.mayRead(words) !== false),
  };
}

/** A step keeps its identity under a new id where it says what it was called. */
function formerIds({ steps }: JourneyModel, before: JourneyModel | undefined): ReadonlyMap<string, string> {
  return new Map(steps.flatMap(({ id, value }) => [id, ...(value.aliases ?? [])].filter((name) => before?.step(name) !== undefined).slice(0, 1).map((name) => [id, name] as const)));
}

function groupsOf({ journey, before, former }: Pick<Sides, 'journey' | 'before' | 'former'>): readonly { readonly id: string; readonly label: string }[] {
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
  const now = journey.steps.map((step) => marked(box(workspace, step, step.stage.id), markOf(sides, step)));
  const removed = gone(sides).map((step) => ({ ...box(before.workspace, step, step.stage.id), id: goneId(step.id), mark: 'removed' as const }));
  return [...markedEnds(sides), ...now, ...removed];
}

/** The beginning, the ends of now, and those that went. */
function markedEnds(sides: Sides): readonly FlowNode[] {
  const { journey, before, mayRead } = sides;
  const now = beginningAndEnds(journey, entrySteps(journey)).nodes;
  const then = new Map(formerEnds(before).nodes.map((node) => [placeOf(sides, node.id), node]));
  const ids = new Set(now.map(({ id }) => id));
  const isSame = (was: FlowNode, is: FlowNode): boolean => was.label === is.label || !mayRead(was.label) || !mayRead(is.label);
  const kept = now.map((node) => marked(node, before.journey === undefined || !then.has(node.id) ? 'added' : isSame(then.get(node.id)!, node) ? undefined : 'changed'));
  return [...kept, ...[...then].filter(([id]) => !ids.has(id)).map(([id, node]) => ({ ...node, id, mark: 'removed' as const }))];
}

function formerEnds({ journey }: Before): ReturnType<typeof beginningAndEnds> {
  return journey === undefined ? { nodes: [], edges: [] } : beginningAndEnds(journey, entrySteps(journey));
}

function goneId(id: string): string {
  return `gone ${id}`;
}

/** The box of now that stands for one of before. */
function placeOf({ former, journey }: Sides, name: string): string {
  const present = [...former].find(([, then]) => then === name)?.[0];
  if (present !== undefined) return present;
  const end = /^end of (.*)$/s.exec(name)?.[1];
  if (end === undefined) return beginningAndEnds(journey, []).nodes.some(({ id, role }) => id === name && role === 'start') ? name : goneId(name);
  const step = [...former].find(([, then]) => then === end)?.[0];
  return step !== undefined && journey.step(step)?.value.end !== undefined ? `end of ${step}` : goneId(name);
}

function markOf({ before, told, former }: Sides, { id, coordinate }: StepModel): Mark | undefined {
  if (before.journey === undefined || !former.has(id)) return 'added';
  return told.some(({ subject }) => subject === coordinate || subject.startsWith(`${coordinate}/`)) ? 'changed' : undefined;
}

function marked<Value extends FlowNode | FlowEdge>(value: Value, mark: Mark | undefined): Value {
  return mark === undefined ? value : { ...value, mark };
}

/** Ways of now, marked where they are new or are taken otherwise, and those that went. */
function markedWays(sides: Sides): readonly FlowEdge[] {
  const { workspace, journey, before, isAllKnown, mayRead } = sides;
  const now = [...beginningAndEnds(journey, entrySteps(journey)).edges.map(plainWay), ...journey.transitions.map((way) => keyed(way, arrow(workspace, journey, way), isAllKnown))];
  const then = [...formerEnds(before).edges.map(plainWay), ...(before.journey?.transitions ?? []).map((way) => keyed(way, arrow(before.workspace, before.journey!, way), isAllKnown))].map(({ edge, ...way }): KeyedWay => ({ ...way, edge: { ...edge, from: placeOf(sides, edge.from), to: placeOf(sides, edge.to) } }));
  const earlier = groupBy(then, keyOf);
  const kept = [...groupBy(now, keyOf)].flatMap(([key, ways]) => paired(ways, earlier.get(key) ?? [], mayRead));
  const keys = new Set(now.map(keyOf));
  return [...kept, ...then.filter((each) => !keys.has(keyOf(each))).map(({ edge }) => ({ ...edge, mark: 'removed' as const }))];
}

interface KeyedWay {
  readonly kind: string;
  readonly edge: FlowEdge;
  /** What is said of it besides its label, which leaves out much; nothing for readers who may not know of all that a way may name. */
  readonly said: Partial<Edge>;
}

/** Where it leads may have another name by now, and the order of what is handed over says nothing. */
function keyed({ kind, edge: { to: _to, hands, ...said } }: Transition, edge: FlowEdge, isAllKnown: boolean): KeyedWay {
  return { kind, edge, said: !isAllKnown ? {} : hands === undefined ? said : { ...said, hands: hands.toSorted() } };
}

function plainWay(edge: FlowEdge): KeyedWay {
  return { kind: '', edge, said: {} };
}

function keyOf({ kind, edge: { from, to } }: KeyedWay): string {
  return `${kind} ${from}>${to}`;
}

/** Several ways may lead from one step to another. Those of which the same is said are the same; of the others, one is taken for another, by its label if it can be, and is different where readers may know both labels. */
function paired(now: readonly KeyedWay[], then: readonly KeyedWay[], mayRead: Sides['mayRead']): readonly FlowEdge[] {
  const left = [...then];
  const take = (index: number): KeyedWay | undefined => (index < 0 ? undefined : left.splice(index, 1)[0]);
  const alike = (way: KeyedWay): number => left.findIndex(({ edge }) => edge.label === way.edge.label);
  const same = now.map(({ edge, said }) => take(left.findIndex((each) => each.edge.label === edge.label && sameJson(each.said, said))) !== undefined);
  const markOther = (way: KeyedWay): Mark | undefined => {
    const former = take(Math.max(0, alike(way)));
    if (former === undefined) return 'added';
    return mayRead(former.edge.label) && mayRead(way.edge.label) ? 'changed' : undefined;
  };
  const kept = now.map((way, index) => marked(way.edge, same[index] === true ? undefined : markOther(way)));
  return [...kept, ...left.map(({ edge }) => ({ ...edge, mark: 'removed' as const }))];
}

/** What a colour says is said by a sign as well. */
const signs: Readonly<Record<Mark, string>> = { added: '+ ', removed: '− ', changed: '~ ', broken: '! ', unproved: '? ' };

function withSign(node: FlowNode): FlowNode {
  return node.mark === undefined ? node : { ...node, label: `${signs[node.mark]}${isolated(node.label)}` };
}

function edgeWithSign(edge: FlowEdge): FlowEdge {
  return edge.mark === undefined ? edge : { ...edge, label: `${signs[edge.mark]}${isolated(edge.label ?? '')}`.trimEnd() };
}

function descriptionOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): string {
  const count = (mark: Mark): number => [...nodes, ...edges].filter((each) => each.mark === mark).length;
  return `Two versions in one picture. + came (${count('added')}), − went (${count('removed')}), ~ is different (${count('changed')}), ! breaks a promise (${count('broken')}), ? is where something is missing for the proof of one (${count('unproved')}).`;
}

/** Everything that the comparison found about the journey and the documents that it names, as far as the readers may know of it. */
function toldChanges(now: Seen, journey: JourneyModel, before: Before): { readonly open: readonly MarkedChange[]; readonly lost: number } {
  const documents = new Set([...documentsOf(now.workspace, journey), ...(before.journey === undefined ? [] : documentsOf(before.workspace, before.journey))]);
  const own = before.changes.filter(({ subject }) => documents.has(documentPartOf(subject)));
  const open = readableChanges([now, before], own);
  return { open, lost: own.length - open.length };
}

/** The changes in their own words. */
function changesTable(changes: readonly MarkedChange[]): Table {
  return { title: 'Changes', columns: ['where', 'what', 'level'], rows: changes.map(({ subject, message, level }) => [subject, message, level]) };
}

function documentsOf(workspace: Workspace, { spec }: JourneyModel): readonly string[] {
  return [spec.coordinate, ...workspace.referencesFrom(spec.coordinate).flatMap(({ target }) => (target === undefined ? [] : [documentPartOf(target)]))];
}

/** What a box is called where it stands for no step. */
const sorts: { readonly [Role in NodeRole]?: string } = { start: 'beginning', end: 'end', measure: 'promise' };

function marksTable(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Table {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const words: Readonly<Record<Mark, string>> = { added: 'came', removed: 'went', changed: 'is different', broken: 'is on the way that breaks a promise', unproved: 'is where something is missing for the proof of a promise' };
  return {
    title: 'Marks in the picture',
    columns: ['what', 'which', 'how'],
    rows: [
      ...nodes.flatMap(({ label, mark, role }) => (mark === undefined ? [] : [[sorts[role] ?? 'step', label, words[mark]]])),
      ...edges.flatMap(({ from, to, mark, label }) => (mark === undefined ? [] : [['way', `${beside`${labels.get(from)!} -> ${labels.get(to)!}`}${label === undefined ? '' : beside`: ${label}`}`, words[mark]]])),
    ],
  };
}
