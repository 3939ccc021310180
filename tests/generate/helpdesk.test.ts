import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isActive, type Spec } from '../../src/model/spec.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { SlaTarget } from '../../src/schema/kinds/sla.js';
import { filesBelow } from '../support/files.js';
import { more } from '../support/property.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, workspaceOfText } from './generated.js';

interface Policy {
  readonly title: string;
  readonly description?: string;
  readonly position: number;
  readonly filter: { readonly all: readonly { readonly field: string; readonly operator: string; readonly value: string }[]; readonly any: readonly unknown[] };
  readonly policy_metrics: readonly { readonly priority: string; readonly metric: string; readonly target: number; readonly business_hours: boolean }[];
}

type SlaRecord = { readonly [field: string]: string | boolean };

async function policiesOf(workspace: Workspace): Promise<readonly Policy[]> {
  return (JSON.parse(contentOf(await generated(workspace, 'zendesk'), 'sla-policies.json')) as { sla_policies: readonly Policy[] }).sla_policies;
}

async function recordsOf(workspace: Workspace): Promise<readonly SlaRecord[]> {
  return (JSON.parse(contentOf(await generated(workspace, 'servicenow'), 'contract-sla.json')) as { records: readonly SlaRecord[] }).records;
}

/** Targets about a length of time, as the documents have them. */
function timed(workspace: Workspace): readonly { readonly sla: Spec<'Sla'>; readonly target: SlaTarget }[] {
  return workspace.all('Sla').filter(isActive).filter(({ value }) => value.metric === 'duration' || value.metric === 'response').flatMap((sla) => (sla.value.targets ?? []).filter(({ within }) => within !== undefined).map((target) => ({ sla, target })));
}

/** The title with whom it is for. */
function titleOf({ sla, target }: { readonly sla: Spec<'Sla'>; readonly target: SlaTarget }): string {
  const group = (['tier', 'persona', 'region'] as const).filter((name) => target[name] !== undefined).map((name) => `${name} ${target[name]}`);
  return group.length === 0 ? sla.value.title : `${sla.value.title} (${group.join(', ')})`;
}

const hoursOfDay: Readonly<Record<string, number>> = { 'claims-hours': 10, 'service-hours': 10, 'office-hours': 10, '24x7': 24, 'delivery-days': 14, 'finland-delivery-days': 12 };

/** A time such as `10d` or `2h` in minutes, with the length that a day has in the calendars of the examples. */
function minutesOf(within: string, calendar: string): number {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(within)!;
  return Number(amount) * { m: 1, h: 60, d: 60 * hoursOfDay[calendar]! }[unit as 'm' | 'h' | 'd'];
}

function faultsOfPolicy({ title, position, filter, policy_metrics: metrics }: Policy): readonly string[] {
  const all = filter.all.every(({ field, operator, value }) => field === 'current_tags' && operator === 'includes' && /^[a-z0-9-]{1,80}$/.test(value));
  const priorities = metrics.map(({ priority }) => priority).join();
  const sound = metrics.every(({ metric, target, business_hours: hours }) => ['first_reply_time', 'requester_wait_time', 'total_resolution_time'].includes(metric) && Number.isInteger(target) && target > 0 && typeof hours === 'boolean');
  return all && filter.all.length === 1 && filter.any.length === 0 && priorities === 'low,normal,high,urgent' && sound && Number.isInteger(position) ? [] : [title];
}

