/**
 * Builds the history of an example workspace as a git repository: `npx tsx tools/example-history.ts insurance FOLDER`.
 * With a second folder it also says who approved each commit, in the words of the repository's host.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRepository } from './example-histories/build-repository.js';
import { hostReports } from './example-histories/host-reports.js';
import { exampleDomain, exampleHistories, exampleStates, isExampleName, type ExampleName } from './example-histories/index.js';

function main([name, folder, hostFolder, ...others]: readonly string[]): void {
  if (name === undefined || folder === undefined || others.length > 0 || !isExampleName(name)) {
    process.stderr.write(`Usage: npx tsx tools/example-history.ts <${Object.keys(exampleHistories).join('|')}> <new folder> [<folder for approvals>]\n`);
    process.exitCode = 2;
    return;
  }
  try {
    build(name, folder, hostFolder);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 3;
  }
}

function build(name: ExampleName, folder: string, hostFolder: string | undefined): void {
  const states = exampleStates(name);
  const ids = buildRepository(folder, states, exampleDomain[name]);
  process.stdout.write(`${ids.length} commits on main in ${folder}, the last is ${ids.at(-1)}.\n`);
  if (hostFolder === undefined) return;
  mkdirSync(hostFolder, { recursive: true });
  for (const report of hostReports(states, ids, exampleDomain[name])) writeFileSync(join(hostFolder, `${report.pullRequest}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
