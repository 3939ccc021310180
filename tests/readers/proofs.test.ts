import { describe, expect, it } from 'vitest';
import { sightOf } from '../../src/render/audience.js';
import { writtenKinds } from '../../src/diff/kinds/index.js';
import { readableChanges } from '../../src/render/readable-changes.js';
import { isProofShown } from '../../src/render/shown-promises.js';
import { promisesOf } from '../support/small-promises.js';

describe('the proof of a promise that counts the cases of a variant', () => {
  /** The variant has an agreement of its own for the second step. */
  const isShown = (own: string): boolean => {
    const workspace = promisesOf(`
      journey test
      step a s > m | sla: p
      step b m > e: 1h 95% | end: success
      whole s > e: 10h 90%
      part p s > m: 5h 95% | underpins: []
      part q m > e: ${own}
      variant one | overlay: [{op: remove, path: stages.only.steps.b.promise, reason: test}, {op: set, path: stages.only.steps.b.sla, value: q, reason: test}]`);
    return isProofShown({ workspace, sight: sightOf(workspace, 'internal') }, 'test', 'whole');
  };

  it.each(['2h 95%', '20h 95%'])('is hidden with an agreement of %s that is hidden there, because the verdict tells of it', (own) => {
    expect([isShown(`${own} | underpins: []`), isShown(`${own} | underpins: [], access: restricted`)]).toEqual([true, false]);
  });
});

describe('what has moved in the proof of a promise', () => {
  /** These are about what a step or stage promises itself. */
  const ofPromises = ['promise-tightened', 'promise-loosened', 'promise-changed', 'promise-reference-changed'];
  const proofKinds = writtenKinds.map(({ id }) => id).filter((id) => id.startsWith('promise-') && !ofPromises.includes(id));
  const isTold = (kind: string, access: string): boolean => {
    const workspace = promisesOf(`
      journey test
      step a s > m | sla: p
      step b m > e: 1h 95% | end: success
      whole s > e: 10h 90%
      part p s > m: 5h 95% | underpins: []${access}`);
    const change = { subject: 'journey:test', message: 'Something has moved.', kind, facts: { promise: 'whole' } };
    return readableChanges([{ workspace, sight: sightOf(workspace, 'internal') }], [change]).length === 1;
  };

  it.each(proofKinds)('%s is kept from those who may not know what the proof rests on', (kind) => {
    expect([isTold(kind, ''), isTold(kind, ', access: restricted')]).toEqual([true, false]);
  });

  it('is told by several kinds of changes', () => {
    expect(proofKinds).toContain('promise-premise-added');
  });
});