const condition = /^(?:u_waymark_promisesLIKE,[a-z0-9-]+,(?:\^|$))?(?:u_waymark_event=[A-Za-z0-9._#/ -]+(?:\^ORu_waymark_event=[A-Za-z0-9._#/ -]+)*)?$/;

function faultsOfRecord(record: SlaRecord): readonly string[] {
  const conditions = Object.entries(record).filter(([field]) => field.endsWith('_condition'));
  const sound = ['SLA', 'OLA', 'Underpinning contract'].includes(String(record['type'])) && ['response', 'resolution'].includes(String(record['target'])) && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(record['duration']));
  return sound && conditions.every(([, text]) => condition.test(String(text))) ? [] : [String(record['name'])];
}

describe('policies for Zendesk', () => {
  it.each(examples)('of %s have the times of the promises to customers, in minutes of their calendar', async (name) => {
    const policies = await policiesOf(example(name));
    expect(policies.flatMap(faultsOfPolicy)).toEqual([]);
    const wanted = timed(example(name)).filter(({ sla }) => sla.value.type === 'sla').map((each) => ({
      title: titleOf(each),
      description: [...(each.sla.value.description === undefined ? [] : [each.sla.value.description.trimEnd()]), [`Promised within ${each.target.within} on ${each.sla.value.calendar}.`, ...(each.sla.value.clock?.pause ?? []).map(({ from, to }) => `Time stands still from \`${from}\` to \`${to}\`.`)].join(' ')].join('\n\n'),
      minutes: minutesOf(each.target.within!, each.sla.value.calendar!),
      businessHours: each.sla.value.calendar !== '24x7',
      metric: each.sla.value.metric === 'response' ? 'first_reply_time' : each.sla.value.clock?.pause === undefined ? 'total_resolution_time' : 'requester_wait_time',
    }));
    const found = policies.map(({ title, description, policy_metrics: [first] }) => ({ title, description, minutes: first!.target, businessHours: first!.business_hours, metric: first!.metric }));
    expect(found.toSorted((a, b) => (a.title < b.title ? -1 : 1))).toEqual(wanted.toSorted((a, b) => (a.title < b.title ? -1 : 1)));
    expect(new Set(policies.map(({ filter }) => filter.all[0]!.value)).size).toBe(policies.length);
  });

  it('say at their head that nobody has tried them', async () => {
    expect(contentOf(await generated(example('parcel'), 'zendesk'), 'sla-policies.json')).toContain('"comment": "Not tried on a Zendesk. Written by `waymark generate zendesk`.');
  });
});

describe('records for ServiceNow', () => {
  it.each(examples)('of %s have the times and the clocks of all promises', async (name) => {
    const records = await recordsOf(example(name));
    expect(records.flatMap(faultsOfRecord)).toEqual([]);
    const events = (points: string | readonly string[] | undefined): string | undefined => (points === undefined ? undefined : [points].flat().map((point) => `u_waymark_event=${point}`).join('^OR'));
    const wanted = timed(example(name)).map((each) => {
      const { type, calendar, clock } = each.sla.value;
      return {
        name: titleOf(each),
        type: { sla: 'SLA', ola: 'OLA', contract: 'Underpinning contract' }[type!],
        minutes: minutesOf(each.target.within!, calendar!),
        schedule: calendar === '24x7' ? undefined : calendar,
        start: events(clock?.start),
        stop: events(clock?.stop),
        pause: events(clock?.pause?.map(({ from }) => from)),
        resume: events(clock?.pause?.map(({ to }) => to!)),
        cancel: events(clock?.cancel),
        reset: events(clock?.reset),
      };
    });
    const found = records.map((record) => ({
      name: record['name'],
      type: record['type'],
      minutes: Date.parse(`${String(record['duration']).replace(' ', 'T')}Z`) / 60_000,
      schedule: record['schedule'],
      start: String(record['start_condition']).replace(/^u_waymark_promisesLIKE,[a-z0-9-]+,\^/, ''),
      stop: record['stop_condition'],
      pause: record['pause_condition'],
      resume: record['resume_condition'],
      cancel: record['cancel_condition'],
      reset: record['reset_condition'],
    }));
    const inOrder = (list: readonly unknown[]): readonly string[] => list.map((each) => JSON.stringify(each)).toSorted();
    expect(inOrder(found)).toEqual(inOrder(wanted));
  });

  it('name the table and the fields of a company', async () => {
    const { files } = await generated(example('insurance'), 'servicenow', { table: 'sn_customerservice_case', eventField: 'u_event', promisesField: 'u_slas' });
    const [record] = (JSON.parse(files[0]!.content) as { records: readonly SlaRecord[] }).records;
    expect([record!['collection'], record!['start_condition']]).toEqual(['sn_customerservice_case', 'u_slasLIKE,bank-transfer,^u_event=claim-decided']);
  });
});

describe('whatever somebody writes into a field', () => {
  it('there are as many policies and records, each in the same form and with the words of its promise', async () => {
    const usual = [(await policiesOf(benignWorkspace())).length, (await recordsOf(benignWorkspace())).length];
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const workspace = hostileWorkspace(rotation);
      const [policies, records] = [await policiesOf(workspace), await recordsOf(workspace)];
      expect({ rotation, count: [policies.length, records.length], faults: [...policies.flatMap(faultsOfPolicy), ...records.flatMap(faultsOfRecord)] }).toEqual({ rotation, count: usual, faults: [] });
      const titles = timed(workspace).map(titleOf);
      expect({ rotation, strange: [...policies.map(({ title }) => title), ...records.map((record) => String(record['name']))].filter((title) => !titles.includes(title)) }).toEqual({ rotation, strange: [] });
    }
  }, 60_000);

  it('has a tag of its own, also where two tiers differ in signs alone', async () => {
    const policies = await policiesOf(workspaceOfText('%%'));
    expect(new Set(policies.map(({ filter }) => filter.all[0]!.value)).size).toBe(policies.length);
  });
});

