import { expect, it } from 'vitest';
import { lengthWords } from '../../src/render/site/things/length-words.js';

it.each([
  ['P13M', '13 months'],
  ['P1W', '1 week'],
  ['P1Y6M', '1 year and 6 months'],
  ['P1DT12H30M', '1 day, 12 hours and 30 minutes'],
  ['PT1H', '1 hour'],
  ['4h', '4h'],
  ['P', 'P'],
])('%s is told as %s', (written, told) => {
  expect(lengthWords(written)).toBe(told);
});
