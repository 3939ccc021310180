import { beside } from '../../base/bidi.js';
import { groupBy } from '../../base/groups.js';
import type { FlowChart, FlowEdge, FlowNode, Mark, NodeRole } from '../chart.js';
import { label } from './escape.js';
import { settings, shortNames, spoken, type Lines } from './lines.js';

/** Prints boxes and arrows as a flowchart. */
export function printFlow(chart: FlowChart): Lines {
  const nameOf = shortNames('n', chart.nodes.map(({ id }) => id));
  const groupOf = shortNames('g', chart.groups.map(({ id }) => id));
  const loose = chart.nodes.filter(({ group }) => group === undefined);
  const waysBack = groupBy(chart.edges.filter(isWayBack), ({ from }) => from);
  const seconds = secondsOf(chart.edges);
  const isLonger = (edge: FlowEdge): boolean => seconds.has(edge) || waysBack.has(edge.from);
  const boxOf = (node: FlowNode): string => printNode(node, nameOf, waysBack.get(node.id) ?? []);
  const framed = inOrder(chart).flatMap((group) => {
    const inside = chart.nodes.filter((node) => node.group === group.id);
    return inside.length === 0 ? [] : [`  subgraph ${groupOf(group.id)} ["${label(group.label)}"]`, ...inside.map((node) => `    ${boxOf(node)}`), '  end'];
  });
  return [
    ...spacing(chart),
    `flowchart ${chart.direction === 'right' ? 'LR' : 'TB'}`,
    ...spoken(chart),
    ...loose.map((node) => `  ${boxOf(node)}`),
    ...framed,
    ...chart.edges.map((edge) => `  ${printEdge(edge, nameOf, isLonger(edge))}`),
    ...apart(chart, nameOf),
    ...styles(chart, nameOf),
    ...frames(chart, groupOf),
  ];
}

/**
 * Boxes are wider than they are high. Between columns arrows are steep and run behind boxes, unless there is more room than the 50 points that Mermaid leaves of
 * itself; where most of them are steep, they also leave and reach each box level.
 */
function spacing({ direction, isSpread }: FlowChart): Lines {
  if (direction === 'down') return [];
  return [settings({ flowchart: isSpread === true ? { rankSpacing: 250, curve: 'bumpX' } : { rankSpacing: 80 } })];
}

/** Of frames that stand above each other Mermaid begins with those at the bottom. */
function inOrder({ direction, groups }: FlowChart): FlowChart['groups'] {
  return direction === 'right' ? groups.toReversed() : groups;
}

/**
 * Mermaid lets arrows run behind the boxes of a frame that none of them leads to, as if they came from there. A line that nobody sees keeps
 * such a frame before the first box that arrows do lead to. It stands behind all arrows, which are styled by their numbers.
 */
function apart({ nodes, edges }: FlowChart, nameOf: (id: string) => string): Lines {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const framesOfWays = new Set(nodes.filter(({ id }) => linked.has(id)).map(({ group }) => group));
  const first = nodes.find(({ id }) => linked.has(id));
  const alone = nodes.filter(({ group }) => group !== undefined && !framesOfWays.has(group));
  return first === undefined ? [] : alone.map(({ id }) => `  ${nameOf(id)} ~~~ ${nameOf(first.id)}`);
}

/** Frames let the page show through, so that they suit a dark page and a light one. */
function frames({ nodes, groups }: FlowChart, groupOf: (id: string) => string): Lines {
  const used = groups.filter(({ id }) => nodes.some(({ group }) => group === id)).map(({ id }) => groupOf(id));
  return used.length === 0 ? [] : ['  classDef frame fill:none,stroke:#8a8a8a', `  class ${used.join(',')} frame`];
}

/** Outlines by what a box stands for: what differs must not differ by its colour alone. */
const outlines: Readonly<Record<NodeRole, readonly [open: string, close: string]>> = {
  action: ['[', ']'],
  decision: ['{', '}'],
  wait: ['{{', '}}'],
  message: ['>', ']'],
  journey: ['[[', ']]'],
  start: ['([', '])'],
  end: ['([', '])'],
  system: ['[(', ')]'],
  event: ['(', ')'],
  measure: ['[/', '/]'],
  elsewhere: ['(((', ')))'],
};

function printNode({ id, label: text, detail, details = [], role }: FlowNode, nameOf: (id: string) => string, waysBack: readonly FlowEdge[]): string {
  const [open, close] = outlines[role === 'measure' && details.length > 0 ? 'action' : role]; // slanted, a box of many lines is wider than what it says
  const lines = [text, ...(detail === undefined ? [] : [detail]), ...details, ...waysBack.map((way) => beside`again: ${way.label!}`)];
  return `${nameOf(id)}${open}"${lines.map(words).join('<br>')}"${close}`;
}

/** The words of a box or an arrow, which Mermaid breaks into lines: a number stays beside its unit. */
function words(text: string): string {
  return label(text).replace(/(\d) (?=(?:#37;|h|min|d)(?![\p{L}\p{N}]))/gu, '$1#160;');
}

/** Mermaid lays the words of an arrow that leads back to its own box over those of its neighbours: they stand in the box instead. */
function isWayBack({ from, to, label: text }: FlowEdge): boolean {
  return from === to && text !== undefined;
}

/** Arrows with words where an earlier one with words leads from the same box to the same box. */
function secondsOf(edges: readonly FlowEdge[]): ReadonlySet<FlowEdge> {
  const told = new Set<string>();
  return new Set(edges.filter(({ from, to, label: text }) => text !== undefined && told.size === told.add(`${from}>${to}`).size));
}

/**
 * Words of two arrows between the same boxes would lie over each other, and over an arrow that leads back to its own box: such an arrow is longer, so that its
 * words stand further on.
 */
function printEdge(edge: FlowEdge, nameOf: (id: string) => string, isLonger: boolean): string {
  const { from, to, label: text, line } = edge;
  const [open, close] = line === 'solid' ? ['--', isLonger ? '--->' : '-->'] : ['-.', isLonger ? '..->' : '.->'];
  const arrow = text === undefined || isWayBack(edge) ? (line === 'solid' ? '-->' : '-.->') : `${open} "${words(text)}" ${close}`;
  return `${nameOf(from)} ${arrow} ${nameOf(to)}`;
}

/** The colours of Okabe and Ito, which are told apart without full colour sight; dashes and widths say the same again. */
const markStyles: Readonly<Record<Mark, string>> = {
  added: 'stroke:#009e73,stroke-width:3px',
  removed: 'stroke:#d55e00,stroke-width:2px,stroke-dasharray:6 4',
  changed: 'stroke:#0072b2,stroke-width:3px',
  broken: 'stroke:#d55e00,stroke-width:5px',
  unproved: 'stroke:#cc79a7,stroke-width:5px,stroke-dasharray:2 4',
};

function styles({ nodes, edges }: FlowChart, nameOf: (id: string) => string): Lines {
  const used = new Set([...nodes, ...edges].map(({ mark }) => mark));
  return (Object.keys(markStyles) as Mark[]).filter((mark) => used.has(mark)).flatMap((mark) => {
    const boxes = nodes.filter((node) => node.mark === mark).map(({ id }) => nameOf(id));
    const arrows = edges.flatMap((edge, index) => (edge.mark === mark ? [index] : []));
    return [
      ...(boxes.length === 0 ? [] : [`  classDef ${mark} ${markStyles[mark]}`, `  class ${boxes.join(',')} ${mark}`]),
      ...(arrows.length === 0 ? [] : [`  linkStyle ${arrows.join(',')} ${markStyles[mark]}`]),
    ];
  });
}
