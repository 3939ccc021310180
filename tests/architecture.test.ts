import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourcesBelow } from './support/imports.js';

/** Rooms in the direction in which data flow: a room knows those before it, and itself. */
const rooms = ['base', 'schema', 'load', 'model', 'analysis', 'validate', 'format', 'render', 'generate', 'diff', 'control', 'audit', 'report', 'cli'] as const;

/** Rooms that stand side by side and do not know each other. */
const sisters: readonly (readonly string[])[] = [['validate', 'format', 'render', 'diff', 'generate']];

const sources = sourcesBelow('src').map(importsOf);

function roomOf(file: string): string {
  return file.split('/')[1]!;
}

function mayImport(from: string, to: string): boolean {
  if (from === to || roomOf(`src/${from}`) === 'index.ts') return true;
  if (sisters.some((group) => group.includes(from) && group.includes(to))) return false;
  return rooms.indexOf(to as (typeof rooms)[number]) < rooms.indexOf(from as (typeof rooms)[number]);
}

/** Packages that only one file may import, so that a change of library is a change of one file. */
const soleImporters: Readonly<Record<string, string>> = {
  'js-yaml': 'src/load/yaml-events.ts',
  semver: 'src/base/versions.ts',
  'ts-morph': 'src/generate/targets/typescript/print-modules.ts',
  'fastest-levenshtein': 'src/base/words.ts',
  minisearch: 'src/render/site/client/search.ts',
};

describe('the house', () => {
  it('lets data flow one way', () => {
    const wrong = sources.flatMap(({ file, files }) => files.filter((to) => !mayImport(roomOf(file), roomOf(to))).map((to) => `${file} -> ${to}`));
    expect(wrong).toEqual([]);
  });

  it('imports the public names into no room', () => {
    expect(sources.filter(({ files }) => files.includes('src/index.ts')).map(({ file }) => file)).toEqual([]);
  });

  it('knows each library in one file', () => {
    const importers = Object.keys(soleImporters).map((name) => [name, sources.filter(({ packages }) => packages.includes(name)).map(({ file }) => file)]);
    expect(Object.fromEntries(importers)).toEqual(Object.fromEntries(Object.entries(soleImporters).map(([name, file]) => [name, [file]])));
  });

  it('reads the compiled validators in one file', () => {
    const readers = sourcesBelow('src').filter((file) => readFileSync(join(root, file), 'utf8').includes('generated/validators'));
    expect(readers).toEqual(['src/load/compiled-validators.ts']);
  });

  it('never imports the validator library at run time: its code is compiled beforehand', () => {
    expect(sources.filter(({ packages }) => packages.some((name) => name.startsWith('ajv'))).map(({ file }) => file)).toEqual([]);
  });

  it('compiles schemas in one file of the tools', () => {
    const importers = sourcesBelow('tools').map(importsOf).filter(({ packages }) => packages.some((name) => name.startsWith('ajv')));
    expect(importers.map(({ file }) => file)).toEqual(['tools/schema/validators.ts']);
  });

  it('speaks to git in one folder, to ssh-keygen and to a browser in one file each, and to the disk and the process where that is allowed', () => {
    const users = (name: string): readonly string[] => sources.filter(({ packages }) => packages.includes(name)).map(({ file }) => file);
    expect(users('node:child_process').filter((file) => !file.startsWith('src/load/git/'))).toEqual(['src/cli/ledger/ssh-keygen.ts', 'src/cli/render/browser-page.ts']);
    expect(users('node:fs').every((file) => file.startsWith('src/load/') || file.startsWith('src/cli/'))).toBe(true);
  });
});

describe('what validate loads', () => {
  const byFile = new Map(sources.map((each) => [each.file, each]));

  /** What is read when the file is, or with its types, what it knows. */
  function closureOf(entry: string, by: 'files' | 'loaded' = 'files'): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
    const files = new Set([entry]);
    const packages = new Set<string>();
    for (const file of files) {
      for (const next of byFile.get(file)?.[by] ?? []) files.add(next);
      for (const name of byFile.get(file)?.packages ?? []) packages.add(name);
    }
    return { files, packages };
  }

  it.each(['src/cli/start.ts', 'src/cli/commands/validate.ts', 'src/validate/validate.ts', 'src/index.ts'])('%s never reaches a heavy library', (entry) => {
    const { packages } = closureOf(entry);
    expect([...packages].filter((name) => ['ts-morph', 'mermaid', 'simple-git', 'typescript', 'ajv', '@clack/prompts', 'minisearch'].includes(name))).toEqual([]);
  });

  it.each(['src/cli/start.ts', 'src/cli/commands/prove.ts'])('%s reaches nothing that compares, remembers or generates', (entry) => {
    const reached = new Set([...closureOf(entry, 'loaded').files].map(roomOf));
    expect(['audit', 'control', 'diff', 'generate'].filter((room) => reached.has(room))).toEqual([]);
  });

  it('the command does not load the comment-keeping YAML library before it formats', () => {
    expect([...closureOf('src/cli/start.ts').packages]).not.toContain('yaml');
  });
});
