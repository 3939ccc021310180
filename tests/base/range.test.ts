import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../src/base/duration.js';
import { parseDurationRange } from '../../src/base/range.js';

function told(text: string): string {
  const reading = parseDurationRange(text);
  if ('problem' in reading) return reading.problem;
  const { least, most } = reading.range;
  return `${least === undefined ? '' : formatDuration(least)}..${most === undefined ? '' : formatDuration(most)}`;
}

describe('an observed length of time', () => {
  it.each([
    ['15m', '15m..15m'],
    ['15-30m', '15m..30m'],
    ['15m-30m', '15m..30m'],
    ['45m-2h', '45m..2h'],
    ['30s-2m', '30s..2m'],
    ['1-3d', '1d..3d'],
    ['1-3w', '7d..21d'],
    ['7d+', '7d..'],
    ['<4h', '..4h'],
    ['P1D-P3D', '1d..3d'],
    ['P3M+', '3 months..'],
    ['0-5m', '0s..5m'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['15', '`15` has no unit: write `15m`, `15h` or `15d`'],
    ['15-30', '`15` has no unit: write `15m`, `15h` or `15d`'],
    ['<', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['+', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['-', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['-5m', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['5m-', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['1-2-3m', 'write it like `30m`, `4h`, `2d` or `P3M`'],
    ['1.5-2h', 'use whole numbers, for example `90m` for one and a half hours'],
    ['<15-30m', 'write it like `30m`, `4h`, `2d` or `P3M`'],
  ])('%j is none', (text, problem) => {
    expect(told(text)).toBe(problem);
  });
});
