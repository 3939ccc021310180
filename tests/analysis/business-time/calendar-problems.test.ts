import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../../src/analysis/business-time/business-calendar.js';
import type { BusinessCalendar, CalendarProblem } from '../../../src/analysis/business-time/calendar.js';
import { promisedSeconds } from '../../../src/analysis/business-time/promised-seconds.js';
import { loadWorkspaceFrom } from '../../../src/model/load-workspace.js';
import type { Workspace } from '../../../src/model/workspace.js';
import { soundCalendar, told, workspaceOf } from '../../support/calendars.js';

const hour = 3600;
const horizon = { from: '2026-06-01', until: '2026-06-08' };
const sound = { timezone: 'Europe/Berlin', weekly: { mon: ['08:00-18:00'], tue: ['08:00-18:00'] }, horizon };

function problemOf(said: object, others: { readonly [id: string]: object } = {}): CalendarProblem | undefined {
  const reading = businessCalendar(workspaceOf({ desk: said, ...others }), 'desk');
  return 'problem' in reading ? reading.problem : undefined;
}

/** The message, and the place it points to. */
function placed(problem: CalendarProblem | undefined): string | undefined {
  return problem && `${[problem.spec?.id, ...problem.path].join('/')}: ${problem.message}`;
}

describe('a calendar that cannot be counted with says what to write', () => {
  it.each<[string, object, string, string]>([
    ['no zone', { ...sound, timezone: undefined }, 'desk/timezone: Calendar `desk` does not say in which time zone its hours are meant.', 'Add it, for example `timezone: Europe/Berlin`.'],
    ['a zone that does not exist', { ...sound, timezone: 'Europe/Munich' }, 'desk/timezone: `Europe/Munich` is no time zone.', 'Write a continent and a city, for example `timezone: Europe/Berlin`.'],
    ['no hours', { ...sound, weekly: undefined }, 'desk/weekly: Calendar `desk` does not say when it is open.', 'Add the hours of a week, for example `weekly: {mon: ["08:00-18:00"]}`.'],
    ['no horizon', { ...sound, horizon: undefined }, 'desk/horizon: Calendar `desk` does not say for which days its hours and holidays are known.', 'Add the first day and the first day that is no longer known, for example `horizon: {from: 2026-01-01, until: 2028-01-01}`.'],
    ['a horizon without a beginning', { ...sound, horizon: { until: '2026-06-08' } }, 'desk/horizon: The `horizon` of calendar `desk` does not say from which day.', 'Add the first day for which the holidays are known, for example `from: 2026-01-01`.'],
    ['a horizon without an end', { ...sound, horizon: { from: '2026-06-01' } }, 'desk/horizon: The `horizon` of calendar `desk` does not say until when.', 'Add the first day for which the holidays are no longer known, for example `until: 2028-01-01`.'],
    ['a horizon that ends before it begins', { ...sound, horizon: { from: '2026-06-08', until: '2026-06-08' } }, 'desk/horizon/until: The `horizon` of calendar `desk` ends on 2026-06-08, which is not after 2026-06-08.', 'Write the first day that is no longer known, later than `from`.'],
    ['a horizon of a lifetime', { ...sound, horizon: { from: '2026-06-01', until: '2066-06-01' } }, 'desk/horizon/until: The `horizon` of calendar `desk` is longer than 30 years.', 'End it where the holidays are no longer known, a few years ahead.'],
    ['a first day that does not exist', { ...sound, horizon: { ...horizon, from: '2026-02-30' } }, 'desk/horizon/from: `2026-02-30` in calendar `desk` is no day of the calendar.', 'Write a day that exists, as year, month and day, for example `2026-09-01`.'],
    ['a last day that does not exist', { ...sound, horizon: { ...horizon, until: '2026-13-01' } }, 'desk/horizon/until: `2026-13-01` in calendar `desk` is no day of the calendar.', 'Write a day that exists, as year, month and day, for example `2026-09-01`.'],
    ['a holiday that does not exist', { ...sound, holidays: [{ date: '2026-06-02' }, { date: '2026-06-31' }] }, 'desk/holidays/1/date: `2026-06-31` in calendar `desk` is no day of the calendar.', 'Write a day that exists, as year, month and day, for example `2026-09-01`.'],
    ['hours on top of others', { ...sound, weekly: { mon: ['08:00-13:00', '12:00-18:00'] } }, 'desk/weekly/mon/1: The hours `12:00-18:00` of calendar `desk` begin before `08:00-13:00` has ended.', 'Let one end before the other begins, or write them as one stretch.'],
    ['no day on which it opens', { ...sound, weekly: { mon: ['08:00-18:00'] }, holidays: [{ date: '2026-06-01' }] }, 'desk/weekly: Calendar `desk` is never open.', 'Write its hours, for example `weekly: {mon: ["08:00-18:00"]}`, and let its `horizon` reach over days that are no holidays.'],
    ['hours that end when they begin', { ...sound, weekly: { mon: ['08:00-08:00'] } }, 'desk/weekly: Calendar `desk` is never open.', 'Write its hours, for example `weekly: {mon: ["08:00-18:00"]}`, and let its `horizon` reach over days that are no holidays.'],
    ['a day counted in days', { ...sound, dayLength: '1d' }, 'desk/dayLength: The `dayLength` of calendar `desk` is `1d`, which says no number of hours.', 'Write how many open hours one working day has, for example `dayLength: 10h`.'],
    ['a day of no time', { ...sound, dayLength: '0h' }, 'desk/dayLength: The `dayLength` of calendar `desk` is `0h`, which says no number of hours.', 'Write how many open hours one working day has, for example `dayLength: 10h`.'],
    ['a day that is too long', { ...sound, dayLength: '25h' }, 'desk/dayLength: The `dayLength` of calendar `desk` is `25h`, which is more than a day has.', 'Write how many open hours one working day has, for example `dayLength: 10h`.'],
    ['a day that cannot be read', { ...sound, dayLength: '30m4h' }, 'desk/dayLength: The `dayLength` of calendar `desk` is `30m4h`, which is no length of time: the greater unit stands first: write `4h30m`.', 'Write how many open hours one working day has, for example `dayLength: 10h`.'],
    ['a base that does not exist', { ...sound, extends: 'national' }, 'desk/extends: Calendar `desk` takes over the hours of `national`, which is no calendar of this workspace.', 'Name a calendar that exists under `extends`, or write the hours into `desk`.'],
    ['itself as its base', { ...sound, extends: 'desk' }, 'desk/extends: Calendar `desk` takes over its own hours.', 'Remove one `extends`, so that one of them says its hours itself.'],
  ])('%s', (_, said, message, hint) => {
    const problem = problemOf(said);
    expect([placed(problem), problem?.hint]).toEqual([message, hint]);
  });

  it('a circle of calendars', () => {
    expect(placed(problemOf({ extends: 'b' }, { b: { extends: 'desk' } }))).toBe('b/extends: Calendar `b` takes over the hours of `desk`, which takes over those of `b` in turn.');
  });

  it('a long line of calendars', () => {
    const line = Object.fromEntries(Array.from({ length: 12 }, (_, each) => [`c${each}`, { extends: `c${each + 1}` }]));
    expect(placed(problemOf({ extends: 'c0' }, line))).toBe("c8/extends: Calendar `c8` is the last of 10 that take over each other's hours, and no more are read.");
  });

  it('a mistake in a base is shown where it stands', () => {
    expect(placed(problemOf({ extends: 'base' }, { base: { ...sound, horizon: { from: '2026-06-01' } } }))).toBe('base/horizon: The `horizon` of calendar `base` does not say until when.');
  });

  it('a calendar that does not exist', () => {
    const workspace = loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n', 'broken.yaml': 'apiVersion: waymark/v1\nkind: Calendar\nid: broken\nweekley: {}\n' });
    expect(businessCalendar(workspace, 'nowhere')).toEqual({ problem: { message: 'The calendar `nowhere` does not exist in this workspace.', hint: 'Name a calendar of this workspace, or `24x7` for one that never closes.', path: [] } });
    expect(businessCalendar(workspace, 'broken')).toMatchObject({ problem: { message: 'The calendar `broken` cannot be read.' } });
  });
});

