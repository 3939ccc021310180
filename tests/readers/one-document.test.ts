import { describe, expect, it } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { exampleFiles } from '../../src/diff/example-files.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { buildSite } from '../../src/render/site/site.js';
import { views } from '../../src/render/views/index.js';
import { siteFindings } from '../../src/cli/site/site-findings.js';
import type { Workspace } from '../../src/model/workspace.js';
import { withTexts } from '../support/with-texts.js';

interface Written {
  readonly kind: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

const documents = Object.entries(exampleFiles).flatMap(([path, text]) => parseAllDocuments(text).map((document) => ({ path, value: document.toJS() as Written })));
const labelled = documents.filter(({ value: { kind } }) => kind !== 'Workspace' && kind !== 'Record');

const mark = /Zq\d+zq/g;

/** The example with everything public but one document, whose texts are all replaced by words that stand nowhere else. */
function workspaceWithout(hidden: Written): Workspace {
  const files = documents.map(({ path, value }, index): readonly [string, string] => {
    if (value.kind === 'Workspace') return [path, stringify(value)];
    if (value === hidden) return [`${index}.yaml`, withTexts({ it: stringify({ ...value, access: 'restricted' }) }, (place) => `Zq${place}zq`)['it']!];
    return [`${index}.yaml`, stringify(value.kind === 'Record' ? value : { ...value, access: 'public' })];
  });
  const workspace = loadWorkspaceFrom(Object.fromEntries(files));
  const problems = workspace.documents.flatMap((document) => document.problems.map(({ message }) => message));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return workspace;
}

/** All that is made of a workspace for the public. */
function toldToPublic(workspace: Workspace): readonly (readonly [name: string, text: string])[] {
  const place = { workspace, folder: 'shop', findings: siteFindings(workspace, '2026-11-22'), versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [] };
  const files = [...buildSite({ audience: 'public', asOf: '2026-11-22', workspaces: [place] })].filter(({ path }) => !/^assets\/(?:site|theme)/.test(path));
  const pictures = workspace.journeys.flatMap(({ id }) => views.map(({ id: view }) => [`${view} of ${id}`, JSON.stringify(render(workspace, view, { journey: id, audience: 'public' }))] as const));
  return [...files.map(({ path, content }) => [path, `${path}\n${content}`] as const), ...pictures];
}

describe('a single document that is not for the public', () => {
  it.each(labelled.map(({ value }) => [value.kind, value.id, value] as const))('%s %s gives away no word, and no page of its own', (_, id, hidden) => {
    const told = toldToPublic(workspaceWithout(hidden));
    const leaks = told.flatMap(([name, text]) => [...new Set(text.match(mark))].map((word) => `${name}: ${word}`));
    expect([leaks, told.filter(([name]) => name.endsWith(`/${id}.html`))]).toEqual([[], []]);
    expect(told.length).toBeGreaterThan(20);
  });
});
