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

describe.skipIf(files.length === 0)('journeys of others, in the folder that WAYMARK_MERMAID_JOURNEYS names', () => {
  it.each(files)('%s is the same when it is drawn again, where Mermaid accepts it with scores from 1 to 5', async (name) => {
    const text = readFileSync(join(foreign, name), 'utf8');
    const read = await understood(text).catch(() => undefined);
    if (read === undefined || read.things.some(({ score }) => score === undefined || !(score >= 1 && score <= 5))) return;
    const [before, after] = await roundTrip(text);
    expect(after).toEqual(before);
  });
});
