import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a source file imports: files of the project by path, packages by name. */
export interface Imports {
  readonly file: string;
  readonly files: readonly string[];
  /** Those of the files that are read when the program runs, because not only types are taken from them. */
  readonly loaded: readonly string[];
  readonly packages: readonly string[];
}

/** The static imports of a file; types count too, because they say who knows whom. */
export function importsOf(file: string): Imports {
  const source = ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const all = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? [{ name: moduleSpecifier.text, isTypeOnly: isTypeOnly(statement) }] : [];
  });
  const local = all.filter(({ name }) => name.startsWith('.')).map((each) => ({ ...each, path: relative(root, resolve(root, dirname(file), each.name.replace(/\.js$/, '.ts'))) }));
  return {
    file,
    files: local.map(({ path }) => path),
    loaded: local.filter((each) => !each.isTypeOnly).map(({ path }) => path),
    packages: all.flatMap(({ name }) => (name.startsWith('.') ? [] : [name])),
  };
}

/** The bundler drops a statement of which every name is a type. */
function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  const named = clause.namedBindings;
  return clause.isTypeOnly || (clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly));
}

/** Every source file below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return listTypeScript(folder);
}

function listTypeScript(folder: string): readonly string[] {
  return ts.sys.readDirectory(resolve(root, folder), ['.ts']).map((path) => relative(root, path)).sort();
}

