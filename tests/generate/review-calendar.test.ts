import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { whatIsDue } from '../../src/analysis/due/what-is-due.js';
import { dayAfter } from '../../src/base/date.js';
import { visible } from '../../src/base/escape/visible.js';
import { fieldOf } from '../../src/base/json.js';
import { repetition } from '../../src/generate/targets/review-calendar.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations } from './generated.js';
import { writtenDocuments } from './register-files.js';

/** A calendar as a calendar program reads it. */
async function eventsOf(workspace: Workspace): Promise<readonly ICAL.Event[]> {
  const parsed = new ICAL.Component(ICAL.parse(contentOf(await generated(workspace, 'review-calendar'), 'review-calendar.ics')) as unknown as ConstructorParameters<typeof ICAL.Component>[0]);
  return parsed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function subjectOf({ description }: ICAL.Event): string {
  return /^([a-z-]+:[a-z0-9-]+), owned by/.exec(description)![1]!;
}

function firstDays({ component }: ICAL.Event, most: number): readonly string[] {
  const days = new ICAL.Event(component).iterator();
  return Array.from({ length: most }, () => days.next().toString().slice(0, 10));
}

describe.each(examples)('the calendar of %s', (name) => {
  it('has the days on which reviews are due, and no clock', async () => {
    const workspace = example(name);
    const due = whatIsDue(workspace, '9999-12-31').filter(({ kind }) => kind === 'review');
    const events = await eventsOf(workspace);
    expect(due.length).toBeGreaterThan(5);
    expect(events.map((event) => `${subjectOf(event)} ${event.startDate.toString()} ${event.summary}`).toSorted()).toEqual(due.map(({ subject, day, title }) => `${subject} ${day} Review: ${title}`).toSorted());
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('repeats each review in the cycle that is written', async () => {
    const cycles = new Map(['Journey', 'Policy', 'DataCatalog', 'Glossary', 'Kpi', 'Sla', 'Team'].flatMap((kind) => writtenDocuments(name, kind)).map((document) => [String(document['id']), fieldOf(document['review'], 'cycle')]));
    const events = (await eventsOf(example(name))).filter((event) => cycles.get(subjectOf(event).split(':')[1]!) !== undefined);
    expect(events.length).toBeGreaterThan(3);
    for (const event of events) {
      const [first, second] = firstDays(event, 2);
      expect(second).toBe(dayAfter(first!, String(cycles.get(subjectOf(event).split(':')[1]!))));
    }
  });
});

const team = (id: string, review: string): string => `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-31}\nowner: ${id}\nreview: ${review}\n`;

describe('a repetition', () => {
  it.each([
    ['P1M', '2026-01-31'], ['P3M', '2027-10-30'], ['P12M', '2028-11-30'], ['P1Y', '2026-03-15'], ['P1W', '2026-12-28'], ['30d', '2026-01-31'], ['P6M', '2026-07-29'], ['P6M', '2026-08-31'],
  ])('of %s from %s falls on the days that Waymark counts', async (cycle, next) => {
    const [event] = await eventsOf(loadWorkspaceFrom({ 'team.yaml': team('desk', `{cycle: ${cycle}, next: ${next}}`) }));
    const times = /^P(\d+)([MYW])$/.exec(cycle);
    const expected = Array.from({ length: 6 }, (_, count) => (count === 0 ? next : dayAfter(next, times === null ? `${30 * count}d` : `P${Number(times[1]) * count}${times[2]}`)));
    expect(firstDays(event!, 6)).toEqual(expected);
  });

  it('is left out where no rule can say it', () => {
    const told = [...['P1M15D', '36h', 'PT48H', 'soon', 'P0D'].map((cycle) => repetition(cycle, '2026-01-31')), repetition('P12M', '2028-02-29'), repetition('P3M', '2027-11-30'), repetition('P1M', '2027-01-29')];
    expect(told.filter((rule) => rule !== undefined)).toEqual([]);
  });
});

it('a review without a cycle is on its day once, and a cycle alone counts from the first day in force', async () => {
  const events = await eventsOf(loadWorkspaceFrom({ 'a.yaml': team('a', '{next: 2026-05-01}'), 'b.yaml': team('b', '{cycle: P1M}'), 'c.yaml': team('c', '{forum: quarterly}') }));
  expect(events.map((event) => [subjectOf(event), event.startDate.toString(), event.isRecurring()])).toEqual([['team:a', '2026-05-01', false], ['team:b', '2026-02-28', true]]);
});

it('a review that is on record moves the next one, and keeps its name', async () => {
  const before = { 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n', 'a.yaml': team('a', '{cycle: P3M}') };
  const record = 'apiVersion: waymark/v1\nkind: Record\nid: looked\ntype: review\ndate: 2026-04-10\nby: ["a#lead"]\nsubject: [a]\n';
  const [[first], [second]] = [await eventsOf(loadWorkspaceFrom(before)), await eventsOf(loadWorkspaceFrom({ ...before, 'record.yaml': record }))];
  expect([first!.startDate.toString(), second!.startDate.toString()]).toEqual(['2026-04-30', '2026-07-10']);
  expect(second!.uid).toBe(first!.uid);
  expect(second!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe('2026-04-10T00:00:00Z');
});

it('a Record tells which of its subjects the calendar has it for, and each of the others is told as lost', async () => {
  const record = (id: string, date: string, subject: string, more = ''): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: audit\ndate: ${date}\nby: ["a#lead"]\nsubject: [${subject}]\n${more}`;
  const workspace = loadWorkspaceFrom({
    'a.yaml': team('a', '{cycle: P3M}'),
    'b.yaml': team('b', '{cycle: P3M}'),
    'c.yaml': team('c', '{forum: quarterly}'),
    'people.yaml': 'apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-31}\nowner: a\nreview: {cycle: P1Y}\nteams: {d: {title: D}}\n',
    'old.yaml': record('old', '2026-03-01', 'a'),
    'first.yaml': record('first', '2026-04-10', 'a@1.0.0, b@1.0.0, c, d, nobody', 'supersedes: old\n'),
    'second.yaml': record('second', '2026-05-10', 'b@1.0.0'),
  });
  const told = (await eventsOf(workspace)).map((event) => /Last[^\n]*/.exec(event.description)?.[0]);
  expect(told).toEqual([undefined, 'Last audit: 2026-04-10, of a@1.0.0 (first, in place of old).', 'Last audit: 2026-05-10, of b@1.0.0 (second).']);
  const { losses } = await generated(workspace, 'review-calendar');
  const toldAs = (wanted: string): readonly string[] => losses.filter(({ sort, at, field }) => sort === wanted && (at !== undefined || field === '')).map(({ subject, at = [], reason }) => `${subject} ${at.join('.')}: ${reason}`);
  expect(toldAs('case')).toEqual([
    'record:first subject.2: This was not the last review of `c` that the calendar knows: none is planned there, so write `review` in that document.',
    'record:first subject.4: This was not the last review of `nobody` that the calendar knows: there is no such document.',
    'team:c : No day follows from its `review`: write `next`, or a `cycle` of at least a day and the day on which the document came into force.',
  ]);
  expect(toldAs('limit').filter((text) => text.startsWith('record:first'))).toEqual([
    'record:first subject.1: This was not the last review of `b@1.0.0` that the calendar knows: a later one is on record.',
    'record:first subject.3: This was not the last review of `d` that the calendar knows: it is reviewed together with `directory:people`.',
  ]);
});

it('titles are words and nothing else, whatever somebody writes', async () => {
  const usual = await eventsOf(benignWorkspace());
  expect(usual.length).toBeGreaterThan(3);
  for (const turn of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const workspace = hostileWorkspace(Math.floor((turn * rotations) / 8));
    const events = await eventsOf(workspace);
    expect(events.map(({ uid }) => uid)).toEqual(usual.map(({ uid }) => uid));
    for (const event of events) {
      const title = String(fieldOf(workspace.specAt(subjectOf(event))!.value as never, 'title'));
      const seen = (text: string): string => text.replace(/:{9,}/g, '::::::::').replace(/\s{2,}(?=:)/g, ' ');
      expect(event.summary).toBe(seen(visible(`Review: ${title}`)));
      expect([...event.component.getAllProperties()].map((property) => property.name).filter((property) => !['uid', 'dtstamp', 'dtstart', 'dtend', 'rrule', 'summary', 'description', 'categories', 'transp'].includes(property))).toEqual([]);
    }
  }
});

/** `npx vitest run tests/generate/review-calendar.test.ts -u` writes it anew. */
it('the calendar of the parcel journeys is what was looked at', async () => {
  await expect(contentOf(await generated(example('parcel'), 'review-calendar'), 'review-calendar.ics')).toMatchFileSnapshot('golden/review-calendar/review-calendar.ics');
});
