import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addToDay, dayBefore } from '../../src/base/date.js';
import { check } from '../support/property.js';

const day = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9900-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

it('moves days as Temporal does', () => {
  check(
    fc.property(day, fc.nat(1100), fc.nat(20_000), (from, months, days) => {
      const expected = Temporal.PlainDate.from(from).add({ months, days });
      expect(addToDay(from, { months, days, seconds: 0 })).toBe(expected.year > 9999 ? '9999-12-31' : expected.toString());
      const earlier = Temporal.PlainDate.from(from).subtract({ months });
      expect(dayBefore(from, `P${months}M`)).toBe(earlier.year < 0 ? '0000-01-01' : earlier.toString());
    }),
    2000,
  );
});
