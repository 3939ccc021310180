import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { active, commits } from '../audit/past.js';
import { workspace } from '../support/git-repository.js';
import { waymark } from './harness.js';

const headed = (kind: string, id: string, version: string, from: string, rest: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\nversion: ${version}\n${active(from)}\nowner: claims\n${rest}`;
const team = (version: string, from: string, title: string): string => headed('Team', 'claims', version, from, `title: ${title}\nfunction: service\npeople: [{id: ada, handles: [ada]}]\nroles: [{id: lead, person: ada}]\n`);
const calendar = (version: string, from: string, until: string): string => headed('Calendar', 'office', version, from, `title: Office\ntimezone: Europe/Vienna\nweekly: {mon: ["08:00-${until}"], tue: ["08:00-${until}"]}\ndayLength: ${Number(until.slice(0, 2)) - 8}h\nhorizon: {from: 2026-01-01, until: 2028-01-01}\n`);
const promise = headed('Sla', 'repair', '1.0.0', '2026-01-01', 'title: Repair\nprovider: claims\nconsumer: customer\ntype: sla\nmetric: duration\nclock: {start: asked, stop: mended}\ncalendar: office\ntargets: [{within: 2d}]\n');
const journey = headed('Journey', 'repair-it', '1.0.0', '2026-01-01', `title: Repair it
slas: [repair]
stages:
  - id: all
    title: All
    owner: claims
    steps:
      - {id: ask, title: Customer asks, lane: customer, channel: web, events: {complete: asked}}
      - {id: mend, title: We mend, lane: backstage, promise: {within: 1d, calendar: office}, events: {start: asked, complete: mended}, end: success}
`);

const system = headed('System', 'shop', '1.0.0', '2026-01-01', 'title: Shop\ntype: crm\nemits: [{event: asked, caseKey: id, timestamp: at}, {event: mended, caseKey: id, timestamp: at}]\n');

/** A team and a calendar that changed, both recorded before the day on which they begin; the team has been corrected since. */
const { folder } = commits(
  ['2026-01-01', { 'waymark.yaml': workspace, 'claims.yaml': team('1.0.0', '2026-01-01', 'First crew'), 'office.yaml': calendar('1.0.0', '2026-01-01', '17:00'), 'repair.yaml': promise, 'journey.yaml': journey, 'shop.yaml': system }],
  ['2026-03-01', { 'claims.yaml': team('1.1.0', '2026-04-01', 'Second crew'), 'office.yaml': calendar('1.1.0', '2026-05-01', '14:00') }],
  ['2026-08-01', { 'claims.yaml': team('1.1.1', '2026-04-15', 'Third crew') }],
);

async function drawn(view: string, ...args: readonly string[]): Promise<string> {
  const run = await waymark(folder, ['render', 'repair-it', '--view', view, '-f', 'markdown', ...args]);
  expect(run.code).toBe(0);
  return run.out;
}

async function generated(target: string, ...args: readonly string[]): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), 'waymark-then-')), 'out');
  const run = await waymark(folder, ['generate', target, '--out', out, ...args]);
  expect(run.code).toBe(0);
  return readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => readFileSync(join(each.parentPath, each.name), 'utf8')).join('\n');
}

const onDay = (asOf: string, recordedBy?: string): readonly string[] => ['--as-of', asOf, ...(recordedBy === undefined ? ['--ref', 'main'] : ['--recorded-by', recordedBy])];

describe('what is drawn and what is written for others, as of a day', () => {
  it.each<[string, readonly string[], string, string]>([
    ['before anything changed', onDay('2026-03-31'), 'First crew', '18 h'],
    ['the team of that day, which has changed since', onDay('2026-04-10'), 'Second crew', '18 h'],
    ['the calendar of that day, which has changed since', onDay('2026-05-01'), 'Third crew', '12 h'],
    ['the day before the calendar changed', onDay('2026-04-30'), 'Third crew', '18 h'],
    ['what was known on a day: no correction that came later', onDay('2026-05-01', '2026-07-31'), 'Second crew', '12 h'],
    ['what was known on a day: nothing that was announced later', onDay('2026-05-01', '2026-02-28'), 'First crew', '18 h'],
    ['the day of what was known, where no other is named', ['--recorded-by', '2026-04-10'], 'Second crew', '18 h'],
  ])('%s', async (_, args, crew, hours) => {
    expect(await drawn('raci', ...args)).toContain(`| All | ${crew} | ${crew} |`);
    expect(await drawn('sla', ...args)).toContain(`2d on office (${hours})`);
    expect(await generated('backstage', ...args)).toContain(crew);
    expect(await generated('zendesk', ...args)).toContain(`"target": ${Number(hours.split(' ')[0]) * 60},`);
  });
});
