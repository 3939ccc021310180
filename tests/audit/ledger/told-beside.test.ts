import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, it } from 'vitest';
import { markdownText } from '../../../src/base/escape/markdown.js';
import { waymark, type Run } from '../../cli/harness.js';
import { newRepository, workspace, type TestRepository } from '../../support/git-repository.js';
import { root } from '../../support/imports.js';
import { active, promise } from '../past.js';
import { approval, team } from './sealed-repository.js';

let made: TestRepository;
let sealed: Run;

/** A promise that another document hides, and two Records that are not any more what was merged. */
beforeAll(async () => {
  made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims', '1.0.0'), 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
  made.commit({ 'claims.yaml': team('claims', '1.1.0', 'active', 'Claims desk'), 'first.yaml': approval('first', 'claims@1.1.0'), 'second.yaml': approval('second', 'claims@1.1.0'), 'third.yaml': approval('third', 'claims@1.1.0'), 'other.yaml': approval('other', 'claims@9.9.9') });
  made.commit({ 'first.yaml': null, 'second.yaml': approval('second', 'claims@9.9.9'), 'other.yaml': null });
  made.commit({ 'hides.yaml': promise('one', '1.0.1', active('2026-02-01')) });
  made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-03-01'), '5d') });
  sealed = await waymark(made.folder, ['ledger', 'seal']);
});

const flat = (text: string): string => text.replaceAll('\\', '').replace(/\s+/g, ' ');
const at = (ref: string): string => made.git('rev-parse', ref).slice(0, 12);

function expected(): readonly string[] {
  return [
    `Since 2026-01-01 (${at('HEAD~1')}) several documents bear the id \`sla:one\`. The one in \`hides.yaml\` counts, and what stands in \`one.yaml\` is not told. Give each an id of its own, or delete all but one.`,
    'What does not count was not released and stands in no entry.',
    `Entries name the Record \`first\` among those who agreed. That is what the Record said when it was merged. It is gone: it left the workspace on 2026-01-01 (${at('HEAD~2')})`,
    `Entries name the Record \`second\` among those who agreed. That is what the Record said when it was merged. It is another one by now: it was changed on 2026-01-01 (${at('HEAD~2')})`,
  ];
}

it.each(['seal', 'verify', 'export'] as const)('what an id hides, and Records that were touched after somebody relied on them, are told by %s', async (verb) => {
  if (verb === 'export') await waymark(made.folder, ['ledger', 'export', '--out', 'bundle']);
  const text = flat(verb === 'seal' ? sealed.out : verb === 'verify' ? (await waymark(made.folder, ['ledger', 'verify'])).out : readFileSync(join(made.folder, 'bundle/README.md'), 'utf8'));
  for (const sentence of expected()) expect(text).toContain(flat(verb === 'export' ? markdownText(sentence) : sentence));
  expect(text).not.toMatch(/the Record \S*(?:third|other)\b/);
});

it('for programs as well', async () => {
  const { out } = await waymark(made.folder, ['ledger', 'verify', '-f', 'json']);
  const results = JSON.parse(out) as object;
  expect(results).toMatchObject({ sound: true, branch: {
    doubled: [{ subject: 'sla:one', isOver: false, message: expect.stringContaining('`hides.yaml` counts') as string }],
    records: [{ record: 'first', is: 'gone', commit: made.git('rev-parse', 'HEAD~2') }, { record: 'second', is: 'changed', commit: made.git('rev-parse', 'HEAD~2') }],
  } });
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/ledger.schema.json'), 'utf8')) as object);
  expect([validate(results), validate.errors]).toEqual([true, null]);
});