describe('a calendar that takes over from another', () => {
  const base = { ...sound, dayLength: '10h', holidays: [{ date: '2026-06-01' }] };

  it('is its base where it is silent', () => {
    const workspace = workspaceOf({ desk: { extends: 'base' }, base });
    const [desk, taken] = [soundCalendar(workspace, 'desk'), soundCalendar(workspace, 'base')];
    expect([desk.id, desk.timezone, desk.dayLength, desk.horizon, desk.boundaries]).toEqual(['desk', taken.timezone, taken.dayLength, taken.horizon, taken.boundaries]);
  });

  it('says its own week, zone, horizon and length of a day, and adds its holidays', () => {
    const own = { extends: 'base@^0.1', timezone: 'UTC', weekly: { mon: ['09:00-10:00'], tue: ['09:00-10:00'], wed: ['09:00-10:00'] }, dayLength: '1h', holidays: [{ date: '2026-06-02' }], horizon: { from: '2026-05-31', until: '2026-06-09' } };
    const desk = soundCalendar(workspaceOf({ desk: own, base }), 'desk');
    expect([...desk.boundaries].map(told)).toEqual(['2026-06-03T09:00:00Z', '2026-06-03T10:00:00Z', '2026-06-08T09:00:00Z', '2026-06-08T10:00:00Z']);
    expect([desk.timezone, desk.dayLength, desk.horizon.firstDay, desk.horizon.lastDay]).toEqual(['UTC', hour, '2026-05-31', '2026-06-08']);
  });

  it('may be open always but on holidays', () => {
    const desk = soundCalendar(workspaceOf({ desk: { extends: '24x7', timezone: 'UTC', horizon, holidays: [{ date: '2026-06-03' }] } }), 'desk');
    expect([...desk.boundaries].map(told)).toEqual(['2026-06-01T00:00:00Z', '2026-06-03T00:00:00Z', '2026-06-04T00:00:00Z', '2026-06-08T00:00:00Z']);
    expect(desk.dayLength).toBe(24 * hour);
  });
});

