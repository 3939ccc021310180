import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a source file imports: files of the project by path, packages by name. */
export interface Imports {
  readonly file: string;
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** The static imports of a file; types count too, because they say who knows whom. */
export function importsOf(file: string): Imports {
  const source = ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const names = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
  const local = names.filter((name) => name.startsWith('.'));
  return {
    file,
    files: local.map((name) => relative(root, resolve(root, dirname(file), name.replace(/\.js$/, '.ts')))),
    packages: names.filter((name) => !name.startsWith('.')),
  };
}

/** Every source file below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return listTypeScript(folder);
}

function listTypeScript(folder: string): readonly string[] {
  return ts.sys.readDirectory(resolve(root, folder), ['.ts']).map((path) => relative(root, path)).sort();
}

