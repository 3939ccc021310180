import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render, type Diagram } from '../../src/render/render.js';
import { views } from '../../src/render/views/index.js';
import { understood } from './support/real-mermaid.js';

/** A journey of so many steps, of which each leads on to several others. */
function longJourney(steps: number, waysOf: (step: number) => number): { readonly [path: string]: string } {
  const step = (index: number): object => ({
    id: `s${index}`,
    title: `Step number ${index} of the long journey (counted)`,
    lane: ['customer', 'frontstage', 'backstage', 'support'][index % 4],
    actor: index % 2 === 0 ? 'one' : 'two',
    feels: { score: (index % 5) - 2 },
    ...(index === steps - 1 ? { end: 'success' } : { next: Array.from({ length: Math.min(waysOf(index), steps - 1 - index) }, (_, way) => ({ to: `s${index + way + 1}`, when: `case ${way} at step ${index}` })) }),
  });
  const stages = Array.from({ length: 10 }, (_, stage) => ({ id: `stage${stage}`, title: `Stage ${stage}`, steps: Array.from({ length: steps / 10 }, (__, index) => step((stage * steps) / 10 + index)) }));
  return {
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: large\ntitle: Large\nnamespace: example.large\n',
    'people.yaml': 'apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\nversion: 1.0.0\nstatus: active\nowner: one\nteams: {one: One, two: Two}\n',
    'long.yaml': JSON.stringify({ apiVersion: 'waymark/v1', kind: 'Journey', id: 'long', title: 'Long', version: '0.1.0', status: 'draft', owner: 'one', stages }),
  };
}

function drawn(steps: number, waysOf: (step: number) => number, view: string): readonly Diagram[] {
  const rendering = render(loadWorkspaceFrom(longJourney(steps, waysOf)), view, { journey: 'long' });
  if ('problem' in rendering) throw new Error(rendering.problem);
  return rendering.diagrams;
}

describe('a journey that no host would draw in one picture', () => {
  it.each(views.map(({ id }) => id))('%s: each part has at most 400 arrows and 45,000 characters', (view) => {
    for (const { text, chart } of drawn(600, () => 3, view)) expect([text.length <= 45_000, chart.type !== 'flow' || chart.edges.length <= 400]).toEqual([true, true]);
  });

  it('flow: every step has one box and every way one arrow, whatever part they stand in', async () => {
    const parts = await Promise.all(drawn(600, () => 3, 'flow').map(({ text }) => understood(text)));
    expect(parts.length).toBeGreaterThan(4);
    const elsewhere = (shape: string | undefined): boolean => shape === 'doublecircle';
    const boxes = parts.flatMap(({ things }) => things.filter(({ shape }) => !elsewhere(shape)).map(({ label }) => label));
    expect([boxes.length, new Set(boxes).size]).toEqual([602, 602]);
    const arrows = parts.flatMap(({ things, links }) => links.map(({ from, to }) => [from, to].map((name) => things.find((thing) => thing.name === name)!.label).join(' -> ')));
    expect([arrows.length, new Set(arrows).size]).toEqual([600 * 3 - 6 + 3 + 2 - 3, 600 * 3 - 6 + 3 + 2 - 3]);
    const places = parts.flatMap(({ things }) => things.filter(({ shape }) => elsewhere(shape)).map(({ detail }) => detail));
    expect(places.every((place) => /^in part \d+$/.test(place ?? ''))).toBe(true);
  });

  it('a single step with more ways than a picture holds is split by its ways', async () => {
    const parts = drawn(600, (step) => (step === 0 ? 450 : 1), 'flow');
    expect(parts.every(({ text, chart }) => text.length <= 45_000 && chart.type === 'flow' && chart.edges.length <= 400)).toBe(true);
    const links = (await Promise.all(parts.map(({ text }) => understood(text)))).map((part) => part.links.length);
    expect(links.reduce((sum, each) => sum + each, 0)).toBe(450 + 598 + 2);
  });
});
