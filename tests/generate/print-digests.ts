import { fileURLToPath } from 'node:url';
import { sourceDigest } from '../../src/base/digests.js';
import { targets } from '../../src/generate/targets/index.js';
import { example, examples, generated } from './generated.js';

/** Of each byte: line ends count. */
function bytesOf(text: string): string {
  return sourceDigest(new TextEncoder().encode(text));
}

/** One line for each file that any target writes of an example. */
export async function digestsOfExamples(): Promise<string> {
  const lines: string[] = [];
  for (const name of examples) {
    const workspace = example(name);
    for (const { id } of targets) {
      const { files, losses } = await generated(workspace, id);
      lines.push(...files.map(({ path, content }) => `${name} ${id} ${path} ${bytesOf(content)}\n`), `${name} ${id} losses ${bytesOf(JSON.stringify(losses))}\n`);
    }
  }
  return lines.join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await digestsOfExamples());
