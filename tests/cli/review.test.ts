import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { newFolder, newRepository, team, workspace, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark, type Run } from './harness.js';

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const catalog = 'data/claims-data.yaml';

/** A customer is promised less, in Austria as well, and bank accounts are kept shorter: the one breaks a promise, the other is regulated. */
const proposal = {
  [settlement]: insurance[settlement]!.replace(/^effective: .*$/m, 'effective: {from: 2026-12-10}').replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0'),
  [catalog]: insurance[catalog]!.replace(/^effective: .*$/m, 'effective: {from: 2026-12-10}').replace(/(id: iban.*period: )P13M/, '$1P12M').replace('version: 3.0.0', 'version: 3.1.0'),
};
const record = {
  'records/change-2026-090.yaml': `apiVersion: waymark/v1
kind: Record
id: change-2026-090
title: Bank accounts are kept for twelve months
type: change
date: 2026-11-05
by: [data-office#lead]
subject: [claims-data@3.1.0]
levels: [compatible]
regulated: true
impact: {customersPerYear: 18200, systems: [claims-core], training: none, harmed: none}
effective: {from: 2026-12-10}
outcome: proposed
`,
};

const deciders = ['a-huber', 'c-vogel', 'j-peters', 'l-gruber', 'm-okafor', 'q-reiter', 'y-amari'];

interface Proposed {
  readonly repository: TestRepository;
  readonly base: string;
  readonly head: string;
}

function proposed(...commits: readonly { readonly [path: string]: string | null }[]): Proposed {
  const repository = newRepository();
  const base = repository.commit(insurance);
  repository.git('checkout', '-q', '-b', 'proposal');
  const heads = commits.map((files) => repository.commit(files));
  return { repository, base, head: heads.at(-1)! };
}

interface Said {
  readonly author?: string;
  readonly committers?: readonly string[];
  readonly approvals?: readonly { readonly login: string; readonly commit?: string; readonly state?: string; readonly at?: string }[];
  readonly base?: string;
  readonly head?: string;
}

const all = deciders.map((login) => ({ login }));

/** Reviews with the host's word; by default everybody who decides has approved the last commit. */
async function reviewed({ repository, base, head }: Proposed, said: Said = {}, ...args: readonly string[]): Promise<Run> {
  const { author = 's-lang', committers = [author], approvals = all } = said;
  const host = { format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: said.base ?? base, head: said.head ?? head, author, committers, approvals: approvals.map((each) => ({ commit: head, state: 'approved', at: '2026-11-21T10:00:00Z', ...each })) };
  const file = join(newFolder(), 'host.json');
  writeFileSync(file, JSON.stringify(host));
  return waymark(repository.folder, ['review', 'main', 'proposal', '--host', file, '--no-color', ...args]);
}

