import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../src/base/escape/calendar.js';
import { active, commitOn, promise } from '../audit/past.js';
import { hostile } from '../report/hostile.js';
import { newRepository, team, workspace, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

const schema = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/due.schema.json'), 'utf8')) as object);

interface Report {
  readonly withoutHistory?: string;
  readonly workspaces: readonly {
    readonly due: readonly { readonly kind: string; readonly subject: string; readonly title: string; readonly day: string; readonly overdue: boolean }[];
    readonly stale?: readonly { readonly journey: string; readonly reviewed?: string; readonly because: readonly { readonly subject: string; readonly version: string; readonly level: string; readonly left?: true }[] }[];
  }[];
}

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { code, out, err } = await waymark(folder, ['history', '--due', ...args, '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  const value = JSON.parse(out) as Report;
  schema(value);
  expect(schema.errors ?? []).toEqual([]);
  return value;
}

const hostileTitle = '::error::x, [a](b:c); \\ ##[error] | naïve 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀';

const document = (kind: string, id: string, version: string, more: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: The ${id}\nversion: ${version}\n${active('2025-01-01')}\nowner: claims\n${more}\n`;
const system = (id: string, version: string, more: string): string => document('System', id, version, more);
const journey = (id: string, uses: string, title = `The ${id}`): string => document('Journey', id, '1.0.0', `review: {cycle: P12M}\nstages:\n  - id: report\n    title: Report\n    steps:\n      - {id: block, title: We block it, lane: backstage, systems: [${uses}], end: success}`).replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`);
const review = (id: string, date: string, about: string): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: review\ndate: ${date}\nby: [claims#lead]\nsubject: [${about}]\noutcome: as it is\n`;

/** Every commit is of 2026-01-01: `seen` was reviewed that day, `unseen` the day before, `worded` uses what only changed its words. */
function governed(): TestRepository {
  const made = newRepository();
  const journeys = { 'unseen.yaml': journey('unseen', 'core'), 'seen.yaml': journey('seen', 'core', hostileTitle), 'worded.yaml': journey('worded', 'desk') };
  const reviews = { 'r1.yaml': review('r1', '2025-12-31', 'unseen'), 'r2.yaml': review('r2', '2026-01-01', 'seen'), 'r3.yaml': review('r3', '2025-12-31', 'worded') };
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'core.yaml': system('core', '1.0.0', 'criticality: 3'), 'desk.yaml': system('desk', '1.0.0', ''), ...journeys, ...reviews });
  made.commit({ 'core.yaml': system('core', '2.0.0', 'criticality: 2') });
  made.commit({ 'desk.yaml': system('desk', '1.0.1', '').replace('The desk', 'The front desk'), 'core.yaml': system('core', '2.0.1', 'criticality: 2').replace('The core', 'A core') });
  return made;
}

/** Reads a calendar as RFC 5545 has it: unfolds, parts names from values and takes the escapes back. */
function eventsOf(calendar: string): readonly ReadonlyMap<string, string>[] {
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  const events: Map<string, string>[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/s.exec(line)!;
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    else events.at(-1)?.set(name!, value!.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)));
  }
  return events;
}

