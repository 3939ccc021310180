import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRepository } from '../../../tools/example-histories/build-repository.js';
import { exampleDomain, exampleStates, type ExampleName } from '../../../tools/example-histories/index.js';
import { waymark } from '../../cli/harness.js';

/** The repository of an example with its history. */
export function exampleRepository(name: ExampleName): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'waymark-site-')), name);
  buildRepository(folder, exampleStates(name), exampleDomain[name]);
  return folder;
}

/** Writes the site of a repository into a folder beside it. */
export async function siteOf(repository: string, out: string, ...more: readonly string[]): Promise<string> {
  const { code, err } = await waymark(repository, ['site', '--out', `../${out}`, '--as-of', '2026-11-22', ...more], { XDG_CACHE_HOME: join(repository, '../cache') });
  if (code !== 0) throw new Error(err);
  return join(repository, '..', out);
}

/** Every file of a folder with its content, by its path. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
