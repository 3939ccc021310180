import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { active, commitOn, promise } from '../audit/past.js';
import { newRepository, workspace, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { waymark } from './harness.js';

const published = JSON.parse(readFileSync(join(root, 'schemas/output/in-force.schema.json'), 'utf8')) as object;
const schema = new Ajv2020({ strict: true, allErrors: true }).compile(published);

interface Report {
  readonly inForce?: { readonly version?: string; readonly value: { readonly [field: string]: unknown }; readonly base?: object; readonly owner?: object };
  readonly absence?: string;
  readonly remarks: readonly { readonly kind: string }[];
}

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { out, err } = await waymark(folder, ['show', ...args, '--format', 'json']);
  expect(err).toBe('');
  const value = JSON.parse(out) as Report;
  schema(value);
  expect(schema.errors ?? []).toEqual([]);
  return value;
}

const people = 'apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nteams:\n  claims: {title: Claims, people: [{id: ada, handles: [ada]}], roles: [{id: lead, person: ada}]}\n';
const base = 'apiVersion: waymark/v1\nkind: Journey\nid: base\ntitle: "Base: one # two"\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nstages: [{id: s, title: S, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action}]}]\n';
const variant = 'apiVersion: waymark/v1\nkind: Journey\nid: variant\ntitle: Variant\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-02-01}\nowner: claims\nextends: base@^1\noverlay: [{op: set, path: stages.s.title, value: "yes", reason: It is}]\n';

/** Everything on one day, then a promise that begins on two days. */
function kept(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'people.yaml': people, 'base.yaml': base, 'variant.yaml': variant, 'one.yaml': promise('one', '1.0.0', active('2026-01-01', '2026-03-01')) });
  made.commit({ 'one.yaml': promise('one', '2.0.0', active('2026-05-01'), '12d') });
  return made;
}

