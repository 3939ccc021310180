import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

interface Published {
  readonly $id: string;
  readonly properties: { readonly format?: { readonly const: string } };
}

const published = ['input', 'output'].flatMap((folder) => filesBelow(join(root, 'schemas', folder)).map((file) => ({ file, schema: JSON.parse(readFileSync(join(root, 'schemas', folder, file), 'utf8')) as Published })));
const formatOf = ({ schema }: (typeof published)[number]): string | undefined => schema.properties.format?.const;

describe('the JSON that is printed or read', () => {
  it('has a published schema, whatever its format', () => {
    const sources = filesBelow(join(root, 'src')).filter((file) => file.endsWith('.ts') && !file.includes('generated/'));
    const written = sources.flatMap((file) => readFileSync(join(root, 'src', file), 'utf8').match(/\bwaymark-[a-z-]+\/\d+\b/g) ?? []);
    expect([...new Set(written)].sort()).toEqual(published.map(formatOf).sort());
  });

  it.each(published)('is described by `waymark schema`: $file', async ({ file, schema }) => {
    const run = await waymark(folderWith({}), ['schema', file.replace('.schema.json', '')]);
    expect([run.code, JSON.parse(run.out)]).toEqual([0, schema]);
  });

  it.each(filesBelow(join(root, 'schemas/registers')))('is described by `waymark schema`: registers/%s', async (file) => {
    const run = await waymark(folderWith({}), ['schema', `registers/${file.replace('.schema.json', '')}`]);
    expect([run.code, run.out]).toEqual([0, readFileSync(join(root, 'schemas/registers', file), 'utf8')]);
  });

  it('is a baseline as its schema has it', async () => {
    const folder = folderWith({ ...exampleFiles, 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: claims\n', 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: told\ntitle: Told\nversion: 1.0.0\nstatus: active\nowner: nobody-here\n' });
    await waymark(folder, ['validate', '--baseline', 'known.json', '--update-baseline']);
    const baseline = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as { readonly findings: readonly object[] };
    const isDescribed = new Ajv2020({ strict: true, allErrors: true }).compile(published.find(({ file }) => file === 'baseline.schema.json')!.schema);
    expect([isDescribed(baseline), isDescribed.errors]).toEqual([true, null]);
    expect(baseline.findings.length).toBeGreaterThan(1);
  });
});
