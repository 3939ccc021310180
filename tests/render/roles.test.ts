import { describe, expect, it } from 'vitest';
import { withoutIsolates } from '../../src/base/bidi.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { buildSite } from '../../src/render/site/site.js';
import { exampleDay } from '../../src/validate/example-workspace.js';
import { drawnWorkspace } from './support/drawn-workspace.js';

const files = drawnWorkspace('Words');
const directory = files['directory.yaml']!.replace('roles: [{id: lead, title: "Words"}]', 'roles: [{id: lead, title: "Head of the desk"}]');
const journey = files['journey.yaml']!.replace('lane: backstage, actor: desk, ', 'lane: backstage, actor: desk#lead, ').replace(/ {4}raci: .*\n/, '');
const workspace = loadWorkspaceFrom({ ...files, 'directory.yaml': directory, 'journey.yaml': journey });
const named = 'Words (Head of the desk)';

describe('a role that acts in a step', () => {
  it.each(['flow', 'blueprint', 'experience', 'raci'])('is named by its team and its own title in %s, in the picture and in the table', (view) => {
    const drawn = render(workspace, view, { journey: 'ask' });
    if ('problem' in drawn) throw new Error(drawn.problem);
    expect(drawn.tables[0]!.rows.flat().map(withoutIsolates).some((cell) => cell.split(', ').includes(named))).toBe(true);
    expect(drawn.diagrams.map(({ chart }) => withoutIsolates(JSON.stringify(chart)).includes(named))).toEqual(drawn.diagrams.map(() => true));
  });

  it('is named on the page of the journey, with the step and among those who are responsible', () => {
    const site = buildSite({ audience: 'restricted', asOf: exampleDay, workspaces: [{ workspace, folder: 'drawn', findings: [], versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [] }] });
    const page = withoutIsolates([...site].find(({ path }) => path === 'drawn/journeys/ask.html')!.content as string);
    expect([...page.matchAll(/<a href="[^"]*teams\/desk.html">Words \(Head of the desk\)<\/a>/g)].length).toBe(2);
  });
});
