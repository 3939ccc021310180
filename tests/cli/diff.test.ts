import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { newRepository, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { journeyTexts } from '../support/journey-texts.js';
import { folderWith, waymark, type Run } from './harness.js';

const settlement = 'slas/motor-claim-settlement.yaml';
const insurance = journeyTexts('insurance');

/** A repository with the insurance workspace, and one commit on top of it. */
function repository(edit: (text: string) => string, path = settlement): TestRepository {
  const made = newRepository();
  made.commit(insurance, 'As it was');
  made.commit({ [path]: edit(insurance[path]!) }, 'As it is');
  return made;
}

const loosened = (text: string): string => text.replace('{within: 10d, percent: 90', '{within: 12d, percent: 90');

interface Report {
  readonly counts: { readonly [level: string]: number };
  readonly workspaces: readonly { readonly unread: readonly { readonly side: string; readonly count: number }[]; readonly changes: readonly { readonly kind: string; readonly level: string; readonly before?: object; readonly after?: object }[] }[];
}

async function compared(folder: string, ...args: readonly string[]): Promise<Report> {
  const { out, err } = await waymark(folder, ['diff', ...args, '--format', 'json']);
  expect(err).toBe('');
  return JSON.parse(out) as Report;
}

const kindsOf = ({ workspaces }: Report): readonly string[] => workspaces.flatMap(({ changes }) => changes.map(({ kind }) => kind));

describe('waymark diff', () => {
  it('says in plain words what differs, whom it may harm, and where it stands', async () => {
    const { folder } = repository(loosened);
    const { code, out, err } = await waymark(folder, ['diff', 'main~1', 'main', '--no-color']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('breaking');
    expect(out).toContain('sla-target-loosened');
    expect(out).toContain('May harm customers');
    expect(out).toContain(`${settlement}:`);
    expect(out).toMatch(/Changes from main~1 \([0-9a-f]{12}\) to main \([0-9a-f]{12}\): 1 breaking change/);
  });

  it('finds the same in folders, in commits and in the files as they lie here', async () => {
    const { folder } = repository(loosened);
    const before = folderWith(insurance);
    const expected = ['promise-slack-added', 'promise-slack-added', 'sla-target-loosened'];
    expect(kindsOf(await compared(folder, 'main~1', 'main'))).toEqual(expected);
    expect(kindsOf(await compared(folder, 'main~1'))).toEqual(expected);
    expect(kindsOf(await compared(folder, before, '.'))).toEqual(expected);
    expect(kindsOf(await compared(folder, `main~1:${settlement}`, `main:${settlement}`))).toEqual(['sla-target-loosened']);
    expect((await waymark(folder, ['diff', 'main~1:kpis', 'main:kpis'])).err).toContain('has a workspace');
  });

  it.each([['empty.yaml', ''], ['notes.md', 'hello\n'], ['settings.yaml', 'level: 1\n']])('compares nothing with %s, which holds no document, instead of calling it unchanged', async (name, text) => {
    const folder = folderWith({ [name]: text, 'promise.yaml': insurance[settlement]! });
    for (const pair of [[name, 'promise.yaml'], ['promise.yaml', name], [name, name]]) {
      expect(await waymark(folder, ['diff', ...pair])).toEqual({ code: 3, out: '', err: expect.stringContaining(`${name} holds no document of Waymark to compare`) as string });
    }
  });

  it('compares two files of one workspace as the files that they are', async () => {
    const [copy, another] = ['slas/a-copy.yaml', 'slas/motor-claim-settlement-v3.yaml'];
    const made = newRepository();
    made.commit({ ...insurance, [copy]: loosened(insurance[settlement]!), [another]: insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 9d, percent: 90') });
    expect(kindsOf(await compared(made.folder, settlement, copy))).toEqual(['sla-target-loosened']);
    expect(kindsOf(await compared(made.folder, copy, settlement))).toEqual(['sla-target-tightened']);
    expect(kindsOf(await compared(made.folder, copy, another))).toEqual(['sla-target-tightened']);
    expect(kindsOf(await compared(made.folder, `HEAD:${settlement}`, `HEAD:${copy}`))).toEqual(['sla-target-loosened']);
    expect(kindsOf(await compared(made.folder, `HEAD:${settlement}`, copy))).toEqual(['sla-target-loosened']);
    expect(kindsOf(await compared(repository(loosened).folder, settlement, 'kpis/claim-csat.yaml')).toSorted()).toEqual(['spec-activated', 'spec-deleted']);
  });

  it('compares with the commit at which the branch parted from main, unless another is named', async () => {
    const made = newRepository();
    made.commit(insurance);
    made.git('checkout', '-q', '-b', 'proposal');
    made.commit({ [settlement]: loosened(insurance[settlement]!) });
    made.git('checkout', '-q', 'main');
    made.commit({ 'kpis/claim-csat.yaml': insurance['kpis/claim-csat.yaml']!.replace('value: 78', 'value: 79') });
    made.git('checkout', '-q', 'proposal');
    expect(kindsOf(await compared(made.folder))).toEqual(['promise-slack-added', 'promise-slack-added', 'sla-target-loosened']);
    expect(kindsOf(await compared(made.folder, 'main'))).toHaveLength(4);
  });

  it('says nothing of comments, quotes, the order of keys and line ends', async () => {
    const rewritten = (text: string): string => `# A comment\n${text}`.replace('type: sla', 'type: "sla"').replaceAll('\n', '\r\n');
    const { folder } = repository(rewritten);
    expect(kindsOf(await compared(folder, 'main~1', 'main'))).toEqual([]);
    expect((await waymark(folder, ['diff', 'main~1', 'main', '-q'])).out).toBe('');
    expect((await waymark(folder, ['diff', 'main~1', 'main', '--no-color'])).out).toMatch(/: no changes\n$/);
  });

  it('tells once what one edit changes in a journey and in its variants', async () => {
    const { folder } = repository((text) => text.replace('title: Customer reports the accident', 'title: Customer tells us'), 'journeys/motor-claim.yaml');
    expect(kindsOf(await compared(folder, 'main~1', 'main'))).toEqual(['step-title-changed', 'step-title-changed']);
    const { out } = await waymark(folder, ['diff', 'main~1', 'main', '--no-color']);
    expect(out.match(/step-title-changed/g)).toHaveLength(1);
    expect(out.replace(/\n {4}/g, ' ')).toContain('The same in `journey:motor-claim-at`.');
  });

  it('fails from the level on that is asked for, and else never', async () => {
    const { folder } = repository(loosened);
    const codeOf = async (...args: readonly string[]): Promise<number> => (await waymark(folder, ['diff', 'main~1', 'main', ...args])).code;
    expect([await codeOf(), await codeOf('--fail-on', 'breaking'), await codeOf('--fail-on', 'editorial')]).toEqual([0, 1, 1]);
    const { folder: reworded } = repository((text) => text.replace(/^title: .*$/m, 'title: Another title'));
    const reworder = async (...args: readonly string[]): Promise<number> => (await waymark(reworded, ['diff', 'main~1', 'main', ...args])).code;
    expect([await reworder('--fail-on', 'breaking'), await reworder('--fail-on', 'compatible'), await reworder('--fail-on', 'editorial')]).toEqual([0, 0, 1]);
  });

  it('tells of documents that cannot be read, and fails where they come with the later version', async () => {
    const { folder } = repository((text) => text.replace('type: sla', 'tpye: sla'));
    const { code, out } = await waymark(folder, ['diff', 'main~1', 'main', '--no-color']);
    expect(code).toBe(1);
    expect(out).toContain('1 document of the head cannot be read');
    expect(await compared(folder, 'main~1', 'main')).toMatchObject({ workspaces: [{ unread: [{ side: 'head', count: 1 }] }] });
    expect((await waymark(folder, ['diff', 'main', 'main~1'])).code).toBe(0);
  });

  it('prints every format, and the published schema describes the JSON', async () => {
    const { folder } = repository(loosened);
    const run = (format: string): Promise<Run> => waymark(folder, ['diff', 'main~1', 'main', '--format', format]);
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/changes.schema.json'), 'utf8')) as object);
    validate(JSON.parse((await run('json')).out));
    expect(validate.errors ?? []).toEqual([]);
    expect((await run('markdown')).out).toContain('**1 breaking change**');
    expect((await run('github')).out).toMatch(new RegExp(`^::warning file=${settlement},line=\\d+`, 'm'));
    for (const format of ['gitlab', 'sarif', 'junit']) expect((await run(format)).out).toContain('sla-target-loosened');
  });

  it('refuses what names no version, with the next step', async () => {
    const { folder } = repository(loosened);
    for (const name of ['--output=x', 'nowhere', '^HEAD', '@{-1}', 'main..main~1', 'main~9']) {
      const { code, out, err } = await waymark(folder, ['diff', '--', name]);
      expect([name, code, out]).toEqual([name, 3, '']);
      expect(err).toMatch(/^waymark: .+\n$/);
    }
    const empty = newRepository();
    empty.commit({ 'readme.md': 'x' });
    expect((await waymark(empty.folder, ['diff', 'HEAD', 'HEAD'])).err).toContain('waymark.yaml');
  });
});
