import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewed } from '../../src/cli/render/markers.js';
import { drawView } from '../../src/cli/render/run-render.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { markdownOf } from '../../src/report/drawing/markdown.js';
import { root } from '../support/imports.js';

const folder = join(root, 'docs/pictures');
const workspace = loadWorkspace(join(root, 'journeys/insurance'));
const kept = readdirSync(folder).filter((name) => name.endsWith('.mmd'));

describe('the pictures of the documentation', () => {
  it.each(kept)('%s is drawn from the example as it is now, and lies beside the picture that was looked at', (name) => {
    const view = /^motor-claim-(\w+)\.mmd$/.exec(name)![1]!;
    const [diagram] = drawView(workspace, view, { journey: 'motor-claim' }).rendering.diagrams;
    expect(readFileSync(join(folder, name), 'utf8')).toBe(diagram!.text);
    expect(readdirSync(folder)).toContain(name.replace(/mmd$/, 'png'));
  });

  it('the page that keeps one between markers is up to date', () => {
    const page = readFileSync(join(root, 'docs/pictures.md'), 'utf8');
    const result = renewed(page, ({ id, view }) => markdownOf(drawView(workspace, view, id === undefined ? {} : { journey: id })));
    expect(result).toEqual({ text: page, markers: 1, stale: [] });
  });
});
