import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newRepository, type TestRepository } from '../support/git-repository.js';
import { waymark } from './harness.js';

const words = 'Dear customer,\n';
const owned = { 'shop/texts/hello.md': words, 'shop/ledger.jsonl': '{}\n', 'shop/waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n' };

function repository(): TestRepository {
  const made = newRepository();
  made.commit({
    ...owned,
    'shop/desk.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 1.0.0\nstatus: draft\nowner: desk\n',
    'shop/order.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: order\ntitle: Order\nversion: 1.0.0\nstatus: draft\nowner: desk\nstages:\n  - id: buy\n    title: Buy\n    steps: [{id: pay, title: Pay, lane: customer, message: {textFile: texts/hello.md}, end: success}]\n',
    'other/waymark.yaml': owned['shop/waymark.yaml'].replace('id: shop', 'id: other'),
  });
  made.commit({ 'note.txt': 'x' });
  return made;
}

const verbs: readonly (readonly string[])[] = [
  ['validate', '-w', 'shop'],
  ['validate', '-w', 'other'],
  ['prove', '-w', 'shop'],
  ['render', '-w', 'shop'],
  ['generate', 'typescript', '-w', 'shop', '--out', 'made'],
  ['diff', 'main~1', 'main'],
  ['review', 'main~1', 'main'],
  ['bump', 'main~1', 'main'],
  ['changelog', 'main~1', 'main'],
  ['show', 'order', '-w', 'shop', '--as-of', '2026-01-02'],
  ['history', 'order', '-w', 'shop', '--compare', '1.0.0..2.0.0'],
  ['history', 'order', '-w', 'shop'],
  ['history', '--due', '-w', 'shop'],
  ['ledger', 'verify', '-w', 'shop'],
];

describe('a report', () => {
  it.each(verbs.map((verb) => ({ verb })))('of `waymark $verb` is not written over what belongs to a workspace', async ({ verb }) => {
    const { folder } = repository();
    for (const [file, text] of Object.entries(owned)) {
      const { code, err } = await waymark(folder, [...verb, '-f', `json=${file}`]);
      expect({ file, code, err }).toEqual({ file, code: 2, err: expect.stringMatching(/`shop\/.*` (?:belongs to the workspace|is a document of Waymark), and/) as string });
      expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
    }
  });

  it('is written again where it was written before, and beside the words', async () => {
    const { folder } = repository();
    for (const text of ['', 'old']) {
      writeFileSync(join(folder, 'shop/texts/report.json'), text);
      expect((await waymark(folder, ['diff', 'main~1', 'main', '-f', 'json=shop/texts/report.json'])).code).toBe(0);
      expect(readFileSync(join(folder, 'shop/texts/report.json'), 'utf8')).toContain('"diff"');
    }
  });
});
