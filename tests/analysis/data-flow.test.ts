import { describe, expect, it } from 'vitest';
import { elementsKnownAfter, elementsKnownBefore, elementsNeededAfter } from '../../src/analysis/data-flow.js';
import { journeyOf } from '../support/journeys.js';

const journey = journeyOf([
  'a, lane: customer, data: {collects: [photo], reuses: [contact]}, onFail: phone, next: [check, {to: late, when: x}]',
  'phone, data: {collects: [story]}, next: check',
  'check, data: {writes: [estimate]}, next: [{to: visit, hands: []}]',
  'late, data: {collects: [other]}, end: failure',
  'visit, actor: field, data: {reuses: [photo]}, meanwhile: [{after: 1d, to: remind}], next: report',
  'remind, actor: field, data: {reuses: [beside]}, end: side',
  'report, actor: field, data: {reuses: [estimate], writes: [proof]}, next: [pay, {to: check, when: unclear, repeats: 1}]',
  'pay, actor: billing, data: {reuses: [iban]}, next: close',
  'close, actor: field, data: {reuses: [proof]}, end: success',
]);

function step(id: string): NonNullable<ReturnType<typeof journey.step>> {
  return journey.step(id)!;
}

describe('data on the way', () => {
  it('are known once a step before has collected or written them, on any way that leads there', () => {
    expect([...elementsKnownAfter(journey, step('check'))].sort()).toEqual(['estimate', 'photo', 'story']);
  });

  it('are not known before the step that brings them, nor by rework that comes later', () => {
    expect([...elementsKnownBefore(journey, step('check'))].sort()).toEqual(['photo', 'story']);
  });

  it('may come back from a journey that a step stands for', () => {
    const outer = journeyOf(['a, journey: test, returns: [slot]', 'b, end: success']);
    expect([...elementsKnownAfter(outer, outer.step('b')!), ...elementsKnownBefore(outer, outer.step('a')!)]).toEqual(['slot']);
  });

  it('are needed by the step that takes over and by those of the same team right after it', () => {
    const handoff = journey.handoffs.find(({ id }) => id === 'check>visit')!;
    expect([...elementsNeededAfter(journey, handoff)].sort()).toEqual(['estimate', 'photo']);
  });
});
