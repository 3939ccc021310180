import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { isNobody, journeyFrom } from './support/from-mermaid.js';
import { understood, type Understood } from './support/real-mermaid.js';

/** Sections with their tasks, scores and who takes part. */
function toldBy({ things, groups }: Understood): unknown {
  return groups.map(({ label, things: names }) => ({ section: label === '' ? 'Untitled' : label, tasks: names.map((name) => things.find((task) => task.name === name)!).map(({ label: task, score, actors }) => ({ task, score, actors: isNobody(actors ?? []) ? ['Customer'] : actors })) }));
}

async function roundTrip(text: string): Promise<readonly [before: unknown, after: unknown]> {
  const before = await understood(text);
  const workspace = loadWorkspaceFrom(journeyFrom(before));
  expect(workspace.documents.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
  const rendering = render(workspace, 'experience', { journey: 'drawn' });
  if ('problem' in rendering) throw new Error(rendering.problem);
  const [after] = await Promise.all(rendering.diagrams.map((diagram) => understood(diagram.text)));
  return [toldBy(before), toldBy(after!)];
}

const drawn = [
  'journey\n  title A day at the counter\n  section Morning\n    Open the shop: 4: Clerk, Manager\n    Count the till: 2: Clerk\n  section Evening\n    Close the shop: 5: Manager\n',
  'journey\n  title Ordering\n  section Kauf\n    Ware wählen (online): 3: Kundin\n    100 % bezahlt!: 1: Kundin, Bank & Co\n  section Kauf\n    Nochmals: 5: Kundin\n',
];

describe('a journey that was drawn in Mermaid', () => {
  it.each(drawn)('has the same sections, tasks, scores and actors when it is drawn again: %j', async (text) => {
    const [before, after] = await roundTrip(text);
    expect(after).toEqual(before);
  });
});

const foreign = process.env['WAYMARK_MERMAID_JOURNEYS'] ?? '';
const files = existsSync(foreign) ? readdirSync(foreign).filter((name) => name.endsWith('.mmd')) : [];

/** What Mermaid makes of each file: a journey that can be told again, one with scores that none has, or nothing. */
async function sortOf(name: string): Promise<'told' | 'odd scores' | 'refused'> {
  const read = await understood(readFileSync(join(foreign, name), 'utf8')).catch(() => undefined);
  if (read === undefined) return 'refused';
  return read.things.every(({ score }) => score !== undefined && score >= 1 && score <= 5) ? 'told' : 'odd scores';
}

const sorts = await Promise.all(files.map(async (name) => ({ name, sort: await sortOf(name) })));
const told = sorts.filter(({ sort }) => sort === 'told').map(({ name }) => name);

describe.skipIf(files.length === 0)('journeys of others, in the folder that WAYMARK_MERMAID_JOURNEYS names', () => {
  it.each(told)('%s is the same when it is drawn again', async (name) => {
    const [before, after] = await roundTrip(readFileSync(join(foreign, name), 'utf8'));
    expect(after).toEqual(before);
  });

  it('are as many as were collected, and of each sort as many as are known', () => {
    const count = (sort: string): number => sorts.filter((each) => each.sort === sort).length;
    expect({ told: count('told'), odd: count('odd scores'), refused: count('refused') }).toEqual({ told: 8, odd: 0, refused: 0 });
  });
});