const missing = ({ out }: Run): readonly string[] => [...out.replace(/\n {4}/g, ' ').matchAll(/^ {2}- `[^`]+` \(([^)]+)\) has to agree/gm)].map(([, login]) => login!);

describe('waymark review', () => {
  it('says who has to agree, by name, and which Record is missing', async () => {
    const { repository } = proposed(proposal);
    const run = await waymark(repository.folder, ['review', 'main', 'proposal', '--no-color']);
    expect({ code: run.code, err: run.err }).toEqual({ code: 4, err: '' });
    expect(run.out.split('\n')[0]).toBe('Not ready to merge: 7 approvals missing and 1 Record missing. Who has agreed is not verified, because the code host was not asked.');
    expect([...missing(run)].sort()).toEqual(deciders);
    expect(run.out.replace(/\n {4}/g, ' ')).toContain('No new Record says why `claims-data@3.1.0` is changed');
  });

  it('is green once the Record is there and everybody has agreed, as the host says', async () => {
    const run = await reviewed(proposed({ ...proposal, ...record }));
    expect(run.out.split('\n')[0]).toMatch(/^Ready to merge: /);
    expect(run.code).toBe(0);
  });

  it('counts no word about other changes, from who wrote it, from who has taken it back, or from strangers', async () => {
    const made = proposed({ ...proposal, [settlement]: proposal[settlement]!.replace('percent: 88', 'percent: 89') }, { [settlement]: proposal[settlement]!, ...record });
    const first = made.repository.git('rev-parse', 'proposal~1');
    expect(missing(await reviewed(made, { approvals: all.map((each) => (each.login === 'q-reiter' ? { ...each, commit: first } : each)) }))).toEqual(['q-reiter']);
    expect(missing(await reviewed(made, { author: 'j-peters', committers: ['s-lang', 'j-peters'] }))).toEqual(['j-peters']);
    expect(missing(await reviewed(made, { committers: ['s-lang', 'Y-Amari'] }))).toEqual(['y-amari']);
    expect(missing(await reviewed(made, { approvals: [...all, { login: 'm-okafor', state: 'dismissed', at: '2026-11-21T11:00:00Z' }] }))).toEqual(['m-okafor']);
    expect(missing(await reviewed(made, { approvals: [...all, { login: 'm-okafor', state: 'commented', at: '2026-11-21T11:00:00Z' }] }))).toEqual([]);
    expect(missing(await reviewed(made, { approvals: [...all.slice(0, -1), { login: 'somebody' }] }))).toEqual(['y-amari']);
    expect((await reviewed(made, { approvals: all.map(({ login }) => ({ login: login.toUpperCase() })) })).code).toBe(0);
  });

  it('counts what was agreed to before something was reworded, moved or put on record', async () => {
    const reworded = { [settlement]: proposal[settlement]!.replace(/^title: .*$/m, 'title: How long a claim takes'), 'slas/motor-claim-settlement.yaml.md': 'x' };
    const made = proposed(proposal, { ...record, ...reworded });
    const first = made.repository.git('rev-parse', 'proposal~1');
    expect((await reviewed(made, { approvals: all.map((each) => ({ ...each, commit: first })) })).code).toBe(0);
    expect(missing(await reviewed(made, { approvals: all.map((each) => ({ ...each, commit: made.base })) })).toSorted()).toEqual(deciders);
  });

  it('takes no word of whoever wrote it, and that of the one who stands in', async () => {
    const made = proposed({ [settlement]: proposal[settlement]! });
    for (const committers of [['a-huber'], ['a-huber', 'else']]) expect(missing(await reviewed(made, { author: 'a-huber', committers, approvals: all.filter(({ login }) => login !== 'm-okafor') }))).toContain('a-huber');
    expect(missing(await reviewed(made, { author: 'a-huber' }))).toEqual([]);
  });

  it('is judged by the people, the Policy and the waivers that were there before', async () => {
    const people = insurance['people/claims-cx.yaml']!.replace('handles: [a-huber]', 'handles: [a-huber, s-lang-too]');
    const bought = await reviewed(proposed({ ...proposal, ...record, 'people/claims-cx.yaml': people }), { approvals: [...all.filter(({ login }) => login !== 'a-huber' && login !== 'm-okafor'), { login: 's-lang-too' }] });
    expect(missing(bought)).toContain('a-huber');
    const policy = insurance['policy/policy.yaml']!.replace(/approvals:\n(?: {2}.*\n)+/, '').replace('profile: regulated', 'profile: starter');
    expect(missing(await reviewed(proposed({ ...proposal, ...record, 'policy/policy.yaml': policy }), { approvals: [] }))).toEqual(expect.arrayContaining(deciders));
  });

  it('asks for so many of several, where the Policy says so', async () => {
    const policy = (text: string): string => text.replace('editorial: {any: 1, from: [peer]}', 'editorial: {any: 1, from: [journey-owner, compliance]}');
    const repository = newRepository();
    const base = repository.commit({ ...insurance, 'policy/policy.yaml': policy(insurance['policy/policy.yaml']!) });
    repository.git('checkout', '-q', '-b', 'proposal');
    const head = repository.commit({ 'kpis/claim-csat.yaml': insurance['kpis/claim-csat.yaml']!.replace(/^title: .*$/m, 'title: Satisfaction').replace('version: 1.0.1', 'version: 1.0.2') });
    const made = { repository, base, head };
    expect((await reviewed(made, { approvals: [] })).out.replace(/\n {4}/g, ' ')).toMatch(/1 of `data-office#lead` \(q-reiter\) or `compliance#lead` \(y-amari\) has to agree to `kpi:claim-csat` \(\d editorial changes?\)\./);
    expect((await reviewed(made, { approvals: [{ login: 'y-amari' }] })).code).toBe(0);
  });

  it('asks for a new Record with enough notice from the day of the review', async () => {
    const late = { 'records/change-2026-090.yaml': record['records/change-2026-090.yaml'].replace('from: 2026-12-10', 'from: 2026-11-30') };
    const run = await reviewed(proposed({ ...proposal, ...late }));
    expect(run.code).toBe(4);
    expect(run.out.replace(/\n {4}/g, ' ')).toContain('lets the change of `claims-data@3.1.0` take effect on 2026-11-30, and P14D of notice from today end on 2026-12-06.');
    const both = { ...late, [catalog]: proposal[catalog]!.replace(/^effective: .*$/m, 'effective: {from: 2026-11-30}') };
    expect((await reviewed(proposed({ ...proposal, ...both }), {}, '--as-of', '2026-11-10')).code).toBe(0);
  });

  it('finds versions that are too low, and findings that the change brings', async () => {
    const low = await reviewed(proposed({ [settlement]: proposal[settlement]!.replace('version: 2.0.0', 'version: 1.3.0') }));
    expect(low.code).toBe(1);
    expect(low.out.replace(/\n {4}/g, ' ')).toContain('Raise the version of `sla:motor-claim-settlement` from 1.3.0 to 2.0.0');
    const broken = await reviewed(proposed({ [settlement]: proposal[settlement]!.replace('floor: 12d', 'floor: 10d') }));
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('nobody is to wait longer than 10d');
  });

  it('lets nobody rewrite a Record', async () => {
    const path = 'records/changes.yaml';
    const run = await reviewed(proposed({ [path]: insurance[path]!.replace('harmed: none', 'harmed: nobody') }));
    expect(run.code).toBe(1);
    expect(run.out.replace(/\n {4}/g, ' ')).toContain('Records are only ever added: take this back');
    expect((await reviewed(proposed({ [path]: null }))).code).toBe(1);
  });

  it('believes no file among those that are reviewed, and none about other commits', async () => {
    const made = proposed({ ...proposal, ...record });
    writeFileSync(join(made.repository.folder, 'host.json'), '{}');
    const inside = await waymark(made.repository.folder, ['review', 'main', 'proposal', '--host', 'host.json']);
    expect([inside.code, inside.out]).toEqual([2, '']);
    const other = await reviewed(made, { head: made.base });
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('speaks of other commits')]);
    const file = join(newFolder(), 'host.json');
    for (const text of ['', '[]', '{"format": "waymark-host/2"}', '{"format": "waymark-host/1"}']) {
      writeFileSync(file, text);
      const run = await waymark(made.repository.folder, ['review', 'main', 'proposal', '--host', file]);
      expect([text, run.code, run.out]).toEqual([text, 3, '']);
      expect(run.err).toMatch(/^waymark: .*cannot be used: .+\n$/);
    }
  });

  it('shows the proof before and after, and what was written by strangers stays text', async () => {
    const made = proposed({ ...proposal, ...record, [settlement]: proposal[settlement]!.replace('{tier: gold, within: 8d', '{tier: gold, within: 9d').replace(/^title: .*$/m, 'title: "<img src=x> @everyone ::error::x"') });
    const { out } = await reviewed(made, {}, '--format', 'markdown');
    expect(out).toContain('**Promises that are proved otherwise**');
    expect(out).toMatch(/\n\| Promise \| Before \| Now \|\n\| --- \| --- \| --- \|\n(?:\| .* \|\n)*\| .*`motor-claim-settlement` of `motor-claim`\) \| proved, 2 h and 0 % left \| proved, 12 h and 0 % left \|\n/);
    expect(out.replace(/`[^`]*`/g, '')).not.toMatch(/<img|@everyone|::error/);
    for (const format of ['json', 'github', 'gitlab', 'sarif', 'junit']) expect((await reviewed(made, {}, '--format', format)).out).not.toBe('');
  });

  it('is described by the published schemas, what it prints and what it reads', async () => {
    const schema = (path: string): object => JSON.parse(readFileSync(join(root, 'schemas', path), 'utf8')) as object;
    const [output, input] = [new Ajv2020({ strict: true, allErrors: true }).compile(schema('output/review.schema.json')), new Ajv2020({ strict: true, allErrors: true }).compile(schema('input/host.schema.json'))];
    const made = proposed({ ...proposal, [settlement]: proposal[settlement]!.replace('version: 2.0.0', 'version: 1.2.0').replace('{tier: gold, within: 8d', '{tier: gold, within: 13d') });
    const printed = JSON.parse((await reviewed(made, { approvals: [] }, '--format', 'json')).out) as { readonly isReady: boolean };
    output(printed);
    expect(output.errors ?? []).toEqual([]);
    expect(printed).toMatchObject({ isReady: false, isVerified: true });
    input({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: made.base, head: made.head, author: 'a', committers: ['a'], approvals: [{ login: 'b', commit: made.head, state: 'approved', at: '2026-11-21T10:00:00Z' }] });
    expect(input.errors ?? []).toEqual([]);
  });

  it('leaves out what has been changed on the branch that it is to be merged into since they parted', async () => {
    const made = proposed({ ...proposal, ...record });
    made.repository.git('checkout', '-q', 'main');
    const tip = made.repository.commit({ 'kpis/claim-csat.yaml': insurance['kpis/claim-csat.yaml']!.replace('value: 78', 'value: 79') });
    const run = await reviewed(made, { base: tip });
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).not.toContain('claim-csat');
    expect((await reviewed(made, { base: made.base })).code).toBe(0);
    expect((await waymark(made.repository.folder, ['review', 'nowhere', 'proposal'])).code).toBe(3);
  });

  it('weighs nothing since a release that the change was not built on, and says what to do', async () => {
    const { git, commit, folder } = newRepository();
    commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    git('tag', 'v1');
    git('checkout', '-q', '-b', 'proposal');
    commit({ 'a.yaml': team('a').replace('title: Team', 'title: Crew').replace('0.1.0', '0.1.1') });
    git('checkout', '-q', 'main');
    git('tag', 'v2', commit({ 'b.yaml': team('b') }));
    const since = async (release: string, ...versions: readonly string[]): Promise<Run> => waymark(folder, ['review', ...versions, '--since', release, '--no-color']);
    expect((await since('v1', 'main', 'proposal')).err).toBe('');
    const refused = await since('v2', 'main', 'proposal');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/^waymark: `v2` \([0-9a-f]{12}\) is no part of the history of proposal \([0-9a-f]{12}\), so nobody can tell what has changed since then\. If it was released after this branch began, take the main branch in first, for example with `git merge origin\/main`\. If not, name the last release that this was built on\.\n$/);
    expect((await since('v2', 'v1')).err, 'the files here were built on it, and the earlier version was not').toContain('`v2` is no version of the branch that the change is meant for');
    git('checkout', '-q', 'proposal');
    expect((await since('v2', 'v1')).err).toContain('is no part of the history of the files here');
    git('merge', '-q', '-m', 'Take main in', 'main');
    expect((await since('v2', 'main', 'proposal')).err).toBe('');
  });

  it('says nothing where nothing has changed', async () => {
    const { repository } = proposed({ 'notes.md': 'x' });
    expect(await waymark(repository.folder, ['review', 'main', 'proposal', '--no-color'])).toMatchObject({ code: 0, out: 'Nothing has changed.\n' });
    expect((await waymark(repository.folder, ['review', 'main', 'proposal', '-q'])).out).toBe('');
  });

  it('says of a workspace in a submodule that it is one, and where to review', async () => {
    const [inner, outer] = [newRepository(), newRepository()];
    inner.commit({ 'waymark.yaml': workspace });
    outer.commit({ 'readme.md': 'x' });
    outer.git('submodule', '-q', 'add', `file://${inner.folder}`, 'journeys');
    outer.commit();
    const hint = ' `journeys` is a submodule: a repository of its own with a history of its own. Run this inside of it.\n';
    for (const args of [['review', 'main~1', 'main'], ['review', 'main~1'], ['diff', 'main~1'], ['changelog', '--all', 'main'], ['validate'], ['history', 'w', '--ref', 'main'], ['ledger', 'seal', '--ref', 'main']]) {
      expect([args, await waymark(outer.folder, args)]).toEqual([args, { code: 3, out: '', err: expect.stringContaining(hint) as string }]);
    }
    expect((await waymark(join(outer.folder, 'journeys'), ['diff', 'HEAD', 'HEAD'])).code).toBe(0);
  });

  it('counts in JUnit as failed what stands against merging', async () => {
    const { repository } = proposed(proposal);
    expect((await waymark(repository.folder, ['review', 'main', 'proposal', '--format', 'junit'])).out).toMatch(/^<\?xml[^>]*>\n<testsuites name="waymark" tests="\d+" failures="[1-9]/);
    expect((await waymark(repository.folder, ['review', 'main', 'main', '--format', 'junit'])).out).toContain('failures="0"');
  });
});

