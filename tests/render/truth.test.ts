import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutIsolates } from '../../src/base/bidi.js';
import { loadWorkspace, loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { render, type Rendering } from '../../src/render/render.js';
import { views } from '../../src/render/views/index.js';
import { randomCase } from '../proof/oracle/random-case.js';
import { toYaml } from '../proof/oracle/to-yaml.js';
import type { StateChart } from '../../src/render/chart.js';
import { root } from '../support/imports.js';
import { more, seed } from '../support/property.js';
import { drawnWorkspace } from './support/drawn-workspace.js';
import { listed, intents, type Intent } from './support/intent.js';
import { peopled } from './support/peopled.js';
import { notWritten } from './support/plain-promises.js';
import { understood, type Understood } from './support/real-mermaid.js';

const examples = ['broadband', 'insurance', 'parcel'].map((name) => ({ name, workspace: loadWorkspace(join(root, 'journeys', name)) }));

function rendered(workspace: Workspace, view: string, journey: string): Rendering {
  const result = render(workspace, view, { journey });
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

/** What Mermaid understood, and what stands beside the picture, in the words of the intent. */
function shown(parts: readonly Understood[], view: string, { folded, tables }: Rendering): Intent {
  const isTold = ['flow', 'blueprint', 'change', 'handoffs', 'hierarchy'].includes(view);
  const titles = parts.map(({ things }) => new Map(things.map(({ name, label }) => [name, label === '' ? name.replace('root_', '') : label])));
  return {
    things: parts.flatMap(({ things }) => things.map(({ label, shape, detail = '' }) => (shape === undefined ? label : `${shape} | ${label} | ${detail}`))),
    links: parts.flatMap(({ links }, index) => links.map(({ from, to, isDotted, label, detail }) => `${titles[index]!.get(from)} ${isDotted ? '..' : '--'} ${titles[index]!.get(to)}${isTold ? `: ${[label, detail ?? ''].join(' ').trim()}` : ''}`)),
    spans: parts.flatMap(({ things }) => things.flatMap(({ from, to }) => (from === undefined ? [] : [`${from}-${to}`]))),
    groups: parts.flatMap(({ groups }, index) => groups.map(({ label, things }) => `${label}: ${things.map((name) => titles[index]!.get(name)).join(', ')}`)),
    tasks: parts.flatMap(({ groups, things }) => groups.flatMap((group) => group.things.map((name) => things.find((thing) => thing.name === name)!).map(({ label, score, actors = [] }) => `${group.label} | ${label} | ${score} | ${actors.join(' + ')}`))),
    tables: tables.map(({ title, rows }) => linesOf(view, title, rows)),
    folded: folded.map(({ subject }) => withoutIsolates(subject)),
  };
}

/** A table line by line. In which order ways stand, and several names in a cell of states or journeys, says nothing. */
function linesOf(view: string, title: string, rows: Rendering['tables'][number]['rows']): readonly string[] {
  const isList = (index: number): boolean => (view === 'lifecycle' && index > 0) || (view === 'hierarchy' && index === 5);
  const lines = rows.map((cells) => cells.map(withoutIsolates).map((cell, index) => (isList(index) ? listed(cell) : cell)).join(' | '));
  return title === 'Ways' ? sorted(lines) : lines;
}

const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

describe.each(examples)('every picture of $name, as the real Mermaid reads it', ({ workspace }) => {
  const cases = workspace.journeys.flatMap((journey) => views.map((view) => ({ journey, view, id: journey.id, name: view.id })));

  it.each(cases)('$id: $name holds what the spec says, each once, and nothing else', async ({ journey, view }) => {
    const rendering = rendered(workspace, view.id, journey.id);
    const { diagrams, folded, title } = rendering;
    const parts = await Promise.all(diagrams.map(({ text }) => understood(text)));
    const [is, wanted] = [shown(parts, view.id, rendering), intents[view.id]!(workspace, journey)];
    for (const part of parts) expect([part.accTitle, part.accDescription.length > 20]).toEqual([expect.stringContaining(journey.title), true]);
    expect(title).toContain(journey.title);
    expectShown(view.id, is, wanted);
    if (view.id === 'sla') expect(notWritten(workspace, journey, parts, rendering)).toEqual([]);
    expect(folded.every(({ why }) => why !== '')).toBe(true);
  });
});

/** A picture and what stands beside it are compared whole: what is there is meant, and what is meant is there. */
function expectShown(view: string, is: Intent, wanted: Intent): void {
  expect({ view, tables: is.tables }).toEqual({ view, tables: wanted.tables });
  const startsWith = (own: readonly string[], beginnings: readonly string[]): readonly boolean[] => own.map((each, index) => each.startsWith(beginnings[index] ?? '\n'));
  if (view === 'sla') return expect([is.spans, startsWith(is.groups, wanted.groups), startsWith(is.folded, wanted.folded)]).toEqual([wanted.spans, wanted.groups.map(() => true), wanted.folded.map(() => true)]);
  if (view === 'experience') return expect([is.tasks, sorted(is.folded)]).toEqual([wanted.tasks, sorted(wanted.folded)]);
  const inOrder = view === 'handoffs' ? is.links : sorted(is.links);
  const groups = view === 'blueprint' ? is.groups.map(lowerLane) : is.groups;
  expect({ things: sorted(is.things.filter((thing) => thing !== '')), links: inOrder, groups: sorted(groups), folded: sorted(is.folded) }).toEqual({ things: sorted(wanted.things), links: view === 'handoffs' ? wanted.links : sorted(wanted.links), groups: sorted(wanted.groups), folded: sorted(wanted.folded) });
}

/** `3 Backstage, behind the line of visibility: a, b` is the lane `backstage`. */
function lowerLane(group: string): string {
  const [, lane, rest] = /^\d (\w+)(?:, [^:]*)?(: .*)$/s.exec(group)!;
  return `${lane!.toLowerCase()}${rest}`;
}

it.each(examples)('the table of a blueprint of $name has the steps from the customer down to what supports the service', ({ workspace }) => {
  for (const { id, steps } of workspace.journeys) {
    const { tables, diagrams } = rendered(workspace, 'blueprint', id);
    const lanes = tables[0]!.rows.map(([, , lane]) => lane!);
    expect([...new Set(lanes)]).toEqual(['customer', 'frontstage', 'backstage', 'support'].filter((lane) => lanes.includes(lane)));
    expect(lanes.length).toBe(steps.length);
    expect(diagrams[0]!.text).toContain('["1 Customer"]');
  }
});

it.each(examples)('the table of a flow of $name has every arrow of the picture as a row', async ({ workspace }) => {
  for (const { id } of workspace.journeys) {
    const { tables, diagrams, folded } = rendered(workspace, 'flow', id);
    const parts = await Promise.all(diagrams.map(({ text }) => understood(text)));
    const titles = parts.map(({ things }) => new Map(things.map(({ name, label }) => [name, label.split('\n')[0]!])));
    const arrows = parts.flatMap(({ links }, index) => links.map(({ from, to }) => `${titles[index]!.get(from)} -> ${titles[index]!.get(to)}`));
    const rows = tables.find(({ title }) => title === 'Ways')!.rows.map(([from, to]) => `${from} -> ${to}`.replaceAll(/\(([^()]*)\)/g, '$1'));
    expect(folded).toEqual([]);
    expect(sorted(rows)).toEqual(sorted(arrows));
  }
});

describe('every picture of journeys made at random', () => {
  const seeds = Array.from({ length: Math.ceil(60 * more) }, (_, index) => seed + index);

  it.each(['flow', 'blueprint', 'sla', 'lifecycle'])('%s holds what the spec says', async (view) => {
    for (const each of seeds) {
      const workspace = loadWorkspaceFrom(toYaml(randomCase(each)));
      for (const journey of workspace.journeys) {
        const rendering = rendered(workspace, view, journey.id);
        const parts = await Promise.all(rendering.diagrams.map(({ text }) => understood(text)));
        if (view === 'sla') expect({ each, wrong: notWritten(workspace, journey, parts, rendering) }).toEqual({ each, wrong: [] });
        expectShown(view, shown(parts, view, rendering), intents[view]!(workspace, journey));
      }
    }
  });

  it.each(views.map(({ id }) => id).filter((view) => view !== 'sla'))('%s holds what the spec says where teams, feelings, figures and other journeys are in it', async (view) => {
    for (const each of seeds.slice(0, Math.ceil(seeds.length / 2))) {
      const workspace = peopled(each);
      for (const journey of workspace.journeys) {
        const rendering = rendered(workspace, view, journey.id);
        const parts = await Promise.all(rendering.diagrams.map(({ text }) => understood(text)));
        expectShown(view, shown(parts, view, rendering), intents[view]!(workspace, journey));
      }
    }
  });

  it('lifecycle holds what the spec says where steps tell a state, also those beside the case', async () => {
    for (const each of seeds) {
      const files = Object.entries(toYaml(randomCase(each))).map(([path, text]) => [path, text.replace(/^( *- \{id: (\w+), title: [^,]*)/gm, (start, _, id: string) => ((id.length + Number(id.replace(/\D/g, '')) + each) % 3 === 0 ? start : `${start}, showsStatus: [state-${id}]`))] as const);
      const workspace = loadWorkspaceFrom(Object.fromEntries(files));
      for (const journey of workspace.journeys) {
        const rendering = rendered(workspace, 'lifecycle', journey.id);
        const parts = await Promise.all(rendering.diagrams.map(({ text }) => understood(text)));
        expectShown('lifecycle', shown(parts, 'lifecycle', rendering), intents['lifecycle']!(workspace, journey));
      }
    }
  });
});

it('a state that is told beside the case comes after the one before, and leads to where the case goes on', () => {
  const files = drawnWorkspace('Words');
  const journey = files['journey.yaml']!.replace('id: remind,', 'id: remind, showsStatus: [reminded],').replace('id: visit,', 'id: visit, showsStatus: [visited],');
  const [chart] = rendered(loadWorkspaceFrom({ ...files, 'journey.yaml': journey }), 'lifecycle', 'ask').diagrams.map((each) => each.chart as StateChart);
  const named = chart!.transitions.filter(({ from, to }) => [from, to].includes('state reminded')).map(({ from, to }) => `${from} > ${to}`);
  expect(named.sort()).toEqual(['state got > state reminded', 'state reminded > state over', 'state reminded > state visited']);
});
