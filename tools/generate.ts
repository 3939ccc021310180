/** Writes what is derived from the interfaces in `src/schema/kinds`, and the files that a site brings along. */
import { fileURLToPath } from 'node:url';
import { isStale, writeGenerated, type GeneratedFile } from './generated-file.js';
import { root } from './root.js';
import { anyKindSchema, fileName, kindSchema } from './schema/json-schema.js';
import { changeSource, languageSource } from './schema/language-source.js';
import { typeList } from './schema/type-list.js';
import { readLanguage } from './schema/read-language.js';
import { validatorSource } from './schema/validators.js';
import { siteAssetSource } from './site-assets.js';

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
  const files = [...committedFiles(), { path: 'src/schema/generated/validators.cjs', content: await validatorSource(declared) }, { path: 'src/render/site/generated/assets.ts', content: await siteAssetSource() }];
  for (const file of files) if (isStale(file)) writeGenerated(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
