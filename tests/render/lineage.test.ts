import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { drawnWorkspace } from './support/drawn-workspace.js';
import { understood } from './support/real-mermaid.js';

describe('the lineage of a journey', () => {
  it('shows every system that tells an event, each once, also where one tells several', async () => {
    const files = Object.fromEntries(Object.entries(drawnWorkspace('Words')).map(([path, text]) => [path, text.replace(/^( *)portal: .*$/m, '$1portal: {title: Portal, emits: [{event: asked}, {event: answered}]}\n$1phone: {title: Telephone, emits: [{event: asked}]}')]));
    const workspace = loadWorkspaceFrom(files);
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const rendering = render(workspace, 'lineage', { journey: 'ask' });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const { things, links } = await understood(rendering.diagrams[0]!.text);
    const label = (name: string): string => things.find((thing) => thing.name === name)!.label;
    const systems = things.filter(({ shape }) => shape === 'cylinder').map((thing) => thing.label);
    expect(systems.toSorted()).toEqual(['Portal', 'Telephone']);
    expect(links.map(({ from, to }) => `${label(from)} tells ${label(to)}`).filter((words) => systems.some((system) => words.startsWith(system))).toSorted()).toEqual(['Portal tells answered', 'Portal tells asked', 'Telephone tells asked']);
    expect([...new Set(rendering.tables[0]!.rows.map(([, event, tellers]) => `${event}: ${tellers}`))].toSorted()).toEqual(['answered: Portal', 'asked: Portal, Telephone']);
  });
});
