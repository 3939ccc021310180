import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/imports.js';

/** Packages of which files are read for some modules, and for all that these ask for; tsx reads the modules themselves, sooner or later. */
function packagesOf(...modules: readonly string[]): readonly string[] {
  const files = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', join(root, 'bench/loaded-modules.mjs'), ...modules.map((path) => join(root, path))], { cwd: root, encoding: 'utf8' })) as readonly string[];
  expect(files.length).toBeGreaterThan(modules.length);
  const packages = files.filter((file) => file.includes('/node_modules/')).map((file) => file.split('/node_modules/').at(-1)!.split('/')[0]!);
  return [...new Set(packages)].filter((name) => name !== 'tsx').toSorted();
}

it('the library is read without a compiler, which comes only with what prints TypeScript', () => {
  expect(packagesOf('src/index.ts')).toEqual(['fastest-levenshtein', 'js-yaml', 'semver']);
  expect(packagesOf('src/index.ts', 'src/generate/targets/typescript/print-modules.ts')).toContain('ts-morph');
});