describe('waymark history --due', () => {
  const { folder } = governed();

  it('tells what is due by the day, and what a change has made stale', async () => {
    const { workspaces } = await report(folder);
    expect(workspaces[0]!.due.map(({ kind, subject, day, overdue }) => [kind, subject, day, overdue])).toEqual([
      ['review', 'journey:unseen', '2026-12-31', false],
      ['review', 'journey:worded', '2026-12-31', false],
      ['review', 'journey:seen', '2027-01-01', false],
    ]);
    expect(workspaces[0]!.due[2]!.title).toBe(hostileTitle);
    expect(workspaces[0]!.stale!.map(({ journey: id, reviewed, because }) => [id, reviewed, because.map(({ subject, version, level }) => `${subject} ${version} ${level}`)])).toEqual([['journey:unseen', '2025-12-31', ['system:core 2.0.0 compatible']]]);
  });

  it('looks only as far as it is asked to, from the day that it is asked for', async () => {
    expect((await report(folder, '--within', 'P39D')).workspaces[0]!.due.map(({ subject }) => subject)).toEqual(['journey:unseen', 'journey:worded']);
    expect((await report(folder, '--within', 'P38D')).workspaces[0]!.due).toEqual([]);
    expect((await report(folder, '--as-of', '2027-01-01', '--within', 'P1D')).workspaces[0]!.due.map(({ overdue }) => overdue)).toEqual([true, true, false]);
    expect((await report(folder, '--as-of', '2025-12-31')).workspaces[0]!.stale).toEqual([]);
  });

  it('prints a table with the next step, and says where it was read', async () => {
    const { out } = await waymark(folder, ['history', '--due', '--no-color']);
    expect(out).toMatch(/^What is due, as of 2026-11-22, read from main \([0-9a-f]{12}\): 0 overdue, 3 to come\.\n\n2026-12-31 {2}in 39 days {2}review {2}journey:unseen \(The unseen\)\n {2}Team\. Hold the review and add a Record/);
    expect(out).toMatch(/journey:unseen \(The unseen\), last reviewed on 2025-12-31\n {2}system:core \(The core\) had a compatible change on 2026-01-01, version 2\.0\.0 \([0-9a-f]{12}\)\.\n/);
    expect((await waymark(folder, ['history', '--due', '-f', 'markdown'])).out).toContain('\n| 2026-12-31 | in 39 days | review | journey:unseen (The unseen) | Team | Hold the review');
  });

  it('writes a calendar that is the same each time and that others can read', async () => {
    const { out } = await waymark(folder, ['history', '--due', '-f', 'ics']);
    expect((await waymark(folder, ['history', '--due', '-f', 'ics'])).out).toBe(out);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(out.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && Buffer.from(line).toString() === line)).toBe(true);
    const events = eventsOf(out);
    expect(events.map((event) => [event.get('DTSTAMP'), event.get('DTSTART;VALUE=DATE'), event.get('DTEND;VALUE=DATE')])).toEqual([['20261122T000000Z', '20261231', '20270101'], ['20261122T000000Z', '20261231', '20270101'], ['20261122T000000Z', '20270101', '20270102']]);
    expect(events[2]!.get('SUMMARY')).toBe(`review: journey:seen (${hostileTitle.replace('##[', '#\\u{23}[')})`);
    expect(events[0]!.get('DESCRIPTION')).toMatch(/^Hold the review .*\nOwner: Team\.\nWritten in unseen\.yaml:9:\d+\.$/);
    const later = eventsOf((await waymark(folder, ['history', '--due', '-f', 'ics', '--as-of', '2026-11-23'])).out);
    expect(later.map((event) => event.get('UID'))).toEqual(events.map((event) => event.get('UID')));
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(3);
  });

  it('writes a calendar of nothing that is one all the same', async () => {
    const { out } = await waymark(folder, ['history', '--due', '--within', 'P1D', '-f', 'ics']);
    expect(out.split('\r\n').filter((line) => /^(?:BEGIN|END):/.test(line))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR']);
    expect(out).not.toContain('VEVENT');
  });

  it('tells of the Policy that changed, as of a system', async () => {
    const made = newRepository();
    const policy = (version: string, more: string): string => document('Policy', 'rules', version, `profile: standard\n${more}`);
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'a.yaml': journey('a', ''), 'b.yaml': journey('b', ''), 'policy.yaml': policy('1.0.0', ''), 'r.yaml': review('r', '2025-12-31', 'a'), 's.yaml': review('s', '2026-01-01', 'b') });
    made.commit({ 'policy.yaml': policy('1.0.1', '').replace('The rules', 'Our rules') });
    expect((await report(made.folder)).workspaces[0]!.stale).toEqual([]);
    made.commit({ 'policy.yaml': policy('2.0.0', 'limits: {overlayShare: 0.3}') });
    const { stale } = (await report(made.folder)).workspaces[0]!;
    expect(stale!.map(({ journey: id, because }) => [id, because.map(({ subject, version }) => `${subject} ${version}`)])).toEqual([['journey:a', ['policy:rules 2.0.0']]]);
  });

  it('takes no later version of a journey for a review, unless it uses the system otherwise', async () => {
    const made = newRepository();
    const at = (version: string, systems: string): string => journey('a', systems).replace('version: 1.0.0', `version: ${version}`).replace(/^review:.*\n/m, '');
    commitOn(made, '2026-01-01', { 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'core.yaml': system('core', '1.0.0', 'criticality: 3'), 'mail.yaml': system('mail', '1.0.0', 'criticality: 3'), 'a.yaml': at('1.0.0', 'core') });
    commitOn(made, '2026-03-01', { 'core.yaml': system('core', '2.0.0', 'criticality: 2') });
    commitOn(made, '2026-04-01', { 'a.yaml': at('1.1.0', 'core').replace(/title: .*/, 'title: Anew').replace(/effective: .*/, 'effective: {from: 2026-04-01}') });
    const told = async (): Promise<unknown> => (await report(made.folder)).workspaces[0]!.stale!.map(({ journey: id, because }) => [id, because.map(({ subject, version }) => `${subject} ${version}`)]);
    expect(await told()).toEqual([['journey:a', ['system:core 2.0.0']]]);
    commitOn(made, '2026-05-01', { 'a.yaml': at('1.2.0', 'core, mail').replace(/effective: .*/, 'effective: {from: 2026-05-01}') });
    expect(await told()).toEqual([['journey:a', ['system:core 2.0.0']]]);
    commitOn(made, '2026-06-01', { 'a.yaml': at('1.3.0', 'mail').replace(/effective: .*/, 'effective: {from: 2026-06-01}') });
    expect(await told()).toEqual([]);
    commitOn(made, '2026-07-01', { 'a.yaml': at('1.4.0', 'core').replace(/effective: .*/, 'effective: {from: 2026-07-01}') });
    expect(await told()).toEqual([]);
    commitOn(made, '2026-08-01', { 'core.yaml': system('core', '3.0.0', 'criticality: 1') });
    expect(await told()).toEqual([['journey:a', ['system:core 3.0.0']]]);
  });

  it('tells of what left the workspace and is still named, until that is looked at', async () => {
    const made = newRepository();
    commitOn(made, '2026-01-01', { 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'core.yaml': system('core', '1.0.0', 'criticality: 3'), 'mail.yaml': system('mail', '1.0.0', 'criticality: 3'), 'fast.yaml': promise('fast', '1.0.0', active('2026-01-01')), 'a.yaml': `${journey('a', 'core')}slas: [fast]\n`, 'b.yaml': journey('b', 'mail') });
    expect((await report(made.folder)).workspaces[0]!.stale).toEqual([]);
    commitOn(made, '2026-03-01', { 'core.yaml': null, 'fast.yaml': null });
    const { stale } = (await report(made.folder)).workspaces[0]!;
    expect(stale!.map(({ journey: id, because }) => [id, because.map(({ subject, left }) => [subject, left])])).toEqual([['journey:a', [['system:core', true], ['sla:fast', true]]]]);
    expect((await waymark(made.folder, ['history', '--due', '--no-color'])).out).toMatch(/ {2}system:core \(The core\) left the workspace on 2026-03-01 \([0-9a-f]{12}\), and is still named\.\n/);
    commitOn(made, '2026-03-02', { 'r.yaml': review('r', '2026-03-02', 'a') });
    expect((await report(made.folder)).workspaces[0]!.stale).toEqual([]);
  });

  it('tells of a system of another repository whose imported copy is another one', async () => {
    const made = newRepository();
    const lock = (copy: string): string => `${workspace}imports:\n  - {name: group, source: vendor/group.yaml, version: ">=1.0.0", integrity: ${createHash('sha256').update(copy).digest('hex')}}\n`;
    const take = (copy: string, more = {}): string => made.commit({ 'waymark.yaml': lock(copy), 'vendor/group.yaml': copy, ...more });
    take(system('crm', '1.0.0', 'criticality: 3'), { 'claims.yaml': team('claims'), 'a.yaml': journey('a', 'group/crm'), 'b.yaml': journey('b', 'group/mail'), 'r.yaml': review('r', '2025-12-31', 'a'), 's.yaml': review('s', '2025-12-31', 'b') });
    take(system('crm', '1.0.1', 'criticality: 3').replace('The crm', 'A crm'));
    expect((await report(made.folder)).workspaces[0]!.stale).toEqual([]);
    take(system('crm', '2.0.0', 'criticality: 2'));
    expect((await report(made.folder)).workspaces[0]!.stale!.map(({ journey: id, because }) => [id, because.map(({ subject, version, level }) => `${subject} ${version} ${level}`)])).toEqual([['journey:a', ['system:group/crm 2.0.0 compatible']]]);
  });

  it('tells what strangers wrote as text', async () => {
    for (const format of ['text', 'markdown', 'json', 'ics']) expect((await waymark(folder, ['history', '--due', '-f', format])).out).not.toMatch(/\u001b|\u202e|^\s*::|##\[/m);
  });

  it.each(hostile.map((text) => ({ name: JSON.stringify(text).slice(0, 60), text })))('folds $name at any place, so that no line is one that a build log obeys', ({ text }) => {
    for (let before = 0; before < 80; before += 1) {
      const written = calendarText('SUMMARY', [`${'x'.repeat(before)}${text}`, text]);
      expect(written).not.toMatch(/^\s*::|##\[/m);
      expect(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\p{Cc}\p{Cs}]/u.test(line))).toBe(true);
    }
  });

  it('writes a text of many spaces in lines as it would any other', { timeout: 5000 }, () => {
    const written = calendarText('SUMMARY', [`a${' '.repeat(200_000)}z`, `a${' '.repeat(200_000)}:`]);
    expect(written.replaceAll('\r\n ', '')).toBe(`SUMMARY:a${' '.repeat(200_000)}z\\na :`);
  });

  it('reads the files as they lie here where there is no history, and says what it cannot tell', async () => {
    const plain = folderWith({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'a.yaml': journey('a', 'core'), 'r.yaml': review('r', '2025-11-01', 'a') });
    const { withoutHistory, workspaces } = await report(plain);
    expect(withoutHistory).toMatch(/repository/);
    expect(workspaces).toEqual([expect.objectContaining({ due: [expect.objectContaining({ subject: 'journey:a', day: '2026-11-01', overdue: true })] })]);
    expect(workspaces[0]).not.toHaveProperty('stale');
    expect((await waymark(plain, ['history', '--due', '--no-color'])).out).toContain('is not told, because there is no\nhistory to read: this folder lies in no git repository.');
    expect(await waymark(plain, ['history', '--due', '--ref', 'main'])).toMatchObject({ code: 3, out: '' });
  });

  it('refuses what does not go together', async () => {
    const cases: readonly (readonly string[])[] = [[], ['seen', '--due'], ['--due', '--field', 'title'], ['seen', '--within', 'P1D'], ['seen', '--as-of', '2026-01-01'], ['seen', '-f', 'ics'], ['--due', '--within', 'soon'], ['--due', '--as-of', 'soon'], ['--due', '-f', 'sarif']];
    for (const args of cases) expect(await waymark(folder, ['history', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/\S/) as string });
    expect((await waymark(folder, ['history', 'seen'], { WAYMARK_AS_OF: '2026-01-01' })).code).toBe(0);
    expect(await waymark(folder, ['history', '--due', '-w', 'elsewhere'])).toMatchObject({ code: 3, out: '' });
  });
});
