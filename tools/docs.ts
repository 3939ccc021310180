/** Writes the documentation that follows from the code. `--check` tells what is stale and writes nothing. */
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateRulesByCode } from '../src/control/rules/index.js';
import { kindsBySubject } from '../src/diff/kinds/index.js';
import { registers } from '../src/generate/registers.js';
import { targets } from '../src/generate/targets/index.js';
import { rules } from '../src/validate/rules/index.js';
import { changePages } from './docs/change-pages.js';
import { commandPage } from './docs/command-page.js';
import { languagePages } from './docs/language-pages.js';
import { registerSchemas } from './docs/register-schemas.js';
import { rulePages } from './docs/rule-pages.js';
import { targetPages } from './docs/target-pages.js';
import { targetSettings } from './docs/target-settings.js';
import { committedFiles } from './generate.js';
import { isStale, writeGenerated, type GeneratedFile } from './generated-file.js';
import { root } from './root.js';
import { readLanguage } from './schema/read-language.js';

const generatedFolders = ['docs/rules', 'docs/changes', 'docs/language', 'docs/targets'] as const;

/** Every page that is written from the code. */
export function documentation(): readonly GeneratedFile[] {
  return [...rulePages(rules, gateRulesByCode), ...changePages(kindsBySubject), ...languagePages(readLanguage(root)), ...targetPages(targets), targetSettings(targets), ...registerSchemas(registers), commandPage()];
}

/** Paths whose content on disk is not what the code says, and pages that belong to nothing. */
export function stalePages(files: readonly GeneratedFile[]): readonly string[] {
  const stale = files.filter(isStale).map(({ path }) => path);
  const expected = new Set(files.map(({ path }) => path));
  return [...stale, ...orphans(expected)];
}

function orphans(expected: ReadonlySet<string>): readonly string[] {
  return generatedFolders.flatMap((folder) => listFolder(folder).map((name) => `${folder}/${name}`)).filter((path) => !expected.has(path));
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(resolve(root, folder));
  } catch {
    return [];
  }
}

function main(): void {
  const files = [...documentation(), ...committedFiles()];
  const stale = stalePages(files);
  if (process.argv.includes('--check')) {
    for (const path of stale) process.stderr.write(`${path} is stale: run npm run docs\n`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const path of orphans(new Set(files.map((file) => file.path)))) rmSync(resolve(root, path));
  for (const file of files) if (stale.includes(file.path)) writeGenerated(file);
  process.stdout.write(`${stale.length} pages written, ${files.length - stale.length} were fresh.\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