describe('of a finding the file and the line are told, at the terminal and in the comment', () => {
  const kpi = 'kpis/claim-csat.yaml';
  const text = insurance[kpi]!;
  it.each([
    ['a field given twice', { [settlement]: `${insurance[settlement]!}window: P1M\n` }, `${settlement}:${insurance[settlement]!.split('\n').length}`],
    ['a misspelt field', { [kpi]: text.replace('status:', 'statsu:') }, `${kpi}:${text.slice(0, text.indexOf('status:')).split('\n').length}`],
    ['a file that is gone', { 'waymark.yaml': null }, 'waymark.yaml:1'],
  ])('%s', async (_, files, place) => {
    const { folder } = proposed(files).repository;
    const told = await waymark(folder, ['review', 'main', 'proposal', '--no-color']);
    expect(told.out).toContain(`- ${place}: `);
    expect((await waymark(folder, ['review', 'main', 'proposal', '--format', 'markdown'])).out).toContain(` (\`${place}\`)\n`);
  });
});

describe('where the Policy has a kind of change count as another level, both levels are told and whose word it is', () => {
  const kind = 'sla-target-loosened';
  const policy = { 'policy/policy.yaml': insurance['policy/policy.yaml']!.replace('reclassify:\n', `reclassify:\n  - {change: ${kind}, as: editorial}\n`) };
  const made = newRepository();
  made.commit({ ...insurance, ...policy });
  made.git('checkout', '-q', '-b', 'proposal');
  made.commit({ [settlement]: insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 90') });
  const words = 'It would be breaking; the Policy has it count as editorial.';

  it.each(['review', 'diff'])('by `%s`, in every format', async (verb) => {
    const run = (format: string): Promise<Run> => waymark(made.folder, [verb, 'main', 'proposal', '--format', format]);
    expect((await run('text')).out.replace(/\s+/g, ' ')).toContain(words);
    expect((await run('markdown')).out).toContain(words);
    const { workspaces } = JSON.parse((await run('json')).out) as { readonly workspaces: readonly { readonly changes: readonly object[] }[] };
    expect(workspaces[0]!.changes).toContainEqual(expect.objectContaining({ kind, level: 'editorial', ownLevel: 'breaking' }));
  });
});