describe('waymark show', () => {
  const { folder } = kept();

  it('shows what was in force as YAML, with what is told of it as comments', async () => {
    const { code, out } = await waymark(folder, ['show', 'one', '--as-of', '2026-02-01']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# sla:one 1\.0\.0 \(Claim settled\) was in force on 2026-02-01\.\n# It says that it holds from 2026-01-01 until 2026-03-01\.\n# It was recorded on 2026-01-01 \([0-9a-f]{12}\) by Ada, in one\.yaml\.\n# Its owner was Claims \(claims\): ada as claims#lead\.\n/);
    expect(out).toContain('\n# Version 2.0.0 takes over on 2026-05-01.\n');
    expect(out).toContain('\napiVersion: waymark/v1\nkind: Sla\nid: one\n');
    const { documents } = loadWorkspaceFrom({ 'waymark.yaml': workspace, 'one.yaml': out });
    expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('shows a variant as it holds after its overlay, in YAML that says the same', async () => {
    const { inForce } = await report(folder, 'variant', '--as-of', '2026-02-01');
    expect(inForce).toMatchObject({ version: '1.0.0', base: { id: 'base', version: '1.0.0' }, owner: { team: 'claims', title: 'Claims', people: [{ role: 'claims#lead', person: 'ada' }] }, value: { stages: [{ id: 's', title: 'yes' }] } });
    const { out } = await waymark(folder, ['show', 'variant', '--as-of', '2026-02-01']);
    expect(out).toContain('\n# It is a variant of base 1.0.0: below is what holds after its overlay.\n');
    expect(out).toContain('title: "yes"');
    expect((await waymark(folder, ['show', 'base', '--as-of', '2026-02-01'])).out).toContain('title: "Base: one # two"');
  });

  it('shows a variant with the commit and the digest of what it was on the base in force, and not of what was announced for its base', async () => {
    const made = kept();
    made.commit({ 'base.yaml': base.replace('1.0.0', '1.1.0').replace('title: T', 'title: T2').replace('2026-01-01', '2026-04-01') });
    const sealed = (day: string, ...options: readonly string[]): Promise<string> => waymark(made.folder, ['show', 'variant', '--as-of', day, ...options]).then(({ out }) => out.replace(/\n# /g, ' '));
    const digest = async (day: string): Promise<unknown> => /"effectiveDigest": "(.*?)"/.exec(await sealed(day, '--format', 'json'))?.[1];
    expect(await sealed('2026-03-31')).toMatch(/ It was recorded on \S+ \([0-9a-f]{12}\) by Ada, in variant\.yaml\. It is a variant of base 1\.0\.0: /);
    expect(await sealed('2026-04-01')).toMatch(/ Nobody touched it: it became another one with its base, which was changed on \S+ \([0-9a-f]{12}\) by Ada\. What the base became is in force from 2026-\d\d-01 on\. It stands in variant\.yaml\. It is a variant of base 1\.1\.0: /);
    const before = /"effectiveDigest": "(.*?)"/.exec((await waymark(folder, ['show', 'variant', '--as-of', '2026-02-01', '--format', 'json'])).out)![1];
    expect([await digest('2026-03-31') === before, await digest('2026-04-01') === before]).toEqual([true, false]);
  });

  it('shows an entry of a Directory as the Directory was in force', async () => {
    expect((await report(folder, 'team:claims', '--as-of', '2026-02-01')).inForce?.value).toMatchObject({ kind: 'Team', id: 'claims', title: 'Claims', version: '1.0.0' });
  });

  it.each([
    ['2025-12-31', 'sla:one (Claim settled): nothing was in force on 2025-12-31. It is not in force until 2026-01-01, when version 1.0.0 begins.'],
    ['2026-04-01', 'sla:one (Claim settled): nothing was in force on 2026-04-01. What was in force before had ended by 2026-04-01, and it is not in force until 2026-05-01, when version 2.0.0 begins.'],
  ])('says why nothing was in force on %s, and ends like a verb that finds nothing', async (day, sentence) => {
    const { code, out } = await waymark(folder, ['show', 'one', '--as-of', day]);
    expect(code).toBe(3);
    expect(out.replace(/\n# /g, ' ')).toContain(sentence);
  });

  it('says that a day lies ahead, and what was not known', async () => {
    expect((await waymark(folder, ['show', 'one', '--as-of', '2027-01-01'])).out.replace(/\n# /g, ' ')).toContain('2027-01-01 is after the last commit that is known, of 2026-01-01: this is what would be in force if nothing else is merged.');
    expect(await waymark(folder, ['show', 'one', '--recorded-by', '2025-12-31'])).toMatchObject({ code: 3, out: '', err: 'waymark: By the end of 2025-12-31 this branch held nothing: its first commit counts from 2026-01-01.\n' });
    expect((await report(folder, 'one', '--recorded-by', '2026-01-01')).inForce?.version).toBe('1.0.0');
    expect((await report(folder, 'one', '--as-of', '2026-04-01')).absence).toBe('gap');
  });

  it('refuses what is no day and no spec, and takes today where no day is named', async () => {
    expect(await waymark(folder, ['show', 'one', '--as-of', 'soon'])).toMatchObject({ code: 2, out: '' });
    expect(await waymark(folder, ['show', 'nobody'])).toMatchObject({ code: 3, out: '' });
    expect((await report(folder, 'one')).inForce?.version).toBe('2.0.0');
    expect((await waymark(folder, ['show', 'one', '-f', 'markdown'])).out).toMatch(/^# sla:one 2\.0\.0 [^]*\n```yaml\napiVersion: waymark\/v1\n[^]*```\n$/);
  });
});

describe('waymark show with a version', () => {
  const made = kept();
  commitOn(made, '2026-04-20', { 'one.yaml': promise('one', '2.0.0', active('2026-06-01'), '14d') });
  commitOn(made, '2026-04-21', { 'uno.yaml': promise('uno', '3.0.0', 'status: draft\naliases: [one]'), 'one.yaml': null, 'people.yaml': people.replaceAll('ada', 'bea').replace('1.0.0', '1.1.0') });

  it('shows what stood under the number, with what that commit held, whatever has become of it', async () => {
    const { code, out } = await waymark(made.folder, ['show', 'uno@1.0.0']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# sla:one 1\.0\.0 \(Claim settled\), as the branch held it\. It is called sla:uno by now\.\n# It was active, and says that it holds from 2026-01-01 until 2026-03-01\.\n# It was recorded on 2026-01-01 \([0-9a-f]{12}\) by Ada, in one\.yaml\.\n# Its owner was Claims \(claims\): ada as claims#lead\.\n# No Record names an approval of this version\.\n# All that it names is taken as that commit held it\./);
    expect(out).toContain('\nversion: 1.0.0\n');
    expect((await waymark(made.folder, ['show', 'variant@1.0.0'])).out).toContain('title: "yes"');
    expect((await waymark(made.folder, ['show', 'uno@3.0.0'])).out).toContain('\n# It was a draft, which binds nobody.\n');
  });

  it('says that a number alone does not say what it was, and takes the last that bound somebody, of what was known', async () => {
    const numbered = async (...args: readonly string[]): Promise<object> => (await report(made.folder, ...args)) as object;
    expect(await numbered('one@2.0.0')).toMatchObject({ asked: { version: '2.0.0', contents: 2 }, held: { version: '2.0.0', effective: { from: '2026-06-01' } }, remarks: [] });
    expect((await waymark(made.folder, ['show', 'one@2.0.0'])).out.replace(/\n# /g, ' ')).toContain('2 different contents have stood under this number. This is the last of them that was active or deprecated: `waymark history` tells of the others.');
    expect(await numbered('one@2.0.0', '--recorded-by', '2026-04-19')).toMatchObject({ recordedBy: '2026-04-19', asked: { contents: 1 }, held: { effective: { from: '2026-05-01' } } });
  });

  it('calls what was deleted and came back as it had been no other content', async () => {
    commitOn(made, '2026-04-22', { 'variant.yaml': null });
    commitOn(made, '2026-04-23', { 'variant.yaml': variant });
    expect(await report(made.folder, 'variant@1.0.0')).toMatchObject({ asked: { contents: 1 } });
    expect((await waymark(made.folder, ['show', 'variant@1.0.0'])).out).not.toContain('under this number');
  });

  it.each([
    [['one@9.9.9'], 3, 'sla:uno never stood in version `9.9.9` on this branch. It has stood in 1.0.0, 2.0.0 and 3.0.0.'],
    [['one@'], 2, '`one@` is no document and version. Write both with one `@` between them, such as `motor-claim@2.3.0`.'],
    [['one@1.0.0', '--as-of', '2026-02-01'], 2, '`1.0.0` asks for a version by its number and `--as-of` for the one that was in force on a day. Leave one of them out.'],
    [['one', '--version', '1.0.0'], 2, '`--version` tells the version of Waymark. A version of a document is written behind its id: `waymark show one@1.0.0`.'],
    [['one', '-f', 'json', '--version=1.0.0'], 2, '`--version` tells the version of Waymark. A version of a document is written behind its id: `waymark show one@1.0.0`.'],
    [['one', '--version'], 2, '`--version` tells the version of Waymark. A version of a document is written behind its id: `waymark show one@2.3.0`.'],
  ])('explains %s', async (args, code, told) => {
    expect(await waymark(made.folder, ['show', ...args])).toEqual({ code, out: '', err: `waymark: ${told}\n` });
  });
});

describe('verbs that are asked about the past', () => {
  const made = kept();
  made.commit({ 'one.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: [\n' });
  const past = ['--recorded-by', '2026-01-01', '--as-of', '2026-02-01'] as const;

  it('checks what was in force, and not the files as they lie here', async () => {
    expect((await waymark(made.folder, ['validate', '--as-of', '2026-02-01', '--rule', 'STR-001=error'])).out).not.toContain('sla:one');
    const then = await waymark(made.folder, ['validate', ...past, '--format', 'json']);
    expect(then.err).toMatch(/^Read from main \([0-9a-f]{12}\): what would be in force on 2026-02-01, by its commit [0-9a-f]{12} of 2026-01-01\. 2026-02-01 is after the last commit that is known, of 2026-01-01: this is what would be in force if nothing else is merged\.\n$/);
    expect((await waymark(made.folder, ['validate', '--ref', 'HEAD~1', '--as-of', '2026-01-01'])).err).toMatch(/: what was in force on 2026-01-01, by its commit [0-9a-f]{12} of 2026-01-01\. Announced, /);
    expect(JSON.parse(then.out)).toMatchObject({ asOf: '2026-02-01' });
    expect(then.out).toContain('one.yaml');
    expect((await waymark(made.folder, ['validate', '--ref', 'HEAD~1', '--as-of', '2026-04-01'])).err).toContain('Announced, but not in force yet: sla:one (from 2026-05-01).');
  });

  it.each([['prove', 'sla:one', '2026-04-01', /^waymark: sla:one \(Claim settled\): nothing was in force on 2026-04-01\. It is not in force until 2026-05-01, when version 2\.0\.0 begins\.\n$/], ['render', 'variant', '2026-01-15', /variant .* It is not in force until 2026-02-01, when version 1\.0\.0 begins\.\n$/]])('refuses to %s %s before it is in force, as show does', async (verb, id, day, sentence) => {
    const { code, out, err } = await waymark(made.folder, [verb, id, '--ref', 'HEAD~1', '--as-of', day]);
    expect([code, out]).toEqual([3, '']);
    expect(err.slice(err.indexOf('waymark: '))).toMatch(sentence);
  });

  it('proves what was in force', async () => {
    const ids = (out: string): boolean => out.includes('Variant');
    expect(ids((await waymark(made.folder, ['prove', 'base', ...past])).out + (await waymark(made.folder, ['show', 'variant', ...past])).out)).toBe(true);
    expect(await waymark(made.folder, ['prove', 'variant', '--ref', 'nowhere'])).toMatchObject({ code: 3, out: '' });
    expect(await waymark(made.folder, ['prove', '--recorded-by', '2025-01-01'])).toMatchObject({ code: 3, out: '' });
  });

  it('names commits whose dates cannot be right, as show does', async () => {
    const odd = kept();
    commitOn(odd, '2025-06-01', {});
    for (const verb of ['validate', 'prove']) expect((await waymark(odd.folder, [verb, '--ref', 'main', '--as-of', '2026-02-01'])).err).toMatch(/\nThe dates of 1 commit cannot be right as they stand, because [^]* [0-9a-f]{12} says 2025-06-01 and counts from 2026-01-01, the day of [0-9a-f]{12} before it\.\n$/);
  });

  it('refuses what is only asked of files as they lie here', async () => {
    expect(await waymark(made.folder, ['validate', 'one.yaml', ...past])).toMatchObject({ code: 2, out: '' });
    expect(await waymark(made.folder, ['validate', '--cache', ...past])).toMatchObject({ code: 2, out: '' });
  });
});

describe('waymark show of a promise that ends before another version takes over', () => {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'people.yaml': people, 'one.yaml': `${promise('one', '1.0.0', active('2026-01-01'))}expires: 2026-04-01\n`, 'two.yaml': `${promise('two', '1.0.0', active('2026-01-01'))}agreement: signed\n`, 'until.yaml': `${promise('until', '1.0.0', active('2026-01-01', '2026-03-01'))}expires: 2026-04-01\n` });
  commitOn(made, '2026-01-02', { 'one.yaml': promise('one', '1.1.0', active('2026-07-01')), 'signed.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: signed\ntype: agreement\ndate: 2025-12-01\nby: [claims#lead]\nsubject: [two@1.0.0]\nparties: [claims, customer]\npurpose: x\nexpires: 2026-03-01\noutcome: signed\n' });

  it.each([
    ['one', '2026-03-31', 'expires', 'From 2026-04-01 on it holds no longer, by its `expires`.'],
    ['one', '2026-04-01', 'expired', 'It has not held since 2026-04-01, by its `expires`: it is the version whose days 2026-04-01 falls into, and promises nothing on that day.'],
    ['two', '2026-02-28', 'expires', 'From 2026-03-01 on it holds no longer, because its agreement, the Record `signed`, expires.'],
    ['two', '2026-03-01', 'expired', 'It has not held since 2026-03-01, because its agreement, the Record `signed`, expired: it is the version whose days 2026-03-01 falls into, and promises nothing on that day.'],
  ])('%s on %s', async (id, day, kind, message) => {
    const { inForce, remarks } = await report(made.folder, id, '--as-of', day);
    expect([inForce?.version, remarks]).toEqual(['1.0.0', [{ kind, message }]]);
    expect((await waymark(made.folder, ['show', id, '--as-of', day])).out.replaceAll('\n# ', ' ')).toContain(` It says that it holds from 2026-01-01. ${message} It was recorded on `);
  });

  it('says nothing where its days end first, or where nothing ends it', async () => {
    expect((await report(made.folder, 'until', '--as-of', '2026-02-01')).remarks).toEqual([]);
    expect((await report(made.folder, 'one', '--as-of', '2026-07-01')).remarks).toEqual([]);
  });

  it('is told of with its days by the history', async () => {
    const { out } = await waymark(made.folder, ['history', 'one']);
    expect(out).toContain('Active, in force from 2026-01-01, by its `expires` no longer from 2026-04-01 on.');
    expect(out).toContain('Active, in force from 2026-07-01.\n');
  });
});

describe('a past day by whose end all that was merged is known', () => {
  const made = newRepository();
  commitOn(made, '2026-01-01', { 'waymark.yaml': workspace, 'people.yaml': people, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
  commitOn(made, '2026-05-01', { 'one.yaml': promise('one', '1.1.0', active('2026-05-01')) });
  const ahead = 'if nothing else is merged';
  const isAhead = async (...args: readonly string[]): Promise<readonly boolean[]> => [(await waymark(made.folder, ['show', 'one', ...args])).out, (await waymark(made.folder, ['validate', ...args])).err].map((told) => told.replaceAll(/\n# /g, ' ').includes(ahead));

  it('is not told as one that lies ahead, where the branch goes on behind it', async () => {
    expect(await isAhead('--as-of', '2026-03-01', '--recorded-by', '2026-03-01')).toEqual([false, false]);
    expect(await isAhead('--as-of', '2026-02-01', '--recorded-by', '2026-03-01')).toEqual([false, false]);
  });

  it('is told so where more may be merged until then', async () => {
    expect(await isAhead('--as-of', '2026-03-02', '--recorded-by', '2026-03-01')).toEqual([true, true]);
    expect(await isAhead('--as-of', '2026-05-02', '--recorded-by', '2026-05-02')).toEqual([true, true]);
  });
});

describe('an announced version of which a later first day is recorded before it begins', () => {
  const made = newRepository();
  commitOn(made, '2026-01-01', { 'waymark.yaml': workspace, 'people.yaml': people, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
  commitOn(made, '2026-02-01', { 'one.yaml': promise('one', '1.1.0', active('2026-06-01')) });
  commitOn(made, '2026-03-01', { 'one.yaml': promise('one', '1.1.0', active('2026-08-01')) });

  it('takes over on the day that was announced, and each says so', async () => {
    const { inForce, remarks } = await report(made.folder, 'one', '--as-of', '2026-06-15');
    expect([inForce?.version, remarks]).toEqual(['1.1.0', [{ kind: 'put-off', message: 'On 2026-03-01, before it began, 2026-08-01 was recorded as its first day. That does not take back what was announced, so it took over on 2026-06-01: check that this was meant.' }]]);
    expect((await report(made.folder, 'one', '--as-of', '2026-08-01')).remarks).toEqual([]);
    const history = (await waymark(made.folder, ['history', 'one'])).out.replaceAll(/\s+/g, ' ');
    expect(history).toMatch(/What was recorded after it, 1\.1\.0 on 2026-03-01 \([0-9a-f]{12}\) by Ada, begins later and does not take it back: from 2026-06-01 on 1\.1\.0 counts\. To withdraw it, release a version that begins on that day\./);
    expect((await waymark(made.folder, ['ledger', 'seal'])).out.replaceAll(/\s+/g, ' ')).toContain('in force from 2026-08-01, and does not take back what was announced: 1.1.0 on 2026-06-01');
  });

  it('is no such one where the later day was recorded after it began', async () => {
    const own = newRepository();
    commitOn(own, '2026-01-01', { 'waymark.yaml': workspace, 'people.yaml': people, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
    commitOn(own, '2026-02-01', { 'one.yaml': promise('one', '1.0.0', active('2026-03-01')) });
    expect((await report(own.folder, 'one', '--as-of', '2026-02-15')).remarks).toEqual([]);
    expect((await waymark(own.folder, ['history', 'one'])).out).not.toContain('does not take it back');
  });
});
