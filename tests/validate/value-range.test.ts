import { describe, expect, it } from 'vitest';
import { canBothHold } from '../../src/analysis/criteria.js';
import { checkedScalars, valueProblem } from '../../src/analysis/value-range.js';
import { overlaps } from '../../src/analysis/week-hours.js';
import { scalars } from '../../src/schema/generated/language-table.js';
import type { Criterion } from '../../src/schema/kinds/persona.js';

describe('values whose form is right', () => {
  it.each([...checkedScalars].map((scalar) => [scalar, scalars[scalar]!.example.replaceAll('"', '')] as const))('%s: the example of the language is possible', (scalar, example) => {
    expect(valueProblem(scalar, example)).toBeUndefined();
  });

  it.each([
    ['Day', '2026-02-29', '2028-02-29'],
    ['DayOrInstant', '2026-04-31T08:00:00Z', '2026-04-30T08:00:00Z'],
    ['DayOrInstant', '2026-04-30T24:00:00Z', '2026-04-30T23:59:59+02:00'],
    ['DayOrInstant', '2026-13-01', '2026-12-01'],
    ['Period', '2025-W53', '2026-W53'],
    ['Period', '2026-W00', '2026-W01'],
    ['Period', '2025-12/2025-11', '2025-11/2025-12'],
    ['Period', '2026-Q2/2026-H1', '2026-H1/2026-Q2'],
    ['Period', '2026-W02/2026-01-04', '2026-W01/2026-01-04'],
    ['Period', '2025-02-29', '2024-02-29/2025'],
    ['Period', '2025-11/2025-W53', '2025-11/2026'],
    ['Duration', 'P1W2D', 'P9D'],
    ['Duration', '30m2h', '2h30m'],
    ['Duration', 'PT', 'PT1M'],
    ['Cycle', 'P0D', 'P1D'],
    ['ObservedDuration', '2d-4h', '4h-2d'],
    ['Observed', '10-7d', '7-10d'],
    ['Observed', '12-8%', '8-12%'],
    ['Observed', '1,500-1,200', '800-1,200'],
    ['Observed', '2d-4h', '4h-2d'],
    ['DurationOrPercent', '5m4h', '70%'],
    ['TimeWindow', '08:00-08:00', '22:00-06:00'],
    ['TimeZone', 'Europe/Munich', 'America/Argentina/Buenos_Aires'],
    ['Currency', 'EUO', 'CHF'],
    ['KpiUnit', 'currency(ABC)', 'currency(PLN)'],
    ['KpiUnit', 'score(7,1)', 'score(-100,100)'],
  ])('%s: %s is refused, %s is not', (scalar, impossible, possible) => {
    expect(valueProblem(scalar, impossible)).toMatchObject({ wrong: expect.any(String), hint: expect.stringMatching(/[.?]$/) });
    expect(valueProblem(scalar, possible)).toBeUndefined();
  });

  it('a promise of no time is left to the field that it stands in', () => {
    expect(valueProblem('PromisedDuration', '0m')).toBeUndefined();
  });
});

describe('hours of a week', () => {
  const found = (week: Parameters<typeof overlaps>[0]): readonly string[] => overlaps(week).map(({ late, early }) => `${late.day} ${late.text} on ${early.day} ${early.text}`);

  it.each([
    [{ mon: ['08:00-12:00', '12:00-18:00'] }, []],
    [{ mon: ['12:00-18:00', '08:00-13:00'] }, ['mon 12:00-18:00 on mon 08:00-13:00']],
    [{ mon: ['22:00-06:00'], tue: ['05:00-09:00'] }, ['tue 05:00-09:00 on mon 22:00-06:00']],
    [{ sun: ['22:00-06:00'], mon: ['05:00-09:00'] }, ['mon 05:00-09:00 on sun 22:00-06:00']],
    [{ mon: ['00:00-24:00'], tue: ['00:00-24:00'], sun: ['00:00-24:00'] }, []],
    [{ mon: ['08:00-20:00', '09:00-10:00', '11:00-12:00'] }, ['mon 09:00-10:00 on mon 08:00-20:00', 'mon 11:00-12:00 on mon 08:00-20:00']],
    [{ wed: ['10:00-10:00'] }, []],
    [{}, []],
  ])('%j', (week, expected) => {
    expect(found(week)).toEqual(expected);
  });
});

describe('criteria', () => {
  const age = (op: Required<Criterion>['op'], value: Required<Criterion>['value']): Criterion => ({ variable: 'age', op, value });

  it.each([
    [[age('lt', 27)], [age('gte', 27)], false],
    [[age('lte', 27)], [age('gte', 27)], true],
    [[age('gt', 20)], [age('lt', 20)], false],
    [[age('eq', 'gold')], [age('eq', 'silver')], false],
    [[age('in', ['gold', 'silver'])], [age('eq', 'silver')], true],
    [[age('in', ['gold', 'silver'])], [age('ne', 'gold')], true],
    [[age('eq', 'gold')], [age('ne', 'gold')], false],
    [[age('eq', 30)], [age('lt', 30)], false],
    [[{ variable: 'age' }], [age('lt', 30)], false],
    [[age('lt', 30)], [{ variable: 'age', op: 'gte' } as const], false],
    [[age('ne', 1)], [age('ne', 2)], true],
    [[age('lt', 27)], [{ variable: 'trips', op: 'gte', value: 4 } as const], true],
    [[age('lt', 27), { variable: 'trips', op: 'lt', value: 4 } as const], [{ variable: 'trips', op: 'gte', value: 4 } as const], false],
  ] satisfies [Criterion[], Criterion[], boolean][])('%j and %j together: %s', (a, b, expected) => {
    expect(canBothHold(a, b)).toBe(expected);
    expect(canBothHold(b, a)).toBe(expected);
  });
});
