import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addBusinessTime, businessTimeBetween, compareBusinessTimes, longestBusinessTime } from '../../../src/analysis/business-time/business-arithmetic.js';
import { loadWorkspaceFrom } from '../../../src/model/load-workspace.js';
import { validate } from '../../../src/validate/validate.js';
import { soundCalendar } from '../../support/calendars.js';

const page = readFileSync(new URL('../../../docs/business-time.md', import.meta.url), 'utf8');
const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 0.1.0\nstatus: draft\nowner: claims\nfunction: operations\n';
const workspace = loadWorkspaceFrom({
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n',
  'claims.yaml': team,
  'office.yaml': yaml,
  'dayless.yaml': yaml.replace('id: office', 'id: dayless').replace(/^dayLength.*\n/m, ''),
  'early.yaml': yaml.replace('id: office', 'id: early').replaceAll('08:00-18:00', '07:00-17:00'),
  'later.yaml': yaml.replace('id: office', 'id: later').replace(/^horizon.*\n/m, 'horizon: {from: 2028-01-01, until: 2029-01-01}\n'),
});
const [office, always, dayless, early, later] = ['office', '24x7', 'dayless', 'early', 'later'].map((id) => soundCalendar(workspace, id)) as [Calendar, Calendar, Calendar, Calendar, Calendar];
type Calendar = ReturnType<typeof soundCalendar>;

describe('the page about business time', () => {
  it('shows a calendar that is sound', () => {
    const { diagnostics } = validate(loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n', 'claims.yaml': team, 'office.yaml': yaml }), { asOf: '2026-11-22' });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });

  const examples: readonly (readonly [string, unknown])[] = [
    ["addBusinessTime(office, '2026-06-05T15:00:00Z', '1h')", addBusinessTime(office, '2026-06-05T15:00:00Z', '1h')],
    ["addBusinessTime(office, '2026-04-02T08:00:00+02:00', '1d')", addBusinessTime(office, '2026-04-02T08:00:00+02:00', '1d')],
    ["addBusinessTime(always, '2026-03-28T12:00:00+01:00', '1d')", addBusinessTime(always, '2026-03-28T12:00:00+01:00', '1d')],
    ["businessTimeBetween(office, '2026-06-05T15:00:00Z', '2026-06-08T07:00:00Z')", businessTimeBetween(office, '2026-06-05T15:00:00Z', '2026-06-08T07:00:00Z')],
    ["longestBusinessTime(always, {calendar: office, time: '10h'})", longestBusinessTime(always, { calendar: office, time: '10h' })],
    ["compareBusinessTimes({calendar: office, time: '1d'}, {calendar: office, time: '10h'})", compareBusinessTimes({ calendar: office, time: '1d' }, { calendar: office, time: '10h' })],
    ["compareBusinessTimes({calendar: office, time: '10h'}, {calendar: always, time: '72h'})", compareBusinessTimes({ calendar: office, time: '10h' }, { calendar: always, time: '72h' })],
  ];

  it('shows what the functions answer', () => {
    expect(page.split('\n').filter((line) => /^\w+\(.* \/\/ /.test(line))).toEqual(examples.map(([call, answer]) => `${call} // ${JSON.stringify(answer)}`));
  });
});

describe('lengths of time compare', () => {
  it.each([
    [office, '1d', office, '9h', 'longer'],
    [office, '9h', office, '1d', 'shorter'],
    [office, '10h', always, '7d', 'shorter'],
    [always, '7d', office, '10h', 'longer'],
    [office, '10h', early, '10h', 'depends'],
    [always, '24h', always, 'P1D', 'equal'],
    [office, '2d', dayless, '20h', 'equal'],
  ])('%# %s', (calendar, time, other, otherTime, comparison) => {
    expect(compareBusinessTimes({ calendar, time }, { calendar: other, time: otherTime })).toEqual({ comparison });
  });
});

describe('what cannot be answered is told', () => {
  const noInstant = (text: string): object => ({ problem: { message: `\`${text}\` is no instant.`, hint: 'Write day, time and zone in whole seconds, for example `2026-06-05T08:00:00Z` or `2026-06-05T10:00:00+02:00`.', path: [] } });

  it.each(['2026-06-05T08:00:00', '2026-06-05', '2026-02-30T08:00:00Z', '2026-06-05T08:00:00.5Z', '1780646400', ''])('%j is no instant', (text) => {
    expect([addBusinessTime(office, text, '1h'), businessTimeBetween(office, text, '2026-06-05T08:00:00Z'), businessTimeBetween(office, '2026-06-05T08:00:00Z', text)]).toEqual([noInstant(text), noInstant(text), noInstant(text)]);
  });

  it('a length of time that cannot be read', () => {
    const problems = [addBusinessTime(dayless, '2026-06-05T08:00:00Z', '1d'), compareBusinessTimes({ calendar: dayless, time: '1d' }, { calendar: office, time: '1d' }), compareBusinessTimes({ calendar: office, time: '1d' }, { calendar: dayless, time: '1d' }), longestBusinessTime(always, { calendar: dayless, time: '1d' })];
    expect(problems.map((each) => 'problem' in each && each.problem.message)).toEqual(problems.map(() => '`1d` is counted in days, and calendar `dayless` does not say how many open hours a day has.'));
  });

  it('time outside of a horizon, and after the last closing, because nobody knows when it opens again', () => {
    const message = 'That lies outside of the days for which calendar `office` is known, 2026-01-01 to 2027-12-31.';
    const problems = [addBusinessTime(office, '2027-12-31T15:00:00Z', '2h'), businessTimeBetween(office, '2025-06-05T08:00:00Z', '2026-06-05T08:00:00Z'), compareBusinessTimes({ calendar: office, time: '1h' }, { calendar: later, time: '1h' }), longestBusinessTime(later, { calendar: office, time: '1h' })];
    expect(problems.map((each) => 'problem' in each && each.problem.message)).toEqual(problems.map(() => message));
    expect(addBusinessTime(office, '2027-12-31T16:00:00Z', '1h')).toMatchObject({ problem: { hint: 'Ask about time within them, or let the `horizon` reach further.', path: ['horizon'] } });
  });
});
