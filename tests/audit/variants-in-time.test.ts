import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fieldHistory } from '../../src/audit/field-history.js';
import { daysTold } from '../../src/audit/in-force.js';
import { withBeside } from '../../src/audit/spec-timeline.js';
import { waymark } from '../cli/harness.js';
import { workspace, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { active, commits, followed, timelineOf } from './past.js';

const head = (id: string, version: string, days: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${days}\nowner: claims\n`;

function base(version: string, days: string, title: string): string {
  return `${head('base', version, days)}stages: [{id: s, title: ${title}, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action, end: success}]}]\n`;
}

function variant(version: string, days: string, title: string, path = 'stages.s.steps.t.title'): string {
  return `${head('variant', version, days)}extends: base@^1\noverlay: [{op: set, path: ${path}, value: ${title}, reason: It is}]\n`;
}

const first = { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', active('2026-01-01'), 'One'), 'variant.yaml': variant('1.0.0', active('2026-01-01'), 'V0') };

/** `1.0.0 2026-04-01 Two` for each change of a field. */
function changesOf(made: TestRepository, path: string): readonly string[] {
  const changes = fieldHistory(followed(timelineOf(made), 'journey:variant'), path);
  if ('problem' in changes) throw new Error(changes.problem);
  return changes.map(({ version, effective, after }) => `${version.version} ${effective?.from} ${String(after)}`);
}

function told(made: TestRepository): readonly string[] {
  const { spec } = followed(timelineOf(made), 'journey:variant');
  return withBeside(spec.versions).map((each) => `${each.moment.recorded} ${each.event} ${each.version} ${each.status} ${daysTold(each)?.from}`);
}

async function shown(made: TestRepository, asOf: string): Promise<string> {
  const { out } = await waymark(made.folder, ['show', 'variant', '--as-of', asOf, '--format', 'json']);
  const { inForce } = JSON.parse(out) as { readonly inForce: { readonly version: string; readonly commit: { readonly recorded: string }; readonly value: { readonly stages: readonly { readonly title: string }[] } } };
  return `${inForce.version} ${inForce.value.stages[0]!.title} ${inForce.commit.recorded}`;
}

describe('a base that changes before an announced version of its variant begins', () => {
  const together = () => commits(
    ['2026-01-01', first],
    ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-03-01'), 'Two'), 'variant.yaml': variant('1.1.0', active('2026-06-01'), 'V1') }],
  );
  const apart = () => commits(
    ['2026-01-01', first],
    ['2026-02-01', { 'variant.yaml': variant('1.1.0', active('2026-09-01'), 'V1') }],
    ['2026-03-01', { 'base.yaml': base('1.1.0', active('2026-04-01'), 'Two') }],
  );

  it('makes the version in force another one on the first day of the base, also where one commit does both', async () => {
    const made = together();
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.0.0 2026-03-01 Two']);
    expect(changesOf(made, 'stages.s.steps.t.title')).toEqual(['1.0.0 2026-01-01 V0', '1.1.0 2026-06-01 V1']);
    expect(told(made)).toEqual(['2026-01-01 new 1.0.0 active 2026-01-01', '2026-02-01 base-changed 1.0.0 active 2026-03-01', '2026-02-01 changed 1.1.0 active 2026-06-01']);
    expect([await shown(made, '2026-02-15'), await shown(made, '2026-04-01'), await shown(made, '2026-06-01')]).toEqual(['1.0.0 One 2026-01-01', '1.0.0 Two 2026-02-01', '1.1.0 Two 2026-02-01']);
  });

  it('makes the announced version another one as well, on its own day', async () => {
    const made = apart();
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.0.0 2026-04-01 Two']);
    expect(changesOf(made, 'stages.s.steps.t.title')).toEqual(['1.0.0 2026-01-01 V0', '1.1.0 2026-09-01 V1']);
    expect(told(made).slice(2)).toEqual(['2026-03-01 base-changed 1.0.0 active 2026-04-01', '2026-03-01 base-changed 1.1.0 active 2026-09-01']);
    expect([await shown(made, '2026-03-31'), await shown(made, '2026-04-01'), await shown(made, '2026-09-01')]).toEqual(['1.0.0 One 2026-01-01', '1.0.0 Two 2026-03-01', '1.1.0 Two 2026-03-01']);
    const { out } = await waymark(made.folder, ['history', 'variant']);
    expect(out).toContain('1.0.0: not touched, but its base changed on 2026-03-01');
    expect(out).toContain('Active, in force from 2026-04-01.');
  });

  it('leaves the announced version with what it says itself', () => {
    const made = commits(
      ['2026-01-01', first],
      ['2026-02-01', { 'variant.yaml': variant('1.1.0', active('2026-06-01'), 'Own', 'stages.s.title') }],
      ['2026-02-02', { 'variant.yaml': variant('1.2.0', active('2026-09-01'), 'V2') }],
      ['2026-03-01', { 'base.yaml': base('1.1.0', active('2026-04-01'), 'Two') }],
    );
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.1.0 2026-06-01 Own', '1.2.0 2026-09-01 One', '1.0.0 2026-04-01 Two', '1.2.0 2026-09-01 Two']);
  });

  it('makes what was released another one where the variant was put back to draft', async () => {
    const made = commits(
      ['2026-01-01', first],
      ['2026-02-01', { 'variant.yaml': variant('1.1.0', active('2026-01-01').replace('active', 'draft'), 'V1') }],
      ['2026-02-15', { 'base.yaml': base('1.1.0', active('2026-03-01'), 'Two') }],
    );
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.0.0 2026-03-01 Two']);
    expect(await shown(made, '2026-03-02')).toBe('1.0.0 Two 2026-02-15');
  });

  it('stands where the workspace has been moved to by then', async () => {
    const made = commits(
      ['2026-01-01', first],
      ['2026-02-01', { 'variant.yaml': variant('1.1.0', active('2026-09-01'), 'V1') }],
      ['2026-02-15', { 'waymark.yaml': null, 'base.yaml': null, 'variant.yaml': null, 'deep/waymark.yaml': workspace, 'deep/base.yaml': first['base.yaml'], 'deep/variant.yaml': variant('1.1.0', active('2026-09-01'), 'V1') }],
      ['2026-03-01', { 'deep/base.yaml': base('1.1.0', active('2026-04-01'), 'Two') }],
    );
    expect(await shown(made, '2026-04-01')).toBe('1.0.0 Two 2026-03-01');
    const { spec } = followed(timelineOf(made), 'journey:variant');
    expect(withBeside(spec.versions).at(-2)).toMatchObject({ version: '1.0.0', file: 'deep/variant.yaml' });
  });

  it('counts no approval of what the version was before', async () => {
    const record = (id: string, date: string): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: change\ndate: ${date}\nby: [claims]\nsubject: [variant@1.0.0]\napprovals: [{role: "claims#lead", at: ${date}}]\noutcome: done\n`;
    const made = apart();
    made.commit({ 'later.yaml': record('later', '2026-03-15') }, '2026-03-15');
    const { out } = await waymark(made.folder, ['history', 'variant', '--format', 'json']);
    const { versions } = JSON.parse(out) as { readonly versions: readonly { readonly version: string; readonly approvals: readonly unknown[] }[] };
    expect(versions.map(({ version, approvals }) => `${version} ${approvals.length}`)).toEqual(['1.0.0 0', '1.1.0 0', '1.0.0 1', '1.1.0 0']);
  });

  it('has one entry in the ledger, for what the commit held', async () => {
    const made = apart();
    expect((await waymark(made.folder, ['ledger', 'seal'])).code).toBe(0);
    expect((await waymark(made.folder, ['ledger', 'verify'])).code).toBe(0);
    const entries = readFileSync(join(made.folder, 'ledger.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly subject?: string; readonly version?: string; readonly effective?: { readonly from: string } });
    expect(entries.filter(({ subject }) => subject === 'journey:variant').map(({ version, effective }) => `${version} ${effective?.from}`)).toEqual(['1.0.0 2026-01-01', '1.1.0 2026-09-01', '1.1.0 2026-09-01']);
  });
});

