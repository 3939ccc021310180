import { describe, expect, it } from 'vitest';
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import { journeyText, workspaceOf } from '../../support/journeys.js';

const office = `apiVersion: waymark/v1
kind: Calendar
id: office
title: Office
version: 0.1.0
status: draft
owner: claims
timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"], fri: ["08:00-18:00"]}
dayLength: 10h
horizon: {from: 2026-01-01, until: 2028-01-01}
`;

interface Promise {
  readonly start: string;
  readonly stop: string;
  readonly within: string;
  readonly calendar: string;
}

const sla = (id: string, { start, stop, within, calendar }: Promise): string =>
  `apiVersion: waymark/v1\nkind: Sla\nid: ${id}\ntitle: ${id}\nversion: 0.1.0\nstatus: draft\nowner: claims\nmetric: duration\nclock: {start: ${start}, stop: ${stop}}\ncalendar: ${calendar}\ntargets: [{within: ${within}}]\n`;

/** The whole runs from `ordered` to `live` on office hours. */
function verdictOf(steps: readonly string[], whole: string, parts: { readonly [id: string]: Promise }): string {
  const promises = { whole: { start: 'ordered', stop: 'live', within: whole, calendar: 'office' }, ...parts };
  const slas = Object.fromEntries(Object.entries(promises).map(([id, promise]) => [`${id}.yaml`, sla(id, promise)]));
  return proveJourney(workspaceOf({ 'office.yaml': office, ...slas, 'journey.yaml': journeyText(steps, 'slas: [whole]\n') }), 'test')!.promises[0]!.verdict;
}

/** Router and line begin with one event, and each is promised in hours of its own. */
const together = [
  'order, events: {complete: ordered}, next: {all: [router, line]}',
  'router, sla: router, events: {start: ordered, complete: router-there}, next: switch-on',
  'line, sla: line, events: {start: ordered, complete: line-there}, next: switch-on',
  'switch-on, waitsFor: [router, line], promise: {within: 1h, percent: 100, calendar: 24x7}, events: {complete: live}, end: success',
];

const router = { start: 'ordered', stop: 'router-there', within: '9h', calendar: '24x7' };
const line = { start: 'ordered', stop: 'line-there', within: '19h', calendar: 'office' };

describe('branches that begin with the event that ended the step before, promised on several calendars', () => {
  it('are proved when the longer one fits', () => {
    expect(verdictOf(together, '2d', { router, line })).toBe('proved');
  });

  it('are violated when the longer one does not, because one occurrence begins them all', () => {
    expect(verdictOf(together, '2d', { router, line: { ...line, within: '20h' } })).toBe('violated');
  });
});

describe('a part that begins in one branch and stops in another', () => {
  const steps = [
    'order, events: {complete: ordered}, next: {all: [router, line]}',
    'router, sla: router, events: {start: ordered, complete: router-there}, next: switch-on',
    'line, sla: line, events: {start: ordered, complete: line-there}, next: test-line',
    'test-line, sla: tested, events: {start: line-there, complete: line-tested}, next: switch-on',
    'switch-on, waitsFor: [router, test-line], promise: {within: 1h, percent: 100, calendar: 24x7}, events: {complete: live}, end: success',
  ];
  const tested = (start: string): { readonly [id: string]: Promise } => ({
    router: { start: 'ordered', stop: 'router-there', within: '1h', calendar: '24x7' },
    line: { start: 'ordered', stop: 'line-there', within: '10h', calendar: 'office' },
    tested: { start, stop: 'line-tested', within: '20h', calendar: 'office' },
  });

  it('may begin long before the step that it is named on, so that nothing is violated for certain', () => {
    expect(verdictOf(steps, '25h', tested('line-there'))).toBe('violated');
    expect(verdictOf(steps, '25h', tested('[line-there, router-there]'))).not.toBe('violated');
  });
});
