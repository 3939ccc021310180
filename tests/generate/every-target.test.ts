import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOtherOrders, withOtherKeyOrders } from '../../src/generate/check/shuffles.js';
import { generate } from '../../src/generate/generate.js';
import { targets } from '../../src/generate/targets/index.js';
import { diskTree } from '../../src/load/file-tree.js';
import { loadDocuments, type LoadedFiles } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { root } from '../support/imports.js';
import { example, examples, generated } from './generated.js';
import { digestsOfExamples } from './print-digests.js';

/** What is written on this machine, in a process of its own. */
function digestsIn(environment: { readonly TZ: string; readonly LC_ALL: string }): string {
  return execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tests/generate/print-digests.ts')], { cwd: root, encoding: 'utf8', env: { ...process.env, ...environment, LANG: environment.LC_ALL } });
}

describe('every target', () => {
  it('writes the same bytes in three time zones and two locales', async () => {
    const here = await digestsOfExamples();
    const places = [{ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }, { TZ: 'America/St_Johns', LC_ALL: 'C' }, { TZ: 'UTC', LC_ALL: 'tr_TR.UTF-8' }];
    expect(places.map(digestsIn)).toEqual(places.map(() => here));
  }, 120_000);

  it.each(examples)('writes the same bytes of %s, in whatever order its files are read and their fields are written', async (name) => {
    const files = loadDocuments(diskTree(join(root, 'journeys', name)), '', name);
    const said = async (loaded: LoadedFiles, id: string): Promise<unknown> => {
      const { files: written, losses } = await generated(buildWorkspace(loaded), id);
      return { id, files: written.map(({ path, content }) => [path, content]), losses };
    };
    const others = [...inOtherOrders(files), ...withOtherKeyOrders(files)];
    expect(others.length).toBeGreaterThan(5);
    for (const { id } of targets) {
      const usual = await said(files, id);
      for (const other of others) expect(await said(other, id)).toEqual(usual);
    }
  }, 120_000);

  it.each(targets.map((target) => [target.id, target] as const))('%s has a page of its own, settings with words, and tells what it leaves out in sentences', async (_, target) => {
    expect(target.summary).toMatch(/^[^.]{10,160}$/);
    expect(target.limits).toMatch(/^[A-Z].*\.$/);
    expect(target.description.length).toBeGreaterThan(150);
    expect(Object.values(target.options).filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
    for (const name of examples) {
      const { losses, files } = await generated(example(name), target.id);
      expect(losses.filter(({ reason }) => !/^[A-Z`].*\.$/s.test(reason))).toEqual([]);
      expect(files.filter(({ content }) => content === '' || !content.endsWith('\n'))).toEqual([]);
    }
  });

  it.each(targets.filter(({ carries }) => carries.some((field) => field.startsWith('Journey.'))).map(({ id }) => id))('%s tells why a variant differs as lost, and no more of its changes', async (id) => {
    const { losses } = await generated(example('parcel'), id);
    const changes = losses.filter(({ subject, field }) => subject === 'journey:delivery-exception-fi' && field.startsWith('overlay'));
    expect(changes.filter(({ field, sort }) => field !== 'overlay.reason' || sort !== 'limit')).toEqual([]);
  });

  it('tells of the examples as cases only what somebody could mend or accept, so that --fail-on-loss can be switched on', async () => {
    const fields = async (name: (typeof examples)[number], id: string): Promise<readonly string[]> => [...new Set((await generated(example(name), id)).losses.filter(({ sort }) => sort === 'case').map(({ subject, field }) => `${id}: ${subject.split(':')[0]} ${field}`.trim()))];
    const told = await Promise.all(examples.flatMap((name) => targets.map(({ id }) => fields(name, id))));
    expect([...new Set(told.flat())].toSorted()).toEqual([
      'alertmanager: sla escalation',
      'alertmanager: team roles.contact',
      'alertmanager: team roles.delegate',
      'codeowners: directory owner',
      'codeowners: journey owner',
      'codeowners: policy approvals.compatible.all',
      'codeowners: policy approvals.kinds.add',
      'codeowners: sla owner',
      'openslo: journey stages',
      'openslo: system',
      'openslo: system objectives',
      'prometheus: system',
      'prometheus: system objectives',
    ]);
  });

  it.each(targets.map(({ id }) => id))('%s writes of an empty workspace without a fault', async (id) => {
    const empty = buildWorkspace({ ...loadDocuments(diskTree(join(root, 'journeys', 'parcel')), '', 'parcel'), documents: [] });
    expect(await generate(empty, id)).toMatchObject({ target: id, losses: [] });
  });
});
