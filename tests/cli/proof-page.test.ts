import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { proofCards } from '../../src/report/proof/proof-cards.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

const page = readFileSync(new URL('../../docs/proof.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, content]) => ({ language, content: content! }));

/** The shipped workspace, for each change anew. */
function insurance(): string {
  const folder = folderWith({});
  cpSync(join(root, 'journeys/insurance'), folder, { recursive: true });
  return folder;
}

/** Puts the second line in the place of the first, which stands in the file once. */
function change(folder: string, diff: string): void {
  const [, file, before, after] = /^--- (.+)\n-(.+)\n\+(.+)\n$/.exec(diff)!;
  const path = join(folder, file!);
  const parts = readFileSync(path, 'utf8').split(before!);
  expect(parts).toHaveLength(2);
  writeFileSync(path, parts.join(after));
}

it('the page about proofs shows what the command really says', async () => {
  let [folder, command, compared] = [insurance(), '', 0];
  for (const { language, content } of blocks) {
    if (language === 'diff') change((folder = insurance()), content);
    if (language === 'sh') command = content;
    if (language !== 'text') continue;
    const { out } = await waymark(folder, command.trim().split(' ').slice(1));
    const shown = piecesOf(content);
    for (const each of shown) expect(out).toContain(each);
    if (shown.length === 1) expect(content).toBe(out);
    if (content.includes('Violated')) for (const each of piecesOf(readmeExample)) expect(out).toContain(each);
    compared += 1;
  }
  expect(compared).toBe(3);
});

/** What the front page shows of the promise that is violated. */
const readmeExample = /^```text\n([\s\S]*?)^```$/m.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))![1]!;

/** A line of three dots stands for what is left out. */
function piecesOf(content: string): readonly string[] {
  return content.split(/^ *\.\.\.\n/m);
}

it('the page about proofs lists all that may be missing', () => {
  const rows = proofCards.filter(({ severity }) => severity === 'warning').map(({ id, summary }) => `| \`${id}\` | ${summary} |`);
  const [, table] = page.split('| finding | what has to hold |\n|---|---|\n');
  expect(table!.split('\n').slice(0, rows.length + 1)).toEqual([...rows, '']);
});
