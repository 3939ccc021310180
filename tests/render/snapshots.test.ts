import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewed } from '../../src/cli/render/markers.js';
import { drawView } from '../../src/cli/render/run-render.js';
import { diff } from '../../src/diff/diff.js';
import { loadWorkspace, loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { views } from '../../src/render/views/index.js';
import { markdownOf } from '../../src/report/drawing/markdown.js';
import { root } from '../support/imports.js';

const folder = join(root, 'docs/pictures');
const example = join(root, 'journeys/insurance');
const workspace = loadWorkspace(example);
/** The journeys that are shown. Of the first there is a picture of each view, of the others one that shows what it does not have. */
const workspaces: Readonly<Record<string, Workspace>> = { 'motor-claim': workspace, 'broadband-order': loadWorkspace(join(root, 'journeys/broadband')), 'delivery-exception': loadWorkspace(join(root, 'journeys/parcel')) };
const ofOthers = ['broadband-order-sla', 'delivery-exception-flow'];
const kept = readdirSync(folder).filter((name) => name.endsWith('.mmd') && !name.endsWith('-change.mmd'));

/** The example as it is, and with a slower visit. */
function slowerVisit(): { readonly before: Workspace; readonly after: Workspace } {
  const files = Object.fromEntries(readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:yaml|md)$/.test(path)).map((path) => [path, readFileSync(join(example, path), 'utf8')]));
  const parts = 'slas/motor-claim-parts.yaml';
  return { before: loadWorkspaceFrom(files), after: loadWorkspaceFrom({ ...files, [parts]: files[parts]!.replace('within: 30h, percent: 98', 'within: 60h, percent: 98') }) };
}

describe('the pictures of the documentation', () => {
  it.each(kept)('%s is drawn from the example as it is now, and lies beside the picture that was looked at', (name) => {
    const [, journey, view] = /^([\w-]+)-(\w+)\.mmd$/.exec(name)!;
    const [diagram] = drawView(workspaces[journey!]!, view!, { journey: journey! }).rendering.diagrams;
    expect(readFileSync(join(folder, name), 'utf8')).toBe(diagram!.text);
    expect(readdirSync(folder)).toContain(name.replace(/mmd$/, 'png'));
  });

  it('are one of each view that draws something and those of other journeys, and the page shows them all', () => {
    const drawn = [...views.map(({ id }) => `motor-claim-${id}`).filter((name) => name !== 'motor-claim-raci'), ...ofOthers];
    expect(readdirSync(folder).filter((name) => name.endsWith('.mmd')).toSorted()).toEqual(drawn.map((name) => `${name}.mmd`).toSorted());
    const page = readFileSync(join(root, 'docs/pictures.md'), 'utf8');
    expect(drawn.filter((name) => !page.includes(`](pictures/${name}.png)`))).toEqual([]);
  });

  it('that of a change is drawn from the example as it is now', () => {
    const { before, after } = slowerVisit();
    const [diagram] = drawView(after, 'change', { journey: 'motor-claim', before: { workspace: before, changes: diff(before, after) } }).rendering.diagrams;
    expect(readFileSync(join(folder, 'motor-claim-change.mmd'), 'utf8')).toBe(diagram!.text);
  });

  it('the page that keeps one between markers is up to date', () => {
    const page = readFileSync(join(root, 'docs/pictures.md'), 'utf8');
    const result = renewed(page, ({ id, view }) => markdownOf(drawView(workspace, view, id === undefined ? {} : { journey: id })));
    expect(result).toEqual({ text: page, markers: 1, stale: [] });
  });
});
