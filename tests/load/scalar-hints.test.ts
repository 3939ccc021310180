import { describe, expect, it } from 'vitest';
import { hintFor, wordsHintFor } from '../../src/load/scalar-hints.js';

describe('what the author of a malformed value most likely meant', () => {
  it.each([
    ['FeelingIntensity', '4/5', 'Write the number alone: `4`.'],
    ['FeelingIntensity', '8/10', undefined],
    ['EffortScore', '4 out of 7', 'Write the number alone: `4`.'],
    ['Language', 'German', 'Did you mean `de`?'],
    ['Language', 'DE', 'Did you mean `de`?'],
    ['Language', 'Denglish', undefined],
    ['ObservedDuration', '8 minutes', 'Write `8m`.'],
    ['ObservedDuration', '8 to 15 minutes', 'Write `8-15m`.'],
    ['ObservedDuration', '8 minutes – 2 hours', 'Write `8m-2h`.'],
    ['ObservedDuration', '1-3 months', 'Write `P1M-P3M`.'],
    ['ObservedDuration', 'about an hour', undefined],
    ['KpiUnit', 'rate', 'Choose ratio, percent, count, duration, an amount of money such as `currency(EUR)`, or a scale such as `score(1,10)`.'],
    ['Id', '日本', 'Write it with small letters, digits and hyphens only.'],
    ['LinkOrPath', 'notes\\cards.md', 'Write `/` between folders.'],
  ])('%s: %s', (scalar, text, hint) => {
    expect(hintFor(scalar, text)).toBe(hint);
  });

  it.each([
    ['PlanWord', { phase: 2 }, 'Write it in words: `phase 2`.'],
    ['PlanWord', { phase: 2, year: 3 }, 'Write it in words, as one text.'],
    ['ConditionText', {}, 'Write it in words, as one text.'],
    ['Title', { en: 'Cards' }, undefined],
  ])('%s: %j', (scalar, group, hint) => {
    expect(wordsHintFor(scalar, group)).toBe(hint);
  });
});
