import { expect, it } from 'vitest';
import { provedWords } from '../../src/report/review/review-words.js';

it.each([
  [undefined, 'not promised'],
  [{ verdict: 'not-proved', slack: undefined }, 'not proved'],
  [{ verdict: 'proved', slack: { seconds: 79_200, shortfall: 0 } }, 'proved, 22 h and 0 % left'],
  [{ verdict: 'violated', slack: { seconds: -64_800, shortfall: -70_000 } }, 'violated, 18 h and 7 % missing'],
  [{ verdict: 'violated', slack: { seconds: -5_400, shortfall: 20_000 } }, 'violated, 1 h 30 min missing, 2 % left'],
] as const)('says of %j how much is left, and how much is missing', (said, words) => {
  expect(provedWords(said)).toBe(words);
});
