import { beforeAll, describe, expect, it } from 'vitest';
import { active, commits, promise } from '../audit/past.js';
import { workspace } from '../support/git-repository.js';
import { waymark } from './harness.js';

/** An announcement that seems to be taken back, a period without a day, a draft, and one that was put back to draft. */
const { folder } = commits(
  ['2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'two.yaml': promise('two', '1.0.0', active('2026-01-01')) }],
  ['2026-02-01', { 'one.yaml': promise('one', '2.0.0', active('2026-12-01'), '20d') }],
  ['2026-02-02', { 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) }],
  ['2026-02-03', { 'two.yaml': promise('two', '1.1.0', active('2026-03-01', '2026-03-01')) }],
  ['2026-02-04', { 'three.yaml': promise('three', '0.1.0', 'status: draft\neffective: {from: 2026-05-01}') }],
  ['2026-03-05', { 'two.yaml': promise('two', '1.2.0', 'status: draft\neffective: {from: 2026-06-01}') }],
);
let sealed = '';

beforeAll(async () => {
  sealed = (await waymark(folder, ['ledger', 'seal'])).out;
});

const told = async (...args: readonly string[]): Promise<string> => (await waymark(folder, args)).out.replaceAll(/\s+(?:# )?/g, ' ');

describe('days are told in the same words', () => {
  it.each([
    ['a period without a day', 'never in force (from 2026-03-01 until 2026-03-01 is no day)', [['history', 'two'], ['changelog', '--all'], ['ledger', 'seal'], ['show', 'two@1.1.0']]],
    ['a draft', 'would hold from 2026-05-01', [['history', 'three'], ['changelog', '--all']]],
    ['what is put back to draft', 'put back to draft, which ends nothing', [['history', 'two'], ['changelog', '--all'], ['ledger', 'seal']]],
    ['what seems to be taken back', 'does not take back what was announced: 2.0.0 on 2026-12-01', [['changelog', '--all'], ['ledger', 'seal']]],
  ])('%s', async (_, words, verbs) => {
    for (const verb of verbs) {
      const out = verb[0] === 'ledger' ? sealed.replaceAll(/\s+/g, ' ') : await told(...verb);
      expect([verb, out.includes(words)]).toEqual([verb, true]);
    }
  });

  it('a draft is named as one, and what it goes on with is said where it was in force', async () => {
    const changelog = await told('changelog', '--all');
    expect(changelog).toContain('sla:three 0.1.0, new, a draft that would hold from 2026-05-01');
    expect(changelog).toContain('sla:two 1.2.0 (was 1.1.0), put back to draft, which ends nothing, and would hold from 2026-06-01 (was 2026-03-01)');
    expect(await told('history', 'three')).not.toContain('put back');
  });
});
