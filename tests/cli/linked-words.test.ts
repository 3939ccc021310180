import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newRepository } from '../support/git-repository.js';
import { waymark } from './harness.js';

const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n';
const journey = `${head}kind: Journey\nid: order\ntitle: Order\ndisclosures:\n  - {id: notice, textFile: texts/notice.md, translations: [{language: de, textFile: texts/notice.de.md}]}\nstages:\n  - id: buy\n    title: Buy\n    steps: [{id: pay, title: Pay, lane: customer, disclosures: [notice], end: success}]\n`;

describe('words that customers have to see', () => {
  it('are looked for in every profile, and a link to them is none, so that no change of what it leads to passes unseen', async () => {
    const repository = newRepository();
    repository.commit({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n', 'desk.yaml': `${head}kind: Team\nid: desk\ntitle: Desk\nfunction: service\n`, 'order.yaml': journey, 'texts/real.md': 'You may return it.\n', 'texts/notice.md': 'You may return it.\n' });
    const found = async (): Promise<readonly string[]> => {
      const { out } = await waymark(repository.folder, ['validate', '-f', 'json']);
      const { workspaces } = JSON.parse(out) as { readonly workspaces: readonly { readonly findings: readonly { readonly rule: string; readonly message: string }[] }[] };
      return workspaces.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'reference/import-locked').map(({ message }) => message);
    };
    expect(await found()).toEqual(['There is no file `texts/notice.de.md`, which the translation of disclosure `notice` names.']);
    repository.git('checkout', '-q', '-b', 'change');
    repository.git('rm', '-q', 'texts/notice.md');
    symlinkSync('real.md', join(repository.folder, 'texts/notice.md'));
    repository.commit({});
    expect(await found()).toEqual(['There is no file `texts/notice.md`, which disclosure `notice` names.', 'There is no file `texts/notice.de.md`, which the translation of disclosure `notice` names.']);
    const { code, out } = await waymark(repository.folder, ['review', 'main', 'change']);
    expect(code).not.toBe(0);
    expect(out).toContain('`texts/notice.md`, which disclosure `notice`');
  });
});