describe('a calendar of another repository', () => {
  const copy = (id: string, said: object): string => JSON.stringify({ apiVersion: 'waymark/v1', kind: 'Calendar', id, title: id, version: '1.0.0', status: 'draft', owner: 'desk', ...said });
  const workspaceWith = (extended: string): Workspace => loadWorkspaceFrom({
    'waymark.yaml': JSON.stringify({ apiVersion: 'waymark/v1', kind: 'Workspace', id: 'w', title: 'W', imports: [{ name: 'group', source: 'vendor/hours.yaml', version: '^1.0.0', integrity: 'a'.repeat(64) }] }),
    'vendor/hours.yaml': `${copy('office', { extends: extended, dayLength: '9h' })}\n---\n${copy('national', sound)}\n`,
    'desk.yaml': copy('desk', { extends: 'group/office', dayLength: '8h' }),
    'national.yaml': copy('national', { ...sound, timezone: 'UTC' }),
  });

  it('takes over from those beside it, and may be taken over from', () => {
    const workspace = workspaceWith('national');
    const [office, desk] = ['group/office', 'desk'].map((id) => soundCalendar(workspace, id)) as [BusinessCalendar, BusinessCalendar];
    expect([office.id, office.timezone, office.dayLength, office.spec?.id]).toEqual(['group/office', 'Europe/Berlin', 9 * hour, 'office']);
    expect([desk.timezone, desk.dayLength, desk.boundaries]).toEqual(['Europe/Berlin', 8 * hour, office.boundaries]);
  });

  it('that is not there is told', () => {
    expect(businessCalendar(workspaceWith('national'), 'group/nothing')).toMatchObject({ problem: { message: 'The calendar `group/nothing` does not exist in this workspace.' } });
    expect(businessCalendar(workspaceWith('office'), 'desk')).toMatchObject({ problem: { message: 'Calendar `office` takes over its own hours.' } });
  });
});

