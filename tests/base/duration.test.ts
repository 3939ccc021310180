import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDurations, formatDuration, isWholePeriods, parseDuration, type Duration } from '../../src/base/duration.js';
import { check } from '../support/property.js';

function read(text: string): Duration {
  const reading = parseDuration(text);
  if ('problem' in reading) throw new Error(`${text}: ${reading.problem}`);
  return reading.duration;
}

const hour = 3600;

describe('a length of time is read', () => {
  it.each<[string, number, number, number]>([
    ['30m', 0, 0, 30 * 60],
    ['4h', 0, 0, 4 * hour],
    ['45s', 0, 0, 45],
    ['2d', 0, 2, 0],
    ['1w', 0, 7, 0],
    ['1w2d', 0, 9, 0],
    ['1d12h', 0, 1, 12 * hour],
    ['1h30m15s', 0, 0, hour + 30 * 60 + 15],
    ['90m', 0, 0, 90 * 60],
    ['007d', 0, 7, 0],
    ['0d', 0, 0, 0],
    ['PT4H', 0, 0, 4 * hour],
    ['PT30M', 0, 0, 30 * 60],
    ['PT45S', 0, 0, 45],
    ['PT1H30M', 0, 0, hour + 30 * 60],
    ['P14D', 0, 14, 0],
    ['P2W', 0, 14, 0],
    ['P3M', 3, 0, 0],
    ['P1Y', 12, 0, 0],
    ['P1Y6M', 18, 0, 0],
    ['P1Y2M3DT4H5M6S', 14, 3, 4 * hour + 5 * 60 + 6],
    ['P1DT12H', 0, 1, 12 * hour],
    ['P0D', 0, 0, 0],
    ['P100Y', 1200, 0, 0],
    ['36525d', 0, 36_525, 0],
  ])('%s', (text, months, days, seconds) => {
    expect(read(text)).toEqual({ months, days, seconds });
  });

  it('keeps minutes and months apart', () => {
    expect(read('PT3M')).toEqual({ months: 0, days: 0, seconds: 180 });
    expect(read('P3M')).toEqual({ months: 3, days: 0, seconds: 0 });
  });

  it('keeps a day apart from 24 hours, because an office day is shorter', () => {
    expect(read('1d')).not.toEqual(read('24h'));
  });
});

