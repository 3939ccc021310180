import { describe, expect, it } from 'vitest';
import { valueInUnit } from '../../../src/analysis/kpi/value-in-unit.js';

describe('a value of a KPI', () => {
  it.each([
    [1.8, 'duration', '1.8 h'],
    [90, 'duration(s)', '90 s'],
    [20, 'duration(m)', '20 min'],
    [2, 'duration(h)', '2 h'],
    [3, 'duration(d)', '3 d'],
    [60, 'percent', '60 %'],
    [-8.5, 'currency(EUR)', '-8.5 EUR'],
    [0.9, 'ratio', '0.9'],
    [12, 'count', '12'],
    [28, 'score(-100,100)', '28'],
    [7, undefined, '7'],
  ])('%s in %s is written %s', (value, unit, text) => {
    expect(valueInUnit(value, unit)).toBe(text);
  });
});
