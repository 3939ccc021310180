import { describe, expect, it } from 'vitest';
import { namedPath } from '../../src/model/subject.js';
import { journeyOf } from '../support/journeys.js';

function handoffs(steps: readonly string[], header = ''): readonly string[] {
  return journeyOf(steps, header).handoffs.map(({ id, fromTeam, toTeam }) => `${id} ${fromTeam}>${toTeam}`);
}

describe('handoffs', () => {
  it('arise where the acting team changes, by default ways and written ones', () => {
    expect(handoffs(['stage one, owner: sales', 'a', 'b', 'stage two, owner: field', 'c', 'd, actor: billing#clerk'])).toEqual(['b>c sales>field', 'c>d field>billing']);
  });

  it('arise neither from nor to the customer or a partner outside', () => {
    expect(handoffs(['a, actor: sales', 'b, lane: customer', 'c, actor: field', 'd, actor: partner', 'e'])).toEqual([]);
  });

  it('do not arise where a team of the first step acts in the second as well', () => {
    expect(handoffs(['a, actor: [sales, field]', 'b, actor: [billing, field]', 'c, actor: billing'])).toEqual([]);
  });

  it('arise after a failure, an interruption, beside a step and past an optional one, and never alongside', () => {
    const steps = ['a, onFail: d, meanwhile: [{after: 1d, to: e}, {after: 7d, to: f, stops: true}], next: b', 'b, when: abroad, next: g', 'd, actor: field', 'e, actor: field', 'f, actor: field', 'g, actor: billing', 'w, actor: field, alongside: a'];
    expect(handoffs(steps)).toEqual(['a>d claims>field', 'a>e claims>field', 'a>f claims>field', 'b>g claims>billing', 'f>g field>billing', 'a>g claims>billing']);
  });

  it('are told once where several ways join the same steps', () => {
    expect(handoffs(['a, next: [b, {to: b, when: in a hurry}], onFail: b', 'b, actor: field'])).toEqual(['a>b claims>field']);
  });

  it('are as many as the different things that are handed over on ways between the same steps', () => {
    const journey = journeyOf(['a, next: [{to: b, when: cheap, hands: [photo]}, {to: b, when: dear, hands: [photo, expertise], sla: quick}, {to: b, hands: [photo]}], onFail: b', 'b, actor: field']);
    expect(journey.handoffs.map(({ id, hands, sla, path }) => [id, hands, sla, path.at(-1)])).toEqual([['a>b', ['photo'], undefined, 0], ['a>b', ['photo', 'expertise'], 'quick', 1]]);
  });

  it('say what their edge says; it is accepted by the beginning of the step unless more is written', () => {
    const journey = journeyOf(['a, next: [{to: b, hands: [form], sla: none, reason: same desk}]', 'b, actor: field, events: {start: visit-planned}', 'c, actor: billing']);
    expect(journey.handoffs.map(({ hands, sla, reason, accept, reject, path }) => ({ hands, sla, reason, accept, reject, at: namedPath({ spec: journey.spec, path }) }))).toEqual([
      { hands: ['form'], sla: 'none', reason: 'same desk', accept: 'visit-planned', reject: undefined, at: 'stages.only.steps.a.next.b' },
      { hands: undefined, sla: undefined, reason: undefined, accept: 'test.c.started', reject: undefined, at: 'stages.only.steps.b' },
    ]);
  });

  it('say what the entry under `handoffs` says before what the edge says, field by field', () => {
    const header = 'handoffs:\n  - {from: only.a, to: b, hands: [photo], accept: visit-taken, reject: visit-refused}\n';
    const journey = journeyOf(['a, next: [{to: b, hands: [form], sla: none, reason: same desk}]', 'b, actor: field, events: {start: visit-planned}'], header);
    expect(journey.handoffs.map(({ hands, sla, reason, accept, reject, path }) => ({ hands, sla, reason, accept, reject, path }))).toEqual([
      { hands: ['photo'], sla: 'none', reason: 'same desk', accept: 'visit-taken', reject: 'visit-refused', path: ['handoffs', 0] },
    ]);
  });
});
