import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToDay, dayAfter, dayBefore, isDay, isInstant } from '../../src/base/date.js';
import { check } from '../support/property.js';

describe('a day exists or does not', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29', '2026-02-28', '2026-04-30', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32', '2026-1-1', '26-01-01', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', '2026/01/01', '01.02.2026', '20260101', '+02026-01-01', '', '٢٠٢٦-01-01'])('%j does not', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('the same days exist as in the calendar of the platform', () => {
    check(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(isDay(text)).toBe(date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day);
      }),
      2000,
    );
  });
});

describe('an instant exists or does not', () => {
  it.each(['2026-06-29T08:10:00Z', '2026-06-29T08:10:00+02:00', '2026-06-29T23:59:59.123456789-11:30', '2026-06-29T00:00:00+14:00'])('%s exists', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each(['2026-06-31T08:10:00Z', '2026-06-29T24:00:00Z', '2026-06-29T08:60:00Z', '2026-06-29T08:10:60Z', '2026-06-29T08:10:00', '2026-06-29T08:10Z', '2026-06-29 08:10:00Z', '2026-06-29T08:10:00z', '2026-06-29T08:10:00+15:00', '2026-06-29T08:10:00+0200', '2026-06-29T08:10:00.Z', '2026-06-29'])('%s does not', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});

describe('a day after a length of time', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2026-02-28', 'P1M', '2026-03-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2026-08-31', 'P3M', '2026-11-30'],
    ['2026-12-31', '1d', '2027-01-01'],
    ['2026-10-24', '2d', '2026-10-26'],
    ['2026-03-01', '23h', '2026-03-01'],
    ['2026-03-01', '24h', '2026-03-02'],
    ['2026-03-01', 'P1M1D', '2026-04-02'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['9999-12-31', '1d', '9999-12-31'],
  ])('%s and %s is %s', (day, duration, expected) => {
    expect(dayAfter(day, duration)).toBe(expected);
  });

  it('is none when either is malformed', () => {
    expect(dayAfter('2026-02-30', '1d')).toBeUndefined();
    expect(dayAfter('2026-02-28', 'soon')).toBeUndefined();
    expect(dayBefore('2026-02-30', '1d')).toBeUndefined();
    expect(dayBefore('2026-02-28', 'soon')).toBeUndefined();
  });

  it('is never before the day, so that days compare as text', () => {
    check(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }), fc.nat(1200), fc.nat(36_525), (date, months, days) => {
        const day = date.toISOString().slice(0, 10);
        const later = addToDay(day, { months, days, seconds: 0 });
        expect(isDay(later) && later >= day).toBe(true);
      }),
      100,
    );
  });
});

describe('a day before a length of time', () => {
  it.each([
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2026-11-22', 'P12M', '2025-11-22'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2026-01-01', '1d', '2025-12-31'],
    ['2026-01-03', '48h', '2026-01-01'],
    ['0001-01-01', 'P100Y', '0000-01-01'],
  ])('%s and %s is %s', (day, duration, expected) => {
    expect(dayBefore(day, duration)).toBe(expected);
  });
});
