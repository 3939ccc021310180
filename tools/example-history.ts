/** Builds the history of an example workspace as a git repository: `npx tsx tools/example-history.ts insurance FOLDER`. */
import { fileURLToPath } from 'node:url';
import { buildRepository } from './example-histories/build-repository.js';
import { exampleDomain, exampleHistories, exampleStates, isExampleName } from './example-histories/index.js';

function main([name, folder, ...others]: readonly string[]): void {
  if (name === undefined || folder === undefined || others.length > 0 || !isExampleName(name)) {
    process.stderr.write(`Usage: npx tsx tools/example-history.ts <${Object.keys(exampleHistories).join('|')}> <new folder>\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const ids = buildRepository(folder, exampleStates(name), exampleDomain[name]);
    process.stdout.write(`${ids.length} commits on main in ${folder}, the last is ${ids.at(-1)}.\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 3;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
