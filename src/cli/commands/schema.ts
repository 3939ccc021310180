import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { didYouMean, listOf } from '../../base/words.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { packageRoot } from '../tool.js';
import { insideFolder, writeFileWhole, type Artifact } from '../write-artifacts.js';

const suffix = '.schema.json';

/** Schemas of what commands print as JSON, of the JSON that they read, and of the tables that `generate` writes. */
const outputs: readonly string[] = ['benchmark', 'bumps', 'changelog', 'changes', 'drawing', 'due', 'findings', 'generation', 'history', 'in-force', 'ledger', 'proof', 'review', 'rules'];
const inputs: readonly string[] = ['baseline', 'host'];
const registers = 'registers/';

/** `waymark schema`: the JSON Schemas of the language and of the output. */
export function addSchema(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a kind, or write them all')
    .description('Prints the JSON Schema of a kind of document, or writes all of them to a folder, for editors and other tools.')
    .argument('[kind]', 'journey, sla, ...; `waymark` for any kind, `findings`, `changes`, `bumps`, `changelog`, `history`, `benchmark`, `due`, `in-force`, `review`, `proof`, `drawing`, `generation`, `rules` and `ledger` for the JSON output; `host` and `baseline` for the JSON that is read; `registers/raci` and such for the tables that `generate` writes')
    .option('--write <dir>', 'write every schema of the language to this folder')
    .action((kind: string | undefined, { write }: { readonly write?: string }) => finish(schema(console, kind, write)));
}

function schema(console: Console, kind: string | undefined, folder: string | undefined): ExitCode {
  if (folder !== undefined) writeAll(console, folder);
  else if (kind === undefined) console.print(`${schemaNames().join('\n')}\n`);
  else console.print(readSchema(kind));
  return exitCodes.clean;
}

function writeAll(console: Console, folder: string): void {
  const target = insideFolder(console.folder, folder);
  for (const { path, content } of languageSchemas()) writeFileWhole(insideFolder(target, path), content);
  console.print(`Wrote ${languageSchemas().length} schemas to ${folder}.\n`);
}

/** Every schema of the language, as files. */
export function languageSchemas(): readonly Artifact[] {
  return schemaNames()
    .filter((name) => folderOf(name) === '' && !name.startsWith(registers))
    .map((name) => ({ path: `${name}${suffix}`, content: readSchema(name) }));
}

function schemaNames(): readonly string[] {
  return [...namesIn(''), ...outputs, ...inputs, ...namesIn(registers)];
}

function namesIn(folder: string): readonly string[] {
  const files = readdirSync(new URL(`schemas/${folder}`, packageRoot)).filter((name) => name.endsWith(suffix));
  return files.map((name) => `${folder}${name.slice(0, -suffix.length)}`).sort();
}

function readSchema(kind: string): string {
  const name = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  if (!schemaNames().includes(name)) throw new Failure(exitCodes.usage, `There is no schema \`${kind}\`. ${didYouMean(name, schemaNames()) || `There are ${listOf(schemaNames())}.`}`);
  return readFileSync(new URL(`schemas/${folderOf(name)}${name}${suffix}`, packageRoot), 'utf8');
}

/** Where its file lies; those of the language lie at the top. */
function folderOf(name: string): string {
  return outputs.includes(name) ? 'output/' : inputs.includes(name) ? 'input/' : '';
}
