import { expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { generated } from './generated.js';
import { fullFiles } from './full-workspace.js';

const planned = loadWorkspaceFrom(fullFiles);
const running = loadWorkspaceFrom(Object.fromEntries(Object.entries(fullFiles).map(([path, text]) => [path, text.replaceAll('"perspective":"to-be"', '"perspective":"as-is"')])));

/** Whether a journey is in the files, and why it is not. */
async function salvageApp(workspace: Workspace, target: string): Promise<{ readonly isWritten: boolean; readonly reasons: readonly string[] }> {
  const { files, losses } = await generated(workspace, target);
  const isWritten = files.some(({ path, content }) => /salvage-app|Salvage in the app/.test(`${path} ${content}`));
  return { isWritten, reasons: losses.flatMap(({ subject, field, reason }) => (subject === 'journey:salvage-app' && field === '' ? [reason] : [])) };
}

it.each(['prometheus', 'alertmanager', 'grafana', 'openslo', 'operations', 'data-governance', 'decision-tables'])('a journey that binds and is planned calls nobody and shows nothing as done: %s leaves it out until it runs', async (target) => {
  expect(await salvageApp(planned, target)).toEqual({ isWritten: false, reasons: ['It is a plan, and only what people work by is written.'] });
  expect(await salvageApp(running, target)).toEqual({ isWritten: true, reasons: [] });
});

it.each(['typescript', 'backstage', 'review-calendar'])('%s has it, because it is built and reviewed before it runs', async (target) => {
  expect(await salvageApp(planned, target)).toEqual({ isWritten: true, reasons: [] });
});
