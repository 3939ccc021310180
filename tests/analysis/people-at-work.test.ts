import { describe, expect, it } from 'vitest';
import { isDoneByPeople, leadsToReview } from '../../src/analysis/people-at-work.js';
import { journeyOf } from '../support/journeys.js';

describe('steps done by people', () => {
  it.each([
    ['lane: frontstage', true],
    ['lane: backstage', true],
    ['lane: support', false],
    ['lane: customer', false],
    ['lane: support, automation: human', true],
    ['lane: backstage, automation: assisted', true],
    ['lane: backstage, automation: {how: automated}', false],
    ['lane: frontstage, type: notify', false],
    ['lane: frontstage, type: notify, automation: human', true],
    ['lane: backstage, type: wait', false],
    ['lane: backstage, actor: customer', false],
    ['lane: customer, automation: human', false],
  ] as const)('%s: %s', (fields, expected) => {
    expect(isDoneByPeople(journeyOf([`a, ${fields}`]).steps[0]!)).toBe(expected);
  });

  it('may look again at what an earlier step did, unless they only tell or bring something', () => {
    const journey = journeyOf(['a, automation: automated, onFail: d', 'b, automation: automated', 'c, type: notify, automation: human, end: success', 'd, next: e', 'e, type: delivery, automation: human, end: success']);
    expect(journey.steps.filter((step) => leadsToReview(journey, step)).map(({ id }) => id)).toEqual(['a']);
  });
});