describe('a text that is no length of time is refused in plain words', () => {
  const general = 'write it like `30m`, `4h`, `2d` or `P3M`';

  it.each([
    ['-4h', 'a length of time has no sign'],
    ['+4h', 'a length of time has no sign'],
    ['-P3M', 'a length of time has no sign'],
    ['1.5h', 'use whole numbers, for example `90m` for one and a half hours'],
    ['1,5h', 'use whole numbers, for example `90m` for one and a half hours'],
    ['PT0.5H', 'use whole numbers, for example `90m` for one and a half hours'],
    ['-P1D', 'a length of time has no sign'],
    ['1M', '`1M` could be minutes or months: write `1m` for minutes or `P1M` for months'],
    ['90', '`90` has no unit: write `90m`, `90h` or `90d`'],
    ['1 day', 'write `1d`'],
    ['1h30', 'the `30` at its end has no unit: write `1h30m`'],
    ['1w2', 'the `2` at its end has no unit: write `1w2d`'],
    ['30m4h', 'the greater unit stands first: write `4h30m`'],
    ['1H30M', 'write `1h30m`'],
    ['2d3M', general],
    ['P1D4H', 'hours, minutes and seconds stand after a `T`: write `P1DT4H`'],
    ['PT1D4H', 'days and weeks stand before the `T`: write `P1DT4H`'],
    ['PT2W', 'days and weeks stand before the `T`: write `P2W`'],
    ['P1M1W', 'with `P` in front, weeks stand alone: write days instead'],
    [`${'1h'.repeat(5000)}`, general],
    ['PT1.5H', 'use whole numbers, for example `90m` for one and a half hours'],
    ['5', '`5` has no unit: write `5m`, `5h` or `5d`'],
    ['3M', '`3M` could be minutes or months: write `3m` for minutes or `P3M` for months'],
    ['3 months', 'write `P3M`'],
    ['1 Year', 'write `P1Y`'],
    ['15 min', 'write `15m`'],
    ['2 Hours', 'write `2h`'],
    ['2 weeks', 'write `2w`'],
    ['37000d', 'it is longer than a hundred years'],
    ['P101Y', 'it is longer than a hundred years'],
    ['P1201M', 'it is longer than a hundred years'],
    ['P100Y1D', 'it is longer than a hundred years'],
    ['876601h', 'it is longer than a hundred years'],
    [`${'9'.repeat(400)}d`, 'it is longer than a hundred years'],
    ['', general],
    [' ', general],
    ['4 h', 'write `4h`'],
    [' 4h', 'write `4h`'],
    ['4h ', 'write `4h`'],
    ['4H', 'write `4h`'],
    ['4x', general],
    ['h', general],
    ['2h1d', 'the greater unit stands first: write `1d2h`'],
    ['1h1h', 'a unit stands in it twice: add the two up'],
    ['.5h', 'use whole numbers, for example `90m` for one and a half hours'],
    ['P', general],
    ['PT', general],
    ['P1DT', 'nothing stands after the `T`: write `P1D`, or the hours and minutes after it'],
    ['P1H', 'hours, minutes and seconds stand after a `T`: write `PT1H`'],
    ['PT1D', 'days and weeks stand before the `T`: write `P1D`'],
    ['P1W2D', 'with `P` in front, weeks stand alone: write `P9D`'],
    ['P1W1M', 'with `P` in front, weeks stand alone: write days instead'],
    ['p3m', 'write `P3M`'],
    ['pt4h', 'write `PT4H`'],
    ['P3M4h', general],
    ['4hP3M', general],
    ['P1D1Y', general],
    ['٣d', general],
    ['4h\n', 'write `4h`'],
    ['9'.repeat(400), general],
    ['toString', general],
  ])('%j', (text, problem) => {
    expect(parseDuration(text)).toEqual({ problem });
  });

  it('what is proposed instead is a length of time', () => {
    const pieces = fc.constantFrom('P', 'T', ' ', '1', '23', 'Y', 'M', 'W', 'D', 'H', 'w', 'd', 'h', 'm', 's');
    check(
      fc.property(fc.array(pieces, { minLength: 2, maxLength: 7 }), (parts) => {
        const reading = parseDuration(parts.join(''));
        const [, proposal] = 'problem' in reading ? (/write `([^`]+)`(?:$|, or the hours)/.exec(reading.problem) ?? []) : [];
        if (proposal !== undefined) expect('duration' in parseDuration(proposal), proposal).toBe(true);
      }),
      5000,
    );
  });

  it('whatever the text, an answer comes back', () => {
    const pieces = fc.constantFrom('P', 'T', 'Y', 'M', 'W', 'D', 'H', 'S', 'w', 'd', 'h', 'm', 's', '1', '23', '0', '999999999', '.', ',', '-', '+', ' ', 'e', '\n');
    check(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const reading = parseDuration(parts.join(''));
        if ('problem' in reading) expect(reading.problem).not.toBe('');
        else for (const amount of Object.values(reading.duration)) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }),
      2000,
    );
  });
});

describe('two lengths of time', () => {
  it.each<[string, string, number | undefined]>([
    ['4h', '240m', 0],
    ['4h', '5h', -1],
    ['1d', '2h', 1],
    ['P1Y', 'P12M', 0],
    ['P3M', 'P2M', 1],
    ['P1M', '27d', 1],
    ['P1M', '28d', undefined],
    ['P1M', '30d', undefined],
    ['P1M', '31d', undefined],
    ['P1M', '32d', -1],
    ['30d', 'P1M', undefined],
    ['P1M1D', 'P1M2D', -1],
    ['P2M1D', 'P1M1D', 1],
    ['PT1H', 'P1M', -1],
  ])('%s and %s', (a, b, expected) => {
    expect(compareDurations(read(a), read(b))).toBe(expected);
  });

  it('compare the same from both sides', () => {
    const durations = fc.record({ months: fc.nat(30), days: fc.nat(400), seconds: fc.nat(100_000) });
    check(
      fc.property(durations, durations, (a, b) => {
        const [there, back] = [compareDurations(a, b), compareDurations(b, a)];
        expect(there === undefined ? back : there + (back ?? NaN)).toBe(there === undefined ? undefined : 0);
      }),
      100,
    );
  });
});

describe('a length of time is told', () => {
  it.each([
    ['P3M', '3 months'],
    ['P1M', '1 month'],
    ['P12M', '1 year'],
    ['P2Y', '2 years'],
    ['P14M', '14 months'],
    ['P1Y2DT3H', '1 year 2d 3h'],
    ['2d', '2d'],
    ['90m', '1h 30m'],
    ['61s', '1m 1s'],
    ['3601s', '1h 1s'],
    ['26h', '26h'],
    ['0d', '0s'],
  ])('%s as %s', (text, told) => {
    expect(formatDuration(read(text))).toBe(told);
  });

  it('in shorthand, it reads back as itself', () => {
    check(
      fc.property(fc.nat(30_000), fc.nat(200_000), (days, seconds) => {
        const duration = { months: 0, days, seconds };
        expect(read(formatDuration(duration).replaceAll(' ', ''))).toEqual(duration);
      }),
      100,
    );
  });
});

describe('one period is so many times the other', () => {
  it.each<[string, string, boolean]>([
    ['P1Y', 'P1M', true],
    ['P1M', 'P1M', true],
    ['P1M2D', 'P1M2D', true],
    ['P1M', 'P1Y', false],
    ['P3M', 'P2M', false],
    ['P1M', 'P1W', false],
    ['P1W', 'P1M', false],
    ['P2W', 'P1W', true],
    ['P1W', 'P1D', true],
    ['1d', '24h', true],
    ['P1M', '0d', false],
    ['0d', 'P1M', false],
    ['P1M', 'sometimes', false],
  ])('%s and %s: %s', (whole, part, isMultiple) => {
    expect(isWholePeriods(whole, part)).toBe(isMultiple);
  });
});
