import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, waymark } from './harness.js';

const page = readFileSync(new URL('../../docs/first-journey.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, content]) => ({ language, content: content! }));

/** The words of a command line as a shell reads them. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

it('the page about the first journey shows what the commands really say', async () => {
  const folder = folderWith({});
  const file = join(folder, 'journeys/lost-card.yaml');
  const compared: string[] = [];
  for (const { language, content } of blocks) {
    if (language === 'yaml') writeFileSync(file, content);
    if (language === 'sh' && content.startsWith('waymark init')) expect((await waymark(folder, wordsOf(content.trim()).slice(1))).code).toBe(0);
    if (language !== 'text') continue;
    // After the finding the page tells to write `block` instead.
    if (compared.length === 1) writeFileSync(file, readFileSync(file, 'utf8').replace('blok', 'block'));
    compared.push(content);
    expect((await waymark(folder, ['validate'])).out).toBe(content);
  }
  expect(compared).toHaveLength(3);
});
