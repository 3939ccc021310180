import { walkFor } from '../../../schema/walk.js';
import { checkedScalars, valueProblem, zeroProblem, type ValueProblem } from '../../../analysis/value-range.js';
import { isUnitOf } from '../../../analysis/kpi/context.js';
import { dayNames, overlaps, type Opening } from '../../../analysis/week-hours.js';
import { isDay } from '../../../base/date.js';
import { fieldOf, type JsonValue, type Path } from '../../../base/json.js';
import { sentence } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { EventAttribute } from '../../../schema/kinds/system.js';
import type { Week } from '../../../schema/kinds/calendar.js';
import { describePlace } from '../../../schema/names.js';
import { placeAt } from '../../../schema/type-at.js';
import { draftDocument, draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const calendar = (fields: string): string => `apiVersion: waymark/v1
kind: Calendar
id: desk-hours
title: Hours of the desk
version: 0.1.0
status: draft
owner: claims
${fields}`;

const journey = (step: string): string => draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, ${step}end: success}
`);

/** Days, lengths of time, amounts, scores, zones and currencies that are malformed, or well formed and still impossible. */
export const valuesInRange: Rule = {
  id: 'structure/values-in-range',
  code: 'STR-006',
  summary: 'Days, times, amounts, scores, time zones and currencies are well formed and possible.',
  rationale: 'Promises, numbers and pictures are made from these values. One that does not exist, lies off its scale or lacks its unit would make them wrong, and nobody would see why.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  examples: {
    valid: [
      {
        title: 'Hours that cross midnight',
        files: { 'calendar.yaml': calendar('timezone: Europe/Berlin\nweekly: {mon: ["08:00-12:00", "13:00-18:00"], fri: ["20:00-02:00"], sat: ["02:00-06:00"]}\nhorizon: {from: 2026-01-01, until: 2028-01-01}\n') },
      },
      { title: 'A range that was observed', files: { 'journey.yaml': journey('time: 15-30m, ') } },
    ],
    invalid: [
      {
        title: 'A length of time in words',
        files: { 'journey.yaml': journey('time: 15 minutes, ') },
        at: '15 minutes',
        message: 'The `time` of step `call` is `15 minutes`, which cannot be read.',
      },
      {
        title: 'A percentage above a hundred',
        files: { 'journey.yaml': journey('promise: {within: 5m, percent: 120}, ') },
        at: '120',
        message: 'The `percent` of the `promise` of step `call` is `120`, which is more than 100.',
      },
      {
        title: 'A day that does not exist',
        files: { 'calendar.yaml': calendar('holidays: [{date: 2026-02-30}]\n') },
        at: '2026-02-30',
        message: 'The `date` of holiday `2026-02-30` is `2026-02-30`, which is no day of the calendar.',
      },
      {
        title: 'A unit that stands before a greater one',
        files: { 'journey.yaml': journey('promise: {within: 30m4h}, ') },
        at: '30m4h',
        message: 'The `within` of step `call` is `30m4h`, which is no length of time.',
      },
      {
        title: 'A promise of no time',
        files: { 'journey.yaml': journey('promise: {within: 0m}, ') },
        at: '0m',
        message: 'The `within` of step `call` is `0m`, which is no time at all.',
      },
      {
        title: 'A range that begins with the greater value',
        files: { 'journey.yaml': journey('time: 30-15m, ') },
        at: '30-15m',
        message: 'The `time` of step `call` is `30-15m`, a range that ends below its beginning.',
      },
      {
        title: 'A measure that runs from the greater value to the smaller',
        files: { 'journey.yaml': `${journey('')}measures: [{id: days, of: cycle-time, now: 10-7d}]\n` },
        at: '10-7d',
        message: 'The `now` of measure `days` is `10-7d`, a range that ends below its beginning.',
      },
      {
        title: 'A time zone that does not exist',
        files: { 'calendar.yaml': calendar('timezone: Europe/Munich\n') },
        at: 'Europe/Munich',
        message: 'The `timezone` of calendar `desk-hours` is `Europe/Munich`, which is no time zone.',
      },
      {
        title: 'A currency that does not exist',
        files: { 'kpi.yaml': draftDocument('Kpi', 'cost-per-call', 'unit: currency(EUO)\n') },
        at: 'currency(EUO)',
        message: 'The `unit` of KPI `cost-per-call` is `currency(EUO)`, which is no currency.',
      },
      {
        title: 'A scale of money',
        files: { 'shop.yaml': draftDocument('System', 'shop', 'emits: [{event: paid, attributes: [{name: price, type: money, unit: "score(1,7)"}]}]\n') },
        at: '"score(1,7)"',
        message: 'The `unit` of event attribute `price` is `score(1,7)`, which is no unit of the type `money`.',
      },
      {
        title: 'A stretch of days that ends before it begins',
        files: { 'calendar.yaml': calendar('horizon: {from: 2027-01-01, until: 2026-01-01}\n') },
        at: '2026-01-01',
        message: 'The `until` of calendar `desk-hours` is `2026-01-01`, which is not after its `from`, 2027-01-01.',
      },
      {
        title: 'Opening hours on top of others',
        files: { 'calendar.yaml': calendar('weekly: {mon: ["08:00-13:00", "12:00-18:00"]}\n') },
        at: '"12:00-18:00"',
        message: 'The hours `12:00-18:00` of Monday begin before `08:00-13:00` of Monday has ended.',
      },
      {
        title: 'A band that ends below its beginning',
        files: { 'kpi.yaml': draftDocument('Kpi', 'occupancy', 'target: {from: 0.9, to: 0.7}\n') },
        at: '0.7',
        message: 'The `to` of KPI `occupancy` is `0.7`, which is below its `from`, 0.9.',
      },
      {
        title: 'A percentile beyond a hundred',
        files: { 'kpi.yaml': 'apiVersion: waymark/v1\nkind: Kpi\nid: slowest\ntitle: Slowest calls\nversion: 0.1.0\nstatus: draft\nowner: claims\nformula: {percentile: {attribute: call-ended.seconds, p: 190}}\n' },
        at: '190',
        message: 'The `p` of KPI `slowest` is `190`, which is not between 0 and 100.',
      },
      {
        title: 'A generation of rules that does not exist yet',
        files: { 'policy.yaml': draftDocument('Policy', 'policy', 'ruleset: 99\n') },
        at: '99',
        message: 'The `ruleset` of policy `policy` is `99`, and the highest that this version of Waymark knows is 1.',
      },
    ],
  },
  *check({ workspace, rules }) {
    yield* unknownRuleset(workspace, rules);
    for (const spec of workspace.specs) if (spec.directory === undefined) yield* findingsOf(spec);
  },
};

const walk = walkFor((type) => (type.type === 'scalar' && checkedScalars.has(type.name)) || (type.type === 'object' && Object.hasOwn(holders, type.shape)));

function* unknownRuleset(workspace: Workspace, rules: readonly Rule[]): Iterable<Finding> {
  const highest = Math.max(1, ...rules.map(({ ruleset }) => ruleset));
  for (const spec of workspace.all('Policy')) {
    const { ruleset = 1 } = spec.value;
    if (ruleset <= highest) continue;
    const wrong = `and the highest that this version of Waymark knows is ${highest}`;
    yield tell({ spec, value: ruleset, path: ['ruleset'] }, { wrong, hint: `Write \`ruleset: ${highest}\`, or check with a version of Waymark that knows the rules of ${ruleset}.` });
  }
}

