import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/imports.js';
import { LanguageServer } from './language-server.js';

const folder = pathToFileURL(join(root, 'tests/editor')).href;
const server = new LanguageServer({ validate: true, completion: true, hover: true, schemas: { [pathToFileURL(join(root, 'schemas/waymark.schema.json')).href]: '*.yaml' }, schemaStore: { enable: false } });

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly { readonly message: string; readonly range: { readonly start: { readonly line: number; readonly character: number } } }[];
}

/** Opens a text with the published schema and waits until the editor has checked it. */
async function open(name: string, text: string): Promise<{ readonly uri: string; readonly diagnostics: Diagnostics['diagnostics'] }> {
  const uri = `${folder}/${name}.yaml`;
  const checked = server.next<Diagnostics>('textDocument/publishDiagnostics', (params) => params.uri === uri);
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  return { uri, diagnostics: (await checked).diagnostics };
}

/** Where `|` stands in a text, as editors count, and the text without it. */
function atCursor(text: string): { readonly text: string; readonly position: { readonly line: number; readonly character: number } } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return { text: text.replace('|', ''), position: { line: before.length - 1, character: before.at(-1)!.length } };
}

const journey = (step: string): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 0.1.0
status: draft
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - id: call
        title: Customer calls
        ${step}
`;

beforeAll(() => server.start());
afterAll(() => server.stop());

describe('the published schema in an editor', () => {
  it('finds nothing wrong in a sound journey', async () => {
    expect((await open('sound', journey('lane: customer'))).diagnostics).toEqual([]);
  });

  it('completes the words of a field', async () => {
    const { text, position } = atCursor(journey('lane: |'));
    const { uri } = await open('complete', text);
    const completion = (await server.request('textDocument/completion', { textDocument: { uri }, position })) as { readonly items: readonly { readonly label: string }[] };
    expect(completion.items.map(({ label }) => label).sort()).toEqual(['backstage', 'customer', 'frontstage', 'support']);
  });

  it('completes the fields of a step with their documentation', async () => {
    const { text, position } = atCursor(journey('lane: customer\n        |'));
    const { uri } = await open('fields', text);
    const completion = (await server.request('textDocument/completion', { textDocument: { uri }, position })) as { readonly items: readonly { readonly label: string; readonly documentation?: unknown }[] };
    const channel = completion.items.find(({ label }) => label === 'channel');
    expect(JSON.stringify(channel?.documentation)).toContain('Where the customer meets us');
  });

  it('reports a wrong type where it stands', async () => {
    const { diagnostics } = await open('wrong', journey('lane: 7'));
    expect(diagnostics.map(({ range }) => range.start)).toContainEqual({ line: 13, character: 14 });
  });

  it('explains a field on hover', async () => {
    const { text, position } = atCursor(journey('la|ne: customer'));
    const { uri } = await open('hover', text);
    expect(JSON.stringify(await server.request('textDocument/hover', { textDocument: { uri }, position }))).toContain('Who is seen acting');
  });
});
