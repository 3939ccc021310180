import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newRepository, writeFiles } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const page = readFileSync(new URL('../../docs/changes.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, content]) => ({ language, content: content! }));

it('the page about changes shows what the commands really say', async () => {
  const repository = newRepository();
  const texts = journeyTexts('insurance');
  repository.commit(texts);
  let [command, compared] = ['', 0];
  for (const { language, content } of blocks) {
    if (language === 'sh') command = content.trim().split('\n').at(-1)!;
    if (language === 'diff') {
      const [, file, before, after] = /^--- (.+)\n-(.+)\n\+(.+)\n$/.exec(content)!;
      expect(texts[file!]!.split(before!)).toHaveLength(2);
      writeFiles(repository.folder, { [file!]: texts[file!]!.replace(before!, after!) });
    }
    if (language !== 'text') continue;
    const { out } = await waymark(repository.folder, command.split(' ').slice(1));
    expect(out).toContain(content);
    compared += 1;
  }
  expect(compared).toBe(2);
});