function findingsOf(spec: Spec): readonly Finding[] {
  const found: Finding[] = [];
  walk(spec.kind, spec.value, (type, value, keys) => {
    if (type.type === 'object') found.push(...holders[type.shape]!({ spec, value, path: [...keys] }));
    else if (type.type === 'scalar' && typeof value === 'string') {
      const problem = valueProblem(type.name, value) ?? (neverZero.has(keys.at(-1)) ? zeroProblem(value) : undefined);
      if (problem !== undefined) found.push(tell({ spec, value, path: [...keys] }, problem));
    }
  });
  return found;
}

/** A value where it stands. */
interface Found {
  readonly spec: Spec;
  readonly value: JsonValue;
  readonly path: Path;
}

/** Fields in which no time at all is impossible, though their type allows it elsewhere. */
const neverZero: ReadonlySet<unknown> = new Set(['within', 'every']);

function tell({ spec, value, path }: Found, { wrong, hint }: ValueProblem): Finding {
  const field = placeAt(spec.kind, spec.value, path)?.field ?? String(path.at(-1));
  const holder = describePlace(spec.kind, spec.value, path.slice(0, path.lastIndexOf(field)));
  return { at: { spec, path }, message: `${sentence(`the \`${field}\` of ${holder}`)} is \`${String(value)}\`, ${wrong}.`, hint };
}

