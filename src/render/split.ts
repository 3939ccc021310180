/**
 * Hosts refuse to draw a diagram of more than 500 arrows or 50,000 characters, and show an error in its place. So a large chart
 * becomes several: each part holds all that fits, and an arrow that leaves it ends in a box that names the part where it goes on.
 */
import { beside } from '../base/bidi.js';
import { groupBy } from '../base/groups.js';
import type { Chart, FeelingChart, FeelingTask, FlowChart, FlowEdge, FlowNode, SequenceChart, StateChart, TimeChart } from './chart.js';
import { printChart } from './mermaid/print-chart.js';

/** Most arrows of one diagram; Mermaid draws 500. */
const mostEdges = 400;
/** Most characters of one diagram; Mermaid reads 50,000. */
const mostCharacters = 45_000;

/** A chart with its text. */
export interface PrintedChart {
  readonly chart: Chart;
  readonly text: string;
}

/** The chart itself, or the parts that each host can draw. */
export function splitChart(chart: Chart): readonly PrintedChart[] {
  const whole = printed(chart);
  if (fits(whole)) return [whole];
  const titleOf = (part: number, count: number): string => beside`${chart.title} (part ${part} of ${count})`;
  const parts = partsOf({ ...chart, title: titleOf(mostParts, mostParts) });
  return parts.map((part, index) => printed({ ...part, title: titleOf(index + 1, parts.length) }));
}

/** While nobody knows yet how many parts there are, room is kept for a number as long as this. */
const mostParts = 9_999;

function printed(chart: Chart): PrintedChart {
  return { chart, text: printChart(chart) };
}

function fits({ chart, text }: PrintedChart): boolean {
  return (chart.type !== 'flow' || chart.edges.length <= mostEdges) && text.length <= mostCharacters;
}

function partsOf(chart: Chart): readonly Chart[] {
  switch (chart.type) {
    case 'flow':
      return withPlaces(flowParts(chart, boxesInOrder(chart), chart.edges));
    case 'feelings':
      return listParts(chart.sections.flatMap(({ label, tasks }) => tasks.map((task) => ({ label, tasks: [task] }))), (tasks): FeelingChart => ({ ...chart, sections: sectionsOf(tasks) }));
    case 'sequence':
      return listParts(chart.messages, (messages): SequenceChart => ({ ...chart, messages, participants: chart.participants.filter(({ id }) => messages.some(({ from, to }) => from === id || to === id)) }));
    case 'time':
      return listParts(chart.sections, (sections): TimeChart => ({ ...chart, sections }));
    case 'states':
      return listParts(chart.transitions, (transitions): StateChart => ({ ...chart, transitions, states: statesIn(chart, transitions) }));
  }
}

/** Halves a list until each part can be drawn. What is too large by itself is left as it is. */
function listParts<Entry>(list: readonly Entry[], make: (part: readonly Entry[]) => Chart): readonly Chart[] {
  const whole = make(list);
  if (list.length < 2 || fits(printed(whole))) return [whole];
  const [first, second] = halves(list);
  return [...listParts(first, make), ...listParts(second, make)];
}

function halves<Entry>(list: readonly Entry[]): readonly [readonly Entry[], readonly Entry[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** Tasks one by one as the sections that they came from. */
function sectionsOf(tasks: FeelingChart['sections']): FeelingChart['sections'] {
  const sections: { readonly label: string; tasks: FeelingTask[] }[] = [];
  for (const { label, tasks: [task] } of tasks) {
    if (sections.at(-1)?.label !== label) sections.push({ label, tasks: [] });
    sections.at(-1)!.tasks.push(task!);
  }
  return sections;
}

/** A state that nothing leads to or from stands in every part, so that it is in none of them alone by chance. */
function statesIn({ states, transitions }: StateChart, part: StateChart['transitions']): StateChart['states'] {
  const [all, here] = [transitions, part].map((list) => new Set(list.flatMap(({ from, to }) => [from, to])));
  return states.filter(({ id }) => here!.has(id) || !all!.has(id));
}

/** Boxes in their order, an end behind the step that it ends. */
function boxesInOrder({ nodes, edges }: FlowChart): readonly FlowNode[] {
  const endsAfter = groupBy(nodes.filter(({ role }) => role === 'end'), ({ id }) => edges.find(({ to }) => to === id)?.from ?? id);
  return nodes.flatMap((node) => (node.role === 'end' && endsAfter.get(node.id) === undefined ? [] : [node, ...(endsAfter.get(node.id) ?? []).filter((end) => end !== node)]));
}

/** Halves the boxes, each with the arrows that leave it; of one box alone the arrows. */
function flowParts(chart: FlowChart, nodes: readonly FlowNode[], edges: readonly FlowEdge[]): readonly FlowChart[] {
  const whole = { ...chart, nodes: [...nodes, ...elsewhere(chart, nodes, edges)], edges };
  if (fits(printed(whole)) || (nodes.length < 2 && edges.length < 2)) return [whole];
  if (nodes.length > 1) return halves(nodes).flatMap((half) => flowParts(chart, half, leaving(half, edges)));
  const [first, second] = halves(edges);
  return [...flowParts(chart, nodes, first), ...flowParts(chart, [], second)];
}

function leaving(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): readonly FlowEdge[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return edges.filter(({ from }) => ids.has(from));
}

/** Boxes that arrows lead to and that stand in another part. */
function elsewhere(chart: FlowChart, nodes: readonly FlowNode[], edges: readonly FlowEdge[]): readonly FlowNode[] {
  const here = new Set(nodes.map(({ id }) => id));
  const named = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((id) => !here.has(id)));
  return chart.nodes.filter(({ id }) => named.has(id)).map(({ id, label }) => ({ id, label, detail: inPart(mostParts), role: 'elsewhere' }));
}

/** Says of each box that stands elsewhere, in which part. */
function withPlaces(parts: readonly FlowChart[]): readonly FlowChart[] {
  const places = new Map(parts.flatMap(({ nodes }, index) => nodes.filter(({ role }) => role !== 'elsewhere').map(({ id }) => [id, index + 1] as const)));
  return parts.map((part) => ({ ...part, nodes: part.nodes.map((node) => (node.role === 'elsewhere' ? { ...node, detail: inPart(places.get(node.id)) } : node)) }));
}

function inPart(part: number | undefined): string {
  return `in part ${part}`;
}
