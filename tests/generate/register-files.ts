import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../src/base/json.js';
import type { Generation } from '../../src/generate/generate.js';
import { cellText } from '../../src/generate/text/csv.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';
import { contentOf } from './generated.js';

/** The documents of an example workspace of a kind, as they are written. */
export function writtenDocuments(name: string, kind: string): readonly JsonObject[] {
  const folder = join(root, 'journeys', name);
  const texts = filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => readFileSync(join(folder, path), 'utf8'));
  return texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as JsonObject)).filter((document) => document['kind'] === kind);
}

export type Row = { readonly [column: string]: string | number | readonly string[] | undefined };

/** The rows of a register, as a program reads them. */
export function rowsOf(generation: Generation, register: string): readonly Row[] {
  return (JSON.parse(contentOf(generation, `${register}.json`)) as { rows: Row[] }).rows;
}

/** CSV as Python reads it, without our apostrophes; every file of a list in one go. */
export function readCsv(texts: readonly string[], separator = ','): readonly (readonly (readonly string[])[])[] {
  const script = 'import csv, io, json, sys\nprint(json.dumps([list(csv.reader(io.StringIO(text, newline=""), delimiter=sys.argv[1], strict=True)) for text in json.load(sys.stdin)]))';
  const read = JSON.parse(execFileSync('python3', ['-c', script, separator], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1e9 })) as string[][][];
  return read.map((rows) => rows.map((row) => row.map(cellText)));
}

const ajv = new Ajv2020({ allErrors: true, strict: true });

/** What the published schema says against a JSON file. */
export function complaintsAboutFile(generation: Generation, register: string): unknown {
  const schema = JSON.parse(readFileSync(join(root, `schemas/registers/${register}.schema.json`), 'utf8')) as { $id: string };
  const check = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  check(JSON.parse(contentOf(generation, `${register}.json`)));
  return check.errors;
}