describe('a version of a variant that is recorded after its base was announced, and begins before that', () => {
  const overtaking = (from: string, path?: string) => commits(
    ['2026-01-01', first],
    ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-06-01'), 'Two') }],
    ['2026-03-01', { 'variant.yaml': variant('1.1.0', active(from), 'V1', path) }],
  );

  it('is the one that becomes another one with the base', async () => {
    const made = overtaking('2026-04-01');
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.1.0 2026-06-01 Two']);
    expect(changesOf(made, 'stages.s.steps.t.title')).toEqual(['1.0.0 2026-01-01 V0', '1.1.0 2026-04-01 V1']);
    const { out } = await waymark(made.folder, ['history', 'variant']);
    expect(out).toContain('Active, in force from 2026-04-01, with what its base became from 2026-06-01 on.');
    expect(out).toMatch(/1\.0\.0: not touched, but its base changed on 2026-02-01 .*\n {2}Active, announced for 2026-06-01\.\n {2}It was replaced before it began: by 1\.1\.0 on 2026-03-01/);
    expect([await shown(made, '2026-05-01'), await shown(made, '2026-07-01')]).toEqual(['1.1.0 One 2026-03-01', '1.1.0 Two 2026-03-01']);
  });

  it('is so also where both begin on one day, and tells nothing of a field that it sets itself', () => {
    expect(changesOf(overtaking('2026-06-01'), 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.1.0 2026-06-01 Two']);
    expect(changesOf(overtaking('2026-04-01', 'stages.s.title'), 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.1.0 2026-04-01 V1']);
  });

  it('leaves the base to the earlier one where it begins later', () => {
    expect(changesOf(overtaking('2026-08-01'), 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.0.0 2026-06-01 Two']);
  });

  it('tells each of several that were announced', () => {
    const made = commits(
      ['2026-01-01', first],
      ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-06-01'), 'Two') }],
      ['2026-02-15', { 'base.yaml': base('1.2.0', active('2026-09-01'), 'Three') }],
      ['2026-03-01', { 'variant.yaml': variant('1.1.0', active('2026-04-01'), 'V1') }],
      ['2026-03-15', { 'variant.yaml': variant('1.2.0', active('2026-07-01'), 'V2') }],
    );
    expect(changesOf(made, 'stages.s.title')).toEqual(['1.0.0 2026-01-01 One', '1.1.0 2026-06-01 Two', '1.2.0 2026-09-01 Three']);
  });
});

describe('a field of a variant that its base made another one', () => {
  const record = (id: string, subject: string): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: change\ndate: 2026-02-01\nby: [claims]\nsubject: [${subject}]\napprovals: [{role: "claims#lead", person: ada, at: 2026-02-01}]\noutcome: done\n`;
  const agreed = { 'one.yaml': record('of-base', 'base@1.1.0'), 'two.yaml': record('of-variant', 'variant@1.1.0') };
  const said = (text: string): string => text.replace(/\n#? */g, ' ').replace(/\\/g, '');

  it('is told with the version of the base and who agreed to that', async () => {
    const made = commits(['2026-01-01', first], ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-02-01'), 'Two'), ...agreed }]);
    const text = said((await waymark(made.folder, ['history', 'variant', '--field', 'stages.s.title'])).out);
    expect(text).toMatch(/1\.0\.0, on 2026-02-01 .* by Ada: Two; it was One Active, in force from 2026-02-01\. It came with its base, `journey:base` 1\.1\.0: changed on 2026-02-01 \([0-9a-f]{12}\) by Ada\. Of the base: Approved as claims#lead by ada on 2026-02-01, as the Record of-base claims\. No Record names an approval of the variant itself\./);
    expect(text.match(/It came with its base/g)).toHaveLength(1);
    expect(said((await waymark(made.folder, ['history', 'variant', '--field', 'stages.s.title', '--format', 'markdown'])).out)).toMatch(/Of the base: Approved as \S+ by ada on 2026-02-01, as the Record of-base claims\./);
    const { out } = await waymark(made.folder, ['history', 'variant', '--field', 'stages.s.title', '--format', 'json']);
    const report = JSON.parse(out) as { readonly field: { readonly changes: readonly object[] } };
    expect(report.field.changes).toEqual([expect.not.objectContaining({ base: expect.anything() as unknown }), expect.objectContaining({ version: '1.0.0', base: expect.objectContaining({ spec: 'journey:base', version: '1.1.0', approvals: [expect.objectContaining({ record: 'of-base' })] }) as object })]);
    const schema = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/history.schema.json'), 'utf8')) as object);
    schema(report);
    expect(schema.errors ?? []).toEqual([]);
  });

  it('is told with the base also where one commit changes both, and without it where the variant did it', () => {
    const made = commits(['2026-01-01', first], ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-02-01'), 'Two'), 'variant.yaml': variant('1.1.0', active('2026-02-01'), 'V1') }]);
    const later = commits(['2026-01-01', first], ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-05-01'), 'Two'), 'variant.yaml': variant('1.1.0', active('2026-02-01'), 'V1') }]);
    for (const each of [made, later]) {
      expect(basesOf(each, 'stages.s.title')).toEqual(['1.0.0 One', '1.1.0 Two base@1.1.0']);
      expect(basesOf(each, 'stages.s.steps.t.title')).toEqual(['1.0.0 V0', '1.1.0 V1']);
    }
  });

  it('is told with the base of a version that goes on while a later one is announced', () => {
    const made = commits(
      ['2026-01-01', first],
      ['2026-02-01', { 'variant.yaml': variant('1.1.0', active('2026-09-01'), 'V1') }],
      ['2026-03-01', { 'base.yaml': base('1.1.0', active('2026-04-01'), 'Two') }],
    );
    expect(basesOf(made, 'stages.s.title')).toEqual(['1.0.0 One', '1.0.0 Two base@1.1.0']);
    expect(basesOf(made, 'stages.s.steps.t.title')).toEqual(['1.0.0 V0', '1.1.0 V1']);
  });

  it('is told with the base that has left', () => {
    const made = commits(['2026-01-01', first], ['2026-02-01', { 'base.yaml': null }]);
    expect(basesOf(made, 'stages.s.title')).toEqual(['1.0.0 One', '1.0.0 undefined base@1.0.0']);
  });

  function basesOf(made: TestRepository, path: string): readonly string[] {
    const changes = fieldHistory(followed(timelineOf(made), 'journey:variant'), path);
    if ('problem' in changes) throw new Error(changes.problem);
    return changes.map(({ version, after, base: became }) => `${version.version} ${String(after)}${became === undefined ? '' : ` ${became.id}@${became.version}`}`);
  }
});

describe('a variant whose base is not in force', () => {
  const answered = async (made: TestRepository, ...args: readonly string[]): Promise<string> => {
    const { out, err } = await waymark(made.folder, [...args, '--as-of', '2026-04-01', ...(args[0] === 'show' ? [] : ['--ref', 'main'])]);
    return `${out}${err}`.replace(/\n#? */g, ' ');
  };
  const later = { ...first, 'base.yaml': base('1.0.0', active('2026-06-01'), 'One') };
  const ended = { ...first, 'base.yaml': base('1.0.0', active('2026-01-01', '2026-03-01'), 'One') };

  it('is shown with the days on which the base is not', async () => {
    const gap = commits(['2026-01-01', ended], ['2026-02-01', { 'base.yaml': base('1.1.0', active('2026-05-01'), 'Two') }]);
    const retired = commits(['2026-01-01', first], ['2026-02-01', { 'base.yaml': base('1.0.1', active('2026-03-01').replace('active', 'retired'), 'One') }]);
    expect(await answered(commits(['2026-01-01', later]), 'show', 'variant')).toContain('It is a variant of `journey:base`, which is not in force on 2026-04-01: it is not until 2026-06-01.');
    expect(await answered(commits(['2026-01-01', ended]), 'show', 'variant')).toContain('which is not in force on 2026-04-01: it is not since 2026-03-01.');
    expect(await answered(gap, 'show', 'variant')).toContain('which is not in force on 2026-04-01: it is not since 2026-03-01 until 2026-05-01.');
    expect(await answered(retired, 'show', 'variant')).toContain('which is not in force on 2026-04-01: it is not since 2026-03-01.');
    const renamed = { 'base.yaml': null, 'new.yaml': `${base('1.1.0', active('2026-01-20'), 'One').replace('id: base', 'id: new')}aliases: [base]\n`, 'variant.yaml': variant('1.1.0', active('2026-01-20'), 'V1').replace('base@', 'new@') };
    const reverted = commits(['2026-01-01', first], ['2026-01-10', renamed], ['2026-02-01', { ...first, 'new.yaml': null }]);
    expect(await answered(reverted, 'show', 'variant')).toContain('It is a variant of `journey:new`, which is not in force on 2026-04-01: it is not since 2026-02-01.');
    const goesOn = commits(['2026-01-01', first], ['2026-01-10', renamed], ['2026-02-01', { ...first, 'new.yaml': null }], ['2026-02-10', { 'base.yaml': base('1.2.0', active('2026-03-01'), 'Two') }], ['2026-02-20', { 'base.yaml': base('1.3.0', active('2026-05-01'), 'Three') }]);
    expect(await answered(goesOn, 'show', 'variant')).toContain('It is a variant of `journey:new`, which is not in force on 2026-04-01: it is not since 2026-02-01.');
    expect(await answered(commits(['2026-01-01', first]), 'show', 'variant')).not.toContain('which is not in force');
    const { out } = await waymark(gap.folder, ['show', 'variant', '--as-of', '2026-04-01', '--format', 'json']);
    expect((JSON.parse(out) as { readonly remarks: readonly { readonly kind: string }[] }).remarks.map(({ kind }) => kind)).toEqual(['without-base']);
  });

  it('is found by validate, and named by prove and render with the reason', async () => {
    const made = commits(['2026-01-01', later]);
    expect(await answered(made, 'validate')).toContain('Variant `variant` is in force and its base, `base`, is not until 2026-06-01, so there is no journey of it.');
    expect(await answered(made, 'prove', 'variant')).toContain('The variant `variant` cannot be put together: its base, `base`, is not in force until 2026-06-01.');
    expect(await answered(made, 'render', 'variant')).toContain('`variant` cannot be drawn: its base, `base`, is not in force until 2026-06-01.');
    const over = commits(['2026-01-01', ended]);
    expect(await answered(over, 'validate')).toContain('There is no journey `base` any more, which `extends` of journey `variant` names: it had ended by the day that is asked about.');
    expect(await answered(over, 'render', 'variant')).toContain('`variant` cannot be drawn: its base, `base`, had ended by the day that is asked about.');
  });
});