describe('a calendar', () => {
  it('may stand in a Directory', () => {
    const directory = { apiVersion: 'waymark/v1', kind: 'Directory', id: 'small', title: 'Small', version: '0.1.0', status: 'draft', owner: 'desk', calendars: { desk: { title: 'Desk', ...sound }, named: 'Only a name' } };
    const workspace = loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n', 'small.yaml': JSON.stringify(directory) });
    expect([...soundCalendar(workspace, 'desk').boundaries].map(told)).toEqual(['2026-06-01T06:00:00Z', '2026-06-01T16:00:00Z', '2026-06-02T06:00:00Z', '2026-06-02T16:00:00Z']);
    expect(businessCalendar(workspace, 'named')).toMatchObject({ problem: { path: ['timezone'] } });
  });

  it('without a zone is meant in that of the workspace', () => {
    expect(soundCalendar(workspaceOf({ desk: { ...sound, timezone: undefined } }, { timezone: 'Asia/Tokyo' }), 'desk').timezone).toBe('Asia/Tokyo');
    const reading = businessCalendar(workspaceOf({ desk: { ...sound, timezone: undefined } }, { timezone: 'Asia/Tokio' }), 'desk');
    expect(reading).toEqual({ problem: { message: '`Asia/Tokio` is no time zone.', hint: 'Write a continent and a city, for example `timezone: Europe/Berlin`.', path: ['timezone'] } });
  });

  it('is made once for each workspace', () => {
    const workspace = workspaceOf({ desk: sound });
    expect(soundCalendar(workspace, 'desk')).toBe(soundCalendar(workspace, 'desk'));
    expect(soundCalendar(workspace, 'desk')).not.toBe(soundCalendar(workspaceOf({ desk: sound }), 'desk'));
  });

  it('tells which Calendar it was made from', () => {
    expect(soundCalendar(workspaceOf({ desk: sound }), 'desk').spec?.coordinate).toBe('calendar:desk');
  });
});

describe('a promised time', () => {
  const workspace = workspaceOf({ desk: { ...sound, dayLength: '10h' }, dayless: sound });
  const [desk, dayless, always] = ['desk', 'dayless', '24x7'].map((id) => soundCalendar(workspace, id)) as [ReturnType<typeof soundCalendar>, ReturnType<typeof soundCalendar>, ReturnType<typeof soundCalendar>];

  it.each<[string, number]>([
    ['4h', 4 * hour],
    ['2d', 20 * hour],
    ['P1DT30M', 10 * hour + 1800],
    ['PT90S', 90],
  ])('%s on a calendar of ten-hour days', (text, seconds) => {
    expect(promisedSeconds(desk, text)).toEqual({ seconds });
  });

  it('of days on 24x7 is 24 hours each', () => {
    expect(promisedSeconds(always, 'P1D')).toEqual({ seconds: 24 * hour });
    expect(promisedSeconds(always, '1w')).toEqual({ seconds: 7 * 24 * hour });
  });

  it('of hours needs no length of a day', () => {
    expect(promisedSeconds(dayless, '90m')).toEqual({ seconds: 5400 });
  });

  it.each<[string, string, string]>([
    ['2d', 'dayless/dayLength: `2d` is counted in days, and calendar `dayless` does not say how many open hours a day has.', 'Add it to `dayless`, for example `dayLength: 10h`, or promise hours.'],
    ['1w', ': `1w` could be a week of working days or seven of them.', 'Promise a number of days or hours, for example `5d`.'],
    ['P2W', ': `P2W` could be a week of working days or seven of them.', 'Promise a number of days or hours, for example `5d`.'],
    ['P1M', ': `P1M` has months or years, which have no fixed number of open hours.', 'Promise a number of days or hours, for example `20d`.'],
    ['P1Y', ': `P1Y` has months or years, which have no fixed number of open hours.', 'Promise a number of days or hours, for example `20d`.'],
    ['soon', ': `soon` is no length of time.', 'Write it like `30m`, `4h`, `2d` or `P3M`.'],
  ])('%s is refused', (text, message, hint) => {
    const promised = promisedSeconds(dayless, text);
    const problem = 'problem' in promised ? promised.problem : undefined;
    expect([placed(problem), problem?.hint]).toEqual([message, hint]);
  });
});
