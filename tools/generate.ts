/** Writes what is derived from the interfaces in `src/schema/kinds`. `--check` fails instead of writing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyKindSchema, fileName, kindSchema } from './schema/json-schema.js';
import { changeSource, languageSource } from './schema/language-source.js';
import { typeList } from './schema/type-list.js';
import { readLanguage } from './schema/read-language.js';
import { validatorSource } from './schema/validators.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Every generated file that is committed, so that a test can compare them with the disk. */
export function committedFiles(): readonly GeneratedFile[] {
  const declared = readLanguage(root);
  const schemas = declared.language.kinds.map((kind) => ({ path: `schemas/${fileName(kind)}`, content: pretty(kindSchema(declared, kind, 'published')) }));
  return [
    ...schemas,
    { path: 'schemas/waymark.schema.json', content: pretty(anyKindSchema(declared)) },
    { path: 'src/schema/generated/language-table.ts', content: languageSource(declared) },
    { path: 'src/schema/generated/change-table.ts', content: changeSource(declared) },
    { path: 'src/schema/generated/types.ts', content: typeList(root) },
  ];
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function main(): Promise<void> {
  const declared = readLanguage(root);
  const files = [...committedFiles(), { path: 'src/schema/generated/validators.cjs', content: await validatorSource(declared) }];
  for (const { path, content } of files) write(resolve(root, path), content);
}

function write(path: string, content: string): void {
  if (readIfPresent(path) === content) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
