import { fileURLToPath } from 'node:url';
import { digestOfText } from '../../src/generate/manifest.js';
import { targets } from '../../src/generate/targets/index.js';
import { example, examples, generated } from './generated.js';

/** One line for each file that any target writes of an example. */
export async function digestsOfExamples(): Promise<string> {
  const lines: string[] = [];
  for (const name of examples) {
    const workspace = example(name);
    for (const { id } of targets) {
      const { files, losses } = await generated(workspace, id);
      lines.push(...files.map(({ path, content }) => `${name} ${id} ${path} ${digestOfText(content)}\n`), `${name} ${id} losses ${digestOfText(JSON.stringify(losses))}\n`);
    }
  }
  return lines.join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await digestsOfExamples());
