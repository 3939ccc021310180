import { describe, expect, it } from 'vitest';
import { commits } from '../audit/past.js';
import { newRepository, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const insurance = journeyTexts('insurance');
const base = 'journeys/motor-claim.yaml';
const withoutResilience = insurance[base]!.replace(/^resilience:\n(?: .*\n)+/m, '');

interface Told {
  readonly kind: string;
  readonly subject: string;
}

interface Report {
  readonly workspaces: readonly { readonly unread: readonly { readonly side: string; readonly count: number; readonly first: { readonly message: string } }[]; readonly changes: readonly Told[]; readonly versions: readonly { readonly subject?: string; readonly document?: string; readonly changes: readonly Told[] }[] }[];
}

function changed(files: Files, first: Files = insurance): TestRepository {
  const made = newRepository();
  made.commit(first);
  made.git('switch', '-qc', 'change');
  made.commit(files);
  return made;
}

async function asked({ folder }: TestRepository, verb: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly workspaces: Report['workspaces'] }> {
  const { code, out, err } = await waymark(folder, [verb, ...args, '--format', 'json']);
  expect(err).toBe('');
  return { code, ...(JSON.parse(out) as Report) };
}

/** What is told of journeys: `journey:motor-claim journey-resilience-removed`. */
async function differs(made: TestRepository, ...args: readonly string[]): Promise<readonly string[]> {
  const { workspaces } = await asked(made, 'diff', ...args);
  return workspaces.flatMap(({ changes }) => changes).map(({ subject, kind }) => `${subject} ${kind}`);
}

describe('a variant that its change does not fit any more', () => {
  it('is told as one that nobody can read, with no changes of it', async () => {
    const made = changed({ [base]: withoutResilience });
    expect(await differs(made)).toEqual(['journey:motor-claim journey-resilience-removed']);
    const { code, workspaces: [only] } = await asked(made, 'diff');
    expect(code).toBe(1);
    expect(only!.unread).toMatchObject([{ side: 'head', count: 1, first: { message: 'The variant `motor-claim-at` cannot be put together from its base and its overlay.' } }]);
  });

  it('has no changes in the changelog and needs no version', async () => {
    const made = changed({ [base]: withoutResilience });
    const [changelog, bump] = [await asked(made, 'changelog'), await asked(made, 'bump')];
    expect([changelog.code, changelog.workspaces[0]!.unread.length, changelog.workspaces[0]!.versions.map(({ document }) => document)]).toEqual([1, 1, ['journey:motor-claim']]);
    expect([bump.code, bump.workspaces[0]!.unread.length, bump.workspaces[0]!.versions.map(({ subject }) => subject)]).toEqual([1, 1, ['journey:motor-claim']]);
  });

  it('is a finding of the review, and nobody is asked about it', async () => {
    const { folder } = changed({ [base]: withoutResilience });
    const { code, out } = await waymark(folder, ['review', '--no-color']);
    expect(code).toBe(1);
    expect(out).toContain('journeys/motor-claim-at.yaml:51: The base has no `resilience` there.');
    expect(out).not.toMatch(/has to agree to[^.]*motor-claim-at/);
    expect(out).not.toContain('claims-at#journey-owner');
  });

  it('keeps what it promises, and so does a journey that cannot be read', async () => {
    for (const files of [{ [base]: withoutResilience }, { [base]: insurance[base]!.replace('version: 2.3.0', 'version: 2.3.0\nversion: 2.3.1') }]) {
      const { out } = await waymark(changed(files).folder, ['review', '--format', 'json']);
      expect((JSON.parse(out) as { readonly workspaces: readonly { readonly proofs: readonly object[] }[] }).workspaces[0]!.proofs).toEqual([]);
    }
  });

  it('is no other one where its base cannot be read, and new once it can', async () => {
    const made = changed({ [base]: insurance[base]!.replace('version: 2.3.0', 'version: 2.3.0\nversion: 2.3.1') });
    expect(await differs(made)).toEqual([]);
    expect((await asked(made, 'diff')).workspaces[0]!.unread).toMatchObject([{ side: 'head', count: 2 }]);
    expect(await differs(made, 'change', 'main')).toEqual(['journey:motor-claim spec-activated', 'journey:motor-claim-at spec-activated']);
    expect((await asked(made, 'diff', 'change', 'main')).code).toBe(0);
    expect((await asked(made, 'bump', 'change', 'main')).workspaces[0]!.versions).toEqual([]);
  });
});

const header = (id: string, version: string, status = 'active'): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: ${version}\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: claims\n`;
const visit = (version: string, steps: readonly string[] = ['first', 'last']): string => `${header('visit', version)}stages: [{id: s, title: S, owner: claims, steps: [${steps.map((id) => `{id: ${id}, title: ${id}, lane: frontstage, type: action${id === 'last' ? ', end: success' : ', next: [{to: last}]'}}`).join(', ')}]}]\n`;
const tyrol = (version: string, title = 'Ours', { status = 'active', step = 'first', id = 'visit-tyrol' } = {}): string => `${header(id, version, status)}extends: visit@*\noverlay: [{op: set, path: stages.s.steps.${step}.title, value: ${title}, reason: It is}]\n`;
const small = { 'waymark.yaml': workspace, 'visit.yaml': visit('1.0.0'), 'tyrol.yaml': tyrol('1.0.0') };
const withoutFirst = visit('2.0.0', ['other', 'last']);

describe('what is known of a variant that cannot be put together', () => {
  it('that it is put back to draft, called otherwise or deprecated', async () => {
    const drafted = changed({ 'visit.yaml': withoutFirst, 'tyrol.yaml': tyrol('1.0.0', 'Ours', { status: 'draft' }) }, small);
    expect((await differs(drafted)).filter((each) => each.includes('tyrol'))).toEqual(['journey:visit-tyrol spec-status-changed']);
    expect((await waymark(drafted.folder, ['review', '--no-color'])).out).toContain('`journey:visit-tyrol` was `active` and cannot become `draft`.');
    const renamed = changed({ 'visit.yaml': withoutFirst, 'tyrol.yaml': tyrol('1.0.0', 'Ours', { id: 'visit-west' }).replace('overlay:', 'aliases: [visit-tyrol]\noverlay:') }, small);
    expect((await differs(renamed)).filter((each) => each.includes(':visit-'))).toEqual(['journey:visit-west spec-id-renamed']);
  });

  it('that it is retired, and may outlive its base', async () => {
    const retired = { 'visit.yaml': withoutFirst, 'tyrol.yaml': tyrol('1.0.0', 'Ours', { status: 'retired' }) };
    const made = changed(retired, small);
    expect((await differs(made)).filter((each) => each.includes('tyrol'))).toEqual(['journey:visit-tyrol spec-retired']);
    expect((await asked(made, 'diff')).code).toBe(0);
    expect(await differs(changed({ 'visit.yaml': visit('3.0.0', ['another', 'last']) }, { ...small, ...retired }))).not.toContainEqual(expect.stringContaining('visit-tyrol'));
  });

  it('that it was deleted', async () => {
    const broken = { ...small, 'visit.yaml': withoutFirst };
    const made = changed({ 'tyrol.yaml': null }, broken);
    expect(await differs(made)).toEqual(['journey:visit-tyrol spec-deleted']);
  });

  it('that it begins to hold once it can be put together', async () => {
    const first = { ...small, 'tyrol.yaml': tyrol('1.0.0', 'Ours', { status: 'draft', step: 'none' }) };
    expect(await differs(changed({ 'tyrol.yaml': tyrol('1.0.0') }, first))).toEqual(['journey:visit-tyrol spec-activated']);
  });

  it('a draft that repeats what its base says is one all the same', async () => {
    const idle = { ...small, 'tyrol.yaml': tyrol('0.1.0', 'first', { status: 'draft' }) };
    const made = changed({ 'tyrol.yaml': tyrol('0.1.0', 'Ours', { status: 'draft' }) }, idle);
    expect(await differs(made)).toEqual(['journey:visit-tyrol#first step-title-changed']);
    expect((await asked(made, 'diff', 'change', 'main')).code).toBe(0);
  });

  it('and one that repeats what its base has come to say changes in nothing', async () => {
    const made = changed({ 'visit.yaml': visit('1.1.0').replace('title: first', 'title: Ours') }, small);
    expect((await differs(made)).filter((each) => each.includes('tyrol'))).toEqual([]);
    expect((await asked(made, 'diff')).code).toBe(0);
    expect((await waymark(made.folder, ['review', '--no-color'])).out).toContain('This changes nothing: `stages.s.steps.first.title` has that value already.');
  });

  it('nothing where neither version can put it together, and the review says so', async () => {
    const broken = { ...small, 'visit.yaml': withoutFirst };
    const made = changed({ 'tyrol.yaml': tyrol('1.1.0', 'Theirs') }, broken);
    expect(await differs(made)).toEqual([]);
    expect((await asked(made, 'diff')).code).toBe(1);
    expect((await waymark(made.folder, ['review', '--no-color'])).out.replace(/\s+/g, ' ')).toContain('What changes in this variant is not known: The variant `visit-tyrol` cannot be put together from its base and its overlay.');
  });
});

describe('the history of a variant that could not be put together for a time', () => {
  it('weighs what mends it by what it was when it could be put together last', async () => {
    const made = commits(['2026-01-01', small], ['2026-02-01', { 'visit.yaml': withoutFirst }], ['2026-03-01', { 'tyrol.yaml': tyrol('2.0.0', 'Ours', { step: 'other' }) }]);
    const { out } = await waymark(made.folder, ['history', 'visit-tyrol', '--format', 'json']);
    const [, broken, mended] = (JSON.parse(out) as { readonly versions: readonly { readonly event: string; readonly level?: string }[] }).versions;
    expect([mended, broken].map((each) => [each?.event, each?.level])).toEqual([['changed', 'breaking'], ['base-changed', undefined]]);
  });

  it('says with which commit it is compared', async () => {
    const made = commits(['2026-01-01', small], ['2026-02-01', { 'visit.yaml': withoutFirst }], ['2026-03-01', { 'tyrol.yaml': tyrol('2.0.0', 'Ours', { step: 'other' }) }]);
    const { out } = await waymark(made.folder, ['history', 'visit-tyrol']);
    expect(out.replace(/\s+/g, ' ').match(/Compared with [^:]*/g)).toEqual([expect.stringMatching(/^Compared with what it was on 2026-01-01 \([0-9a-f]{12}\) by \w+, when it could be put together last, it is breaking$/)]);
    const { versions } = JSON.parse((await waymark(made.folder, ['history', 'visit-tyrol', '--format', 'json'])).out) as { readonly versions: readonly { readonly commit: object; readonly since?: object }[] };
    expect(versions.map(({ since }) => since)).toEqual([undefined, undefined, versions[0]!.commit]);
  });

  it('compares one that left and came back with the commit before', async () => {
    const made = commits(['2026-01-01', small], ['2026-02-01', { 'visit.yaml': withoutFirst, 'tyrol.yaml': null }], ['2026-03-01', { 'tyrol.yaml': tyrol('2.0.0', 'Ours', { step: 'other' }) }]);
    const { versions } = JSON.parse((await waymark(made.folder, ['history', 'visit-tyrol', '--format', 'json'])).out) as { readonly versions: readonly { readonly event: string; readonly since?: object }[] };
    expect(versions.map(({ event, since }) => [event, since])).toEqual([['new', undefined], ['gone', undefined], ['back', undefined]]);
  });
});

describe('the changelog over all versions', () => {
  const versionsOf = async (made: TestRepository): Promise<readonly string[]> => {
    const { workspaces } = await asked(made, 'changelog', '--all');
    return workspaces.flatMap(({ versions }) => versions).filter(({ document }) => document === 'journey:visit-tyrol').map(({ changes, ...each }) => `${String((each as { before?: string }).before)} > ${String((each as { after?: string }).after)}: ${changes.map(({ kind }) => kind).join(' ')}`);
  };

  it('compares a variant that was mended with what it was when it could be put together last', async () => {
    const steps: readonly (readonly [string, Files])[] = [['2026-01-01', small], ['2026-02-01', { 'visit.yaml': withoutFirst }]];
    expect(await versionsOf(commits(...steps))).toEqual(['undefined > 1.0.0: spec-activated']);
    const mended = await versionsOf(commits(...steps, ['2026-03-01', { 'tyrol.yaml': tyrol('2.0.0', 'Ours', { step: 'other' }) }]));
    expect(mended[0]).toMatch(/^1\.0\.0 > 2\.0\.0: /);
    expect(mended[0]).not.toContain('spec-activated');
    expect(mended.slice(1)).toEqual(['undefined > 1.0.0: spec-activated']);
    expect(await versionsOf(commits(...steps, ['2026-03-01', { 'visit.yaml': visit('3.0.0') }]))).toEqual(['undefined > 1.0.0: spec-activated']);
  });

  it('tells one that could not be put together at first as new once it can', async () => {
    expect(await versionsOf(commits(['2026-01-01', { ...small, 'visit.yaml': withoutFirst }], ['2026-02-01', { 'visit.yaml': visit('3.0.0') }]))).toEqual(['undefined > 1.0.0: spec-activated']);
  });
});