describe('a time that cannot be counted', () => {
  it.each([
    ['within: 90s', 'calendar: office', 'The target for everybody is left out. Zendesk counts whole minutes, and at least one.'],
    ['within: 2d', 'calendar: mornings', 'The target for everybody is left out. It has no time of a fixed length: write `within` in hours, or give the calendar a `dayLength`.'],
  ])('is told: %s, %s', async (within, calendar, reason) => {
    const { exampleFiles } = await import('../../src/diff/example-files.js');
    const { workspaceOf } = await import('../../src/diff/example-workspace.js');
    const { files, losses } = await generated(workspaceOf({ ...exampleFiles, 'promise.yaml': exampleFiles['promise.yaml']!.replace('{within: 10d, percent: 90}', `{${within}, percent: 90}`).replace('calendar: office', calendar).replace('  - {tier: gold, within: 8d, percent: 90}\n', '') }), 'zendesk');
    expect(losses.filter(({ sort }) => sort === 'case')).toEqual([{ subject: 'sla:settled', field: '', reason, sort: 'case' }]);
    expect(files[0]!.content).not.toContain('waymark-settled"');
  });
});

/** A workspace with one promise. */
function oneSla(sla: string, root = '', others: { readonly [path: string]: string } = {}, metric = 'duration'): Workspace {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
  return loadWorkspaceFrom({
    ...others,
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${root}`,
    'hours.yaml': `${head('Calendar', 'hours')}timezone: Europe/Berlin\ndayLength: 8h\nweekly: {mon: ["09:00-17:00"]}\n`,
    'sla.yaml': `${head('Sla', 'answered')}type: sla\nmetric: ${metric}\n${sla}\n`,
  });
}

describe('a promise that names no calendar', () => {
  it.each([
    ['defaultCalendar: hours\n', 2 * 8 * 60, 'hours'],
    ['', 2 * 24 * 60, undefined],
  ])('is counted as the proof counts it, with %j in the workspace', async (root, minutes, schedule) => {
    const workspace = oneSla('clock: {start: asked, stop: told}\ntargets: [{within: 2d}]', root);
    const [[policy], [record]] = [await policiesOf(workspace), await recordsOf(workspace)];
    expect([policy!.policy_metrics[0]!.target, policy!.policy_metrics[0]!.business_hours, policy!.description]).toEqual([minutes, schedule !== undefined, `Promised within 2d on ${schedule ?? '24x7'}.`]);
    expect([record!['schedule'], Date.parse(`${String(record!['duration']).replace(' ', 'T')}Z`) / 60_000]).toEqual([schedule, minutes]);
    const { losses } = await generated(workspace, 'zendesk');
    expect(losses.filter(({ subject, field }) => subject === 'workspace:shop' && (field === '' || field === 'defaultCalendar'))).toEqual(schedule === undefined ? [expect.objectContaining({ field: '' })] : []);
  });
});

it.each(['', 'dayLength: 6h\n'])('a day as long as in the calendar that is taken over from comes from both, with %j of its own', async (own) => {
  const late = `apiVersion: waymark/v1\nkind: Calendar\nid: late\ntitle: late\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\nextends: hours\n${own}`;
  const { files, losses } = await generated(oneSla('calendar: late\ntargets: [{within: 1d}]', '', { 'late.yaml': late }), 'zendesk');
  expect(files[0]!.sources.map(({ coordinate }) => coordinate)).toEqual(['sla:answered', 'calendar:late', ...(own === '' ? ['calendar:hours'] : [])]);
  expect(losses.filter(({ field }) => field === 'extends').map(({ subject, sort }) => [subject, sort])).toEqual(own === '' ? [] : [['calendar:late', 'limit']]);
});

it('Zendesk, which takes the first policy that fits, finds the target for fewer people first', async () => {
  const policies = await policiesOf(oneSla('calendar: hours\ntargets: [{within: 3h}, {region: AT, within: 4h}, {tier: gold, within: 2h}, {tier: gold, region: AT, within: 1h}]'));
  expect(policies.toSorted((a, b) => a.position - b.position).map(({ title }) => title)).toEqual(['answered (tier gold, region AT)', 'answered (region AT)', 'answered (tier gold)', 'answered']);
});

it.each([['duration', 'requester_wait_time', 'Zendesk stands still while the customer has to answer, whatever the events of the promise: they stand in the description alone.'], ['response', 'first_reply_time', 'Zendesk counts a first reply without any pause: the events stand in the description alone.']])('Zendesk, which knows no pauses of others, tells them in words: %s', async (metric, counted, reason) => {
  const sla = (pause: string): Workspace => oneSla(`calendar: hours\nclock: {start: asked, stop: told${pause}}\ntargets: [{within: 3h}, {tier: gold, within: 1h}]`, '', {}, metric);
  const workspace = sla(', pause: [{from: papers-asked, to: answered, max: 5d}, {from: crash}]');
  const [policy] = await policiesOf(workspace);
  expect([policy!.policy_metrics[0]!.metric, policy!.description]).toEqual([counted, 'Promised within 1h on hours. Time stands still from `papers-asked` to `answered`, for 5d at most. Time stands still from `crash` on.']);
  expect((await generated(workspace, 'zendesk')).losses.filter(({ field }) => field.startsWith('clock.pause'))).toEqual([{ subject: 'sla:answered', field: 'clock.pause', sort: 'case', inPart: true, reason }]);
  expect((await generated(sla(''), 'zendesk')).losses.filter(({ field }) => field.startsWith('clock.pause'))).toEqual([]);
});

it('ServiceNow, which lets all pauses end alike, is given those that end like the first', async () => {
  const workspace = oneSla('calendar: hours\nclock: {start: asked, stop: told, pause: [{from: papers-asked, to: answered}, {from: crash, to: repaired}, {from: doctor-asked, to: answered}]}\ntargets: [{within: 3h}]');
  const [record] = await recordsOf(workspace);
  expect([record!['pause_condition'], record!['resume_condition']]).toEqual(['u_waymark_event=papers-asked^ORu_waymark_event=doctor-asked', 'u_waymark_event=answered']);
  const { losses } = await generated(workspace, 'servicenow');
  expect(losses.filter(({ sort }) => sort === 'case')).toEqual([{
    subject: 'sla:answered', field: 'clock.pause', at: ['clock', 'pause', 1], sort: 'case',
    reason: 'ServiceNow lets all pauses of a promise end with the same event, and the first one ends with `answered`: in the pause that `crash` begins time runs on there. Let both end with one event to have it.',
  }]);
});

it('a target that cannot be counted is told with its place', async () => {
  const { losses } = await generated(oneSla('calendar: hours\ntargets: [{within: 3h}, {tier: gold, within: P1M}]'), 'servicenow');
  expect(losses.filter(({ sort }) => sort === 'case').map(({ field, at }) => [field, at])).toEqual([['targets', ['targets', 1]]]);
});

describe('the files of insurance', () => {
  it.each(['zendesk', 'servicenow'])('are the ones that lie in golden/%s; `npx vitest run tests/generate/helpdesk.test.ts -u` renews them', async (target) => {
    const { files } = await generated(example('insurance'), target);
    for (const { path, content } of files) await expect(content).toMatchFileSnapshot(`golden/${target}/${path}`);
    expect(filesBelow(join(import.meta.dirname, 'golden', target))).toEqual(files.map(({ path }) => path));
  });
});
