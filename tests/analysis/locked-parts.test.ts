import { describe, expect, it } from 'vitest';
import { lockedTouches } from '../../src/analysis/locked-parts.js';
import type { OverlayOperation } from '../../src/schema/kinds/journey.js';
import { journeyOf } from '../support/journeys.js';

const header = `disclosures:
  - {id: notice, textFile: a.md, sha256: ${'a'.repeat(64)}}
escalations:
  - {id: late, trigger: {sla: promise}, rungs: [{after: 70%, to: claims#lead}, {after: 1d, to: claims#head, decisionRight: true}]}
slas: [promise]
`;
const base = journeyOf(
  ['a, disclosures: [notice], data: {collects: [photo, iban]}, promise: {within: 4h, percent: 98}', 'b, disclosures: [notice]', 'c, data: {reuses: [iban]}, sla: ola, next: [{to: d, sla: ola-way}]', 'd, end: success'],
  header,
).spec.value;

const step = 'stages.only.steps';

function touches(operation: Omit<OverlayOperation, 'reason'>, locked = ['disclosures', 'escalations', 'data', 'clock']): readonly string[] {
  return lockedTouches(base, { ...operation, reason: 'x' } as OverlayOperation, locked).map(({ touch, place }) => `${touch} ${place}`);
}

describe('locked parts', () => {
  it.each<readonly [string, Omit<OverlayOperation, 'reason'>, readonly string[]]>([
    ['another text is a change', { op: 'set', path: 'disclosures.notice.textFile', value: 'b.md' }, ['changed disclosures.notice.textFile']],
    ['no text is a loss', { op: 'remove', path: 'disclosures.notice' }, ['removed disclosures.notice.id', 'removed disclosures.notice.textFile', 'removed disclosures.notice.sha256']],
    ['no longer showing a text is a loss', { op: 'set', path: `${step}.a.disclosures`, value: [] }, [`removed ${step}.a.disclosures.notice`]],
    ['a step that shows the text no longer loses it', { op: 'set', path: `${step}.b`, value: { id: 'b', title: 'B', lane: 'backstage' } }, [`removed ${step}.b.disclosures.notice`]],
    ['a step that is gone shows nothing: a change', { op: 'remove', path: `${step}.b` }, [`changed ${step}.b.disclosures.notice`]],
    ['a step that is gone needs no data and no promise', { op: 'remove', path: `${step}.c` }, []],
    ['a later rung is looser', { op: 'set', path: 'escalations.late.rungs', value: [{ after: '80%', to: 'claims#lead' }, { after: '1d', to: 'claims#head', decisionRight: true }] }, ['loosened escalations.late.rungs.claims#lead.after']],
    ['an earlier rung is stricter, and one more is no touch', { op: 'set', path: 'escalations.late.rungs', value: [{ after: '60%', to: 'claims#lead' }, { after: '12h', to: 'claims#head', decisionRight: true }, { after: '2d', to: 'claims#board' }] }, ['changed escalations.late.rungs.claims#head.after']],
    ['a rung that is gone is a loss', { op: 'set', path: 'escalations.late.rungs', value: [{ after: '1d', to: 'claims#head', decisionRight: true }] }, ['removed escalations.late.rungs.claims#lead.after', 'removed escalations.late.rungs.claims#lead.to']],
    ['a longer promise is looser, a higher percent is stricter', { op: 'set', path: `${step}.a.promise`, value: { within: '8h', percent: 99 } }, [`loosened ${step}.a.promise.within`]],
    ['a lower percent is looser, a shorter time is stricter', { op: 'set', path: `${step}.a.promise`, value: { within: '2h', percent: 90 } }, [`loosened ${step}.a.promise.percent`]],
    ['another promise is a change', { op: 'set', path: `${step}.c.sla`, value: 'other' }, [`changed ${step}.c.sla`]],
    ['a promise on a way counts', { op: 'set', path: `${step}.c.next`, value: [{ to: 'd', sla: 'none', reason: 'x' }] }, [`changed ${step}.c.next.d.sla`]],
    ['a way that is gone needs no promise', { op: 'set', path: `${step}.c.next`, value: [{ to: 'a' }] }, []],
    ['the promise of the whole journey is a loss', { op: 'remove', path: 'slas' }, ['removed slas.promise']],
    ['less and more data are changes', { op: 'set', path: `${step}.a.data.collects`, value: ['iban', 'religion'] }, [`changed ${step}.a.data.collects.photo`, `changed ${step}.a.data.collects.religion`]],
    ['what is not locked may be anything', { op: 'set', path: `${step}.a.title`, value: 'X' }, []],
    ['what is added is no touch', { op: 'add', path: 'disclosures', value: { id: 'other' } }, []],
    ['what does not exist is no touch', { op: 'set', path: 'resilience.rto', value: '4h' }, []],
  ])('%s', (_, operation, expected) => {
    expect(touches(operation)).toEqual(expected);
  });

  it('are those that the Policy names, by the field or the way to it', () => {
    const operation = { op: 'set', path: `${step}.a.data.collects`, value: ['iban'] } as const;
    expect([touches(operation, ['disclosures']), touches(operation, ['steps.data'])]).toEqual([[], [`removed ${step}.a.data.collects.photo`]]);
  });
});