/** Groups of fields that have to fit each other. */
const holders: { readonly [shape: string]: (found: Found) => readonly Finding[] } = {
  Effective: (found) => inOrder(found, 'from', 'until'),
  Horizon: (found) => inOrder(found, 'from', 'until'),
  Peak: (found) => inOrder(found, 'from', 'until'),
  Record: (found) => [...inOrder(found, 'date', 'expires'), ...inOrder(found, 'date', 'validUntil')],
  KpiTarget: band,
  Percentile: percentile,
  EventAttribute: unitOfType,
  Week: openingHours,
};

/** Both are days: the end is the first day that no longer counts. */
function inOrder({ spec, value, path }: Found, from: string, until: string): readonly Finding[] {
  const [start, end] = [fieldOf(value, from), fieldOf(value, until)];
  if (typeof start !== 'string' || typeof end !== 'string' || !isDay(start) || !isDay(end) || end > start) return [];
  return [tell({ spec, value: end, path: [...path, until] }, { wrong: `which is not after its \`${from}\`, ${start}`, hint: `Write the first day on which it no longer counts, later than ${start}, or correct \`${from}\`.` })];
}

function band({ spec, value, path }: Found): readonly Finding[] {
  const [from, to] = [fieldOf(value, 'from'), fieldOf(value, 'to')];
  if (typeof from !== 'number' || typeof to !== 'number' || to >= from) return [];
  return [tell({ spec, value: to, path: [...path, 'to'] }, { wrong: `which is below its \`from\`, ${from}`, hint: 'Write the lowest good value under `from` and the highest under `to`.' })];
}

function percentile({ spec, value, path }: Found): readonly Finding[] {
  const p = fieldOf(value, 'p');
  if (typeof p !== 'number' || (p > 0 && p < 100)) return [];
  return [tell({ spec, value: p, path: [...path, 'p'] }, { wrong: 'which is not between 0 and 100', hint: 'Write which percentile is meant, for example `p: 90`.' })];
}

/** Money has a currency, and numbers may be answers on a scale. */
function unitOfType({ spec, value, path }: Found): readonly Finding[] {
  const attribute = value as unknown as EventAttribute;
  if (isUnitOf(attribute)) return [];
  const hint = 'Money has a currency, `currency(EUR)`, a number may have a scale, `score(1,7)`, and a length of time `duration(h)`. Mend `type` or `unit`.';
  return [tell({ spec, value: attribute.unit!, path: [...path, 'unit'] }, { wrong: `which is no unit of the type \`${attribute.type!}\``, hint })];
}

function openingHours({ spec, value, path }: Found): readonly Finding[] {
  const place = ({ day, index }: Opening): Path => [...path, day, index];
  return overlaps(value as Week).map(({ late, early }) => ({
    at: { spec, path: place(late) },
    message: `The hours \`${late.text}\` of ${dayNames[late.day]} begin before \`${early.text}\` of ${dayNames[early.day]} has ended.`,
    hint: 'Let one end before the other begins, or write them as one stretch.',
    related: [{ message: 'These hours are still running.', at: { spec, path: place(early) } }],
  }));
}
