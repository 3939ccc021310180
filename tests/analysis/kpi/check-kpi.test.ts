import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/base/json.js';
import { checkKpi } from '../../../src/analysis/kpi/check-kpi.js';
import { explainKpi } from '../../../src/analysis/kpi/explain-kpi.js';
import type { Workspace } from '../../../src/model/workspace.js';
import { workspaceOf } from '../../support/journeys.js';
import { systems, trade } from './trade.js';

const header = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: A title\nversion: 1.0.0\nstatus: active\nowner: claims\n`;

const journey = `${header('Journey', 'claim')}stages:
  - id: only
    title: Only
    steps:
      - {id: inspect, title: We inspect, lane: backstage, events: {start: visit-begun, complete: visit-done}}
      - {id: decide, title: We decide, lane: backstage, events: {start: visit-done}}
      - {id: dream, title: Nobody sees it, lane: backstage, end: success}
`;

const promise = (id: string, stop: string): string => `${header('Sla', id)}clock: {start: case-opened, stop: ${stop}}\n`;

function workspaceWith(...kpis: readonly string[]): Workspace {
  return workspaceOf({ 'hub.yaml': systems, 'claim.yaml': journey, 'settled.yaml': promise('settled', 'case-resolved'), 'dreamt.yaml': promise('dreamt', 'claim#dream'), ...Object.fromEntries(kpis.map((text, index) => [`kpi-${index}.yaml`, text])) });
}

function kpi(formula: string, rest = '', id = 'tried'): string {
  return `${header('Kpi', id)}formula: ${formula}\n${rest}`;
}

/** What is wrong with a KPI, each with the text that it points at. */
function wrong(formula: string, rest = ''): readonly (readonly [at: unknown, message: string])[] {
  const workspace = workspaceWith(kpi(formula, rest));
  const { value } = workspace.find('Kpi', 'tried')!;
  return checkKpi(workspace, 'tried')!.problems.map(({ path, message, hint }) => {
    expect(hint).toMatch(/^[A-Z].*[.?]$/);
    return [valueAt(value, path), message];
  });
}

const counted = '{count: cases, where: {event: case-opened}}';

describe('what keeps a KPI from being computed, told where it stands', () => {
  it('is another unit than the formula has', () => {
    expect(wrong(counted, 'unit: duration\n')).toEqual([['duration', 'The formula computes a number of cases, and the KPI is stated as `duration`.']]);
    expect(wrong('{mean: {attribute: survey-answered.ease}}', 'unit: ratio\n')).toEqual([['ratio', 'The formula computes points, and the KPI is stated as `ratio`.']]);
    expect(wrong('{mean: {attribute: survey-answered.ease}}', 'unit: count\ncategory: perception\n')).toEqual([['count', 'Answers of customers are told as `count`, and nobody sees on which scale they gave them.']]);
  });

  it('is a quantity that cannot be added up, divided or taken away', () => {
    expect(wrong('{sum: {attribute: survey-answered.comment}}')).toEqual([['survey-answered.comment', '`survey-answered.comment` is of the type string, which cannot be added up.']]);
    expect(wrong('{sum: {attribute: contact-closed.handling, discount: 0.1}}')).toEqual([[0.1, '`contact-closed.handling` is discounted and no money.']]);
    expect(wrong(`{ratio: {numerator: ${counted}, denominator: {sum: {attribute: contact-closed.cost}}}}`).map(([, message]) => message)).toEqual(['A number of cases is divided by an amount of money, and no KPI has a unit for what comes of it.']);
    expect(wrong(`{diff: {minuend: ${counted}, subtrahend: {scoreShare: {of: survey-answered.ease, values: [1]}}}}`).map(([, message]) => message)).toEqual(['A share is taken away from a number of cases.']);
    expect(wrong('{product: [{sum: {attribute: contact-closed.cost}}, {mean: {attribute: contact-closed.handling}}]}').map(([, message]) => message)).toEqual(['The formula multiplies an amount of money and a length of time.']);
    expect(wrong(`{product: [${counted}]}`).map(([, message]) => message)).toEqual(['The formula multiplies fewer than two things.']);
  });

  it('is a time or a percentile that there is not', () => {
    expect(wrong('{mean: {duration: {from: case-opened, to: case-opened}}}')).toEqual([['case-opened', 'The time from `case-opened` to `case-opened` is always nothing.']]);
    expect(wrong('{percentile: {attribute: contact-closed.cost, p: 100}}')).toEqual([[100, 'There is no percentile 100.']]);
  });

  it('is a count of events that does not say which', () => {
    expect(wrong('{count: events, where: {not: {event: case-opened}}}')).toEqual([['events', 'The formula counts events and does not say which.']]);
    expect(wrong('{count: events, where: {any: [{event: case-opened}, {outcome: success}]}}')).toHaveLength(1);
    expect(wrong('{ratio: {numerator: {count: events}, denominator: {count: cases}}, where: {event: case-opened}}')).toEqual([]);
  });

  it('is a comparison with something of another type', () => {
    const where = (condition: string): readonly (readonly [unknown, string])[] => wrong(`{count: cases, where: {attribute: ${condition}}}`);
    expect(where('{name: contact-closed.transfers, op: eq, value: none}')).toEqual([['none', '`contact-closed.transfers` is of the type integer and is compared with `none`.']]);
    expect(where('{name: contact-opened.reason, op: eq, value: 5}')).toEqual([[5, '`contact-opened.reason` is of the type string and is compared with `5`.']]);
    expect(where('{name: contact-opened.reason, op: gt, value: a}')).toEqual([['gt', '`contact-opened.reason` is of the type string, which is neither less nor more than something else.']]);
    expect(where('{name: contact-opened.reason, op: eq, value: [a, b]}')).toEqual([[['a', 'b'], '`contact-opened.reason` is compared with a list by `eq`.']]);
    expect(where('{name: contact-opened.reason, op: in, value: []}')).toEqual([[[], '`contact-opened.reason` is compared with nothing.']]);
    expect(where('{name: survey-answered.at, op: lt, value: 2026-09-01}')).toEqual([]);
    expect(where('{name: survey-answered.at, op: lt, value: 4}')).toHaveLength(1);
    expect(where('{name: contact-closed.handling, op: lte, value: 4h}')).toEqual([]);
    expect(where('{name: contact-closed.handling, op: lte, value: long}')).toHaveLength(1);
    expect(where('{name: session-ended.done, op: eq, value: "true"}')).toHaveLength(1);
    expect(where('{name: prediction-checked.likelihood, op: gte, value: 0.5}')).toEqual([]);
  });

  it('is a number of contacts that is not said, said twice or never there', () => {
    const where = (condition: string): readonly string[] => wrong(`{count: cases, where: {contacts: ${condition}}}`).map(([, message]) => message);
    expect(where('{event: contact-opened}')).toEqual(['A condition on `contact-opened` does not say how many.']);
    expect(where('{event: contact-opened, eq: 1, gte: 1}')).toEqual(['A condition on `contact-opened` says exactly 1 and a bound besides.']);
    expect(where('{event: contact-opened, gte: 3, lte: 2}')).toEqual(['No case has at least 3 and at most 2 contacts.']);
    expect(where('{event: contact-opened, eq: 0, within: 3d}')).toEqual(['A condition on `contact-opened` counts none within a time of the first one.']);
  });

  it('is a condition that says all or any of nothing, and scores that nobody chose', () => {
    expect(wrong('{count: cases, where: {any: []}}')).toEqual([[[], 'A condition says `any` of nothing.']]);
    expect(wrong('{scoreShare: {of: survey-answered.ease, values: []}}')).toEqual([[[], 'The formula does not say which scores of `survey-answered.ease` count.']]);
    expect(wrong('{scoreShare: {of: survey-answered.comment, values: [1]}}')).toEqual([['survey-answered.comment', '`survey-answered.comment` is of the type string and holds no scores.']]);
  });

  it('is a cohort that leaves open who was lost', () => {
    expect(wrong('{cohort: {start: {event: customer-active}, result: lost}}')).toEqual([['lost', 'The formula counts the customers who were lost and does not say who they are.']]);
    expect(wrong('{cohort: {start: {event: customer-active}, result: kept}}')).toEqual([['kept', 'The formula counts the customers who were kept and says neither who was lost nor who is new.']]);
  });

  it('is what no system tells', () => {
    expect(wrong('{count: cases, where: {event: claim.dream.completed}}')).toEqual([['claim.dream.completed', 'No system tells event `claim.dream.completed`, so it cannot be counted.']]);
    expect(wrong('{sum: {attribute: contact-closed.costs}}')).toEqual([['contact-closed.costs', 'System `hub` tells `contact-closed` without an attribute `costs`.']]);
    expect(wrong('{sum: {attribute: contact-closd.cost}}')).toEqual([['contact-closd.cost', 'There is no event `contact-closd`.']]);
    expect(wrong('{sum: {attribute: cost}}')).toEqual([['cost', '`cost` does not say of which event it is an attribute.']]);
    expect(wrong('{count: cases, where: {contacts: {event: contact-opened, gte: 2, same: topic}}}')).toEqual([['topic', 'System `hub` tells `contact-opened` without an attribute `topic`.']]);
    expect(wrong('{visits: {step: claim#dream, counted: all}}')).toEqual([['claim#dream', 'Nobody sees cases in step `claim#dream`: no system tells `claim.dream.started` or `claim.dream.completed`.']]);
    expect(wrong('{count: cases, where: {pathIncludes: claim#decide}}')).toEqual([]);
    expect(wrong('{sum: {touch: {steps: [claim#inspect, claim#decide]}}}')).toEqual([['claim#decide', 'Nobody sees cases in step `claim#decide`: no system tells `claim.decide.completed`.']]);
    expect(wrong('{count: cases, where: {promise: {sla: dreamt, is: kept}}}')).toEqual([['dreamt', 'Nobody sees whether promise `dreamt` is kept: no system tells `claim#dream`.']]);
    expect(wrong('{count: cases, where: {promise: {sla: settled, is: kept}}}')).toEqual([]);
  });

  it('is told once, however often it is written', () => {
    expect(wrong('{ratio: {numerator: {sum: {attribute: contact-closed.costs}}, denominator: {mean: {attribute: contact-closed.costs}}}}')).toHaveLength(1);
  });

  it('is a split that no event carries', () => {
    expect(wrong(counted, 'anchor: contact-opened\ndimensions: [reason, persona]\n')).toEqual([]);
    expect(wrong(counted, 'anchor: case-opened\ndimensions: [reason]\n')).toEqual([['reason', 'The value is split by `reason`, which its anchor event `case-opened` does not carry.']]);
    expect(wrong(counted, 'dimensions: [reason, region]\n')).toEqual([['reason', 'The value is split by `reason`, and no anchor event says where that stands.']]);
    expect(wrong('{count: cases, where: {precededBy: {dimension: mood, event: customer-left}}}', 'anchor: case-opened\n')).toEqual([['mood', 'The value is split by `mood`, which its anchor event `case-opened` does not carry.']]);
  });
});

