import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findWorkspaces } from '../../src/load/find-workspaces.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { root } from '../support/imports.js';

const noFolders = [
  ['a folder that is not there', join(root, 'journeys/nowhere')],
  ['the file instead of its folder', join(root, 'journeys/parcel/waymark.yaml')],
  ['a place below a file', join(root, 'journeys/parcel/waymark.yaml/more')],
  ['a name with a NUL', join(root, 'journeys/par\0cel')],
  ['a name that is too long', join(root, 'a'.repeat(300))],
] as const;

it.each(noFolders)('tells that there is no workspace at %s', (_, folder) => {
  const { diagnostics } = validate(loadWorkspace(folder), { asOf: '2026-11-22' });
  expect(diagnostics.map(({ code, message, span }) => [code, message, span?.source.uri])).toEqual([['STR-001', 'This file cannot be found.', 'waymark.yaml']]);
});

it.each(noFolders)('finds no workspace at %s', (_, folder) => {
  expect(findWorkspaces(root, folder)).toEqual({ problem: `\`${folder}\` is no workspace: it holds no \`waymark.yaml\`.` });
});