describe('a KPI in words', () => {
  const workspace = workspaceWith(kpi(trade['churn']!.formula, 'unit: ratio\ndirection: down\nwindow: P1Y\n', 'churn'), kpi(trade['retention']!.formula, '', 'retention'), kpi(trade['attainment of a promise']!.formula, 'anchor: case-opened\n', 'kept'));

  it('names its unit, its events and systems, and the KPI that it adds up to one with', () => {
    expect(explainKpi(workspace, 'churn')).toEqual({
      id: 'churn',
      title: 'A title',
      sentence: trade['churn']!.sentence,
      unit: 'ratio',
      direction: 'down',
      window: 'P1Y',
      type: { unit: 'share', interval: 'wilson' },
      inputs: { events: ['customer-active', 'customer-left'], attributes: [], steps: [], promises: [], journeys: [], calendars: [] },
      systems: ['hub'],
      complement: 'retention',
      problems: [],
    });
  });

  it('finds the systems behind a promise, and nothing behind what is not there', () => {
    expect(explainKpi(workspace, 'kept')).toMatchObject({ inputs: { events: [], promises: ['settled'] }, systems: ['hub'] });
    expect(explainKpi(workspace, 'nothing')).toBeUndefined();
    expect(checkKpi(workspace, 'nothing')).toBeUndefined();
  });
});
