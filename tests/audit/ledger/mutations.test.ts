import { describe, expect, it } from 'vitest';
import { digestOfLine } from '../../../src/audit/ledger/ledger-digests.js';
import { notExcluded } from '../../../src/audit/ledger/not-excluded.js';
import { verifyLedger, type LedgerAnchor } from '../../../src/audit/ledger/verify-ledger.js';
import { ledger, lines, mutations } from './mutations.js';
import { hasPython, inWords, judgedByPython } from './python.js';
import { chainedAnew, join, ledgerName } from './sample-ledger.js';

const anchor: LedgerAnchor = { ledger: ledgerName, size: 20, head: digestOfLine(Buffer.from(lines[19]!)) };
const bytes = (content: string | Uint8Array): Uint8Array => Buffer.from(content as string);

describe('what is done to a ledger of 20 entries', () => {
  it.each(mutations)('$name: $alone, with an anchor $anchored', ({ content, alone, anchored }) => {
    expect([inWords(verifyLedger(bytes(content))), inWords(verifyLedger(bytes(content), anchor))]).toEqual([alone, anchored ?? alone]);
  });

  it.skipIf(!hasPython)('is judged alike by the verifier in Python (skipped without python3)', () => {
    const cases = mutations.flatMap(({ content }) => [{ content: bytes(content) }, { content: bytes(content), anchor }]);
    expect(judgedByPython(cases)).toEqual(cases.map(({ content, anchor: given }) => inWords(verifyLedger(content, given))));
  });

  it('is among what is not excluded only where the table says that it is missed', () => {
    const isMissed = (verdict: string): boolean => verdict === 'sound -';
    const missed = (given: LedgerAnchor | undefined): readonly string[] => notExcluded(verifyLedger(bytes(ledger), given), undefined);
    const ends: readonly string[] = ['cut-off', 'written-anew'];
    expect(mutations.some(({ alone, anchored }) => isMissed(alone) && !isMissed(anchored ?? alone))).toBe(true);
    expect([missed(undefined), missed(anchor)]).toEqual([[...ends, 'false-entries', 'other-history'], ['after-checkpoint', 'false-entries', 'other-history']]);
    expect(notExcluded(verifyLedger(bytes(ledger), anchor), { judgedOtherwise: [], saysLess: [], judgedUnknown: [] })).toEqual(['after-checkpoint', 'other-history']);
    const seen = mutations.filter(({ alone, anchored }) => isMissed(alone) && isMissed(anchored ?? alone)).map(({ name }) => name);
    expect(seen).toEqual(['nothing', 'one more entry, as the next seal writes it', 'a forged entry at the end']);
  });

  it('ends in a sentence for people', () => {
    const all = mutations.flatMap(({ content }) => [verifyLedger(bytes(content)), verifyLedger(bytes(content), anchor)]);
    for (const { problem } of all) expect(problem?.message ?? 'Sound.').toMatch(/^[A-Z].*\.$/s);
  });
});

describe('an anchor', () => {
  it('vouches for what it has seen and says nothing of what came later', () => {
    const earlier: LedgerAnchor = { size: 12, head: digestOfLine(Buffer.from(lines[11]!)) };
    expect(verifyLedger(bytes(ledger), earlier)).toMatchObject({ vouchedFor: 12, head: anchor.head });
    expect(verifyLedger(bytes(ledger), earlier).entries).toHaveLength(20);
  });

  it('vouches for the entries before a line that was edited behind it', () => {
    const earlier: LedgerAnchor = { size: 12, head: digestOfLine(Buffer.from(lines[11]!)) };
    expect(verifyLedger(bytes(join(lines.with(14, '{}'))), earlier)).toMatchObject({ vouchedFor: 12, problem: { kind: 'edited', line: 15 } });
  });

  it('of one history never holds for another one that was shown to somebody else', () => {
    const other = chainedAnew(lines.map((line) => line.replace('claims#lead', 'claims#deputy')));
    const otherAnchor: LedgerAnchor = { size: 20, head: verifyLedger(bytes(other)).head! };
    expect([[ledger, anchor], [other, otherAnchor], [ledger, otherAnchor], [other, anchor]].map(([content, given]) => inWords(verifyLedger(bytes(content as string), given as LedgerAnchor)))).toEqual(['sound -', 'sound -', 'forked -', 'forked -']);
  });

  it('tells an edit inside of what it vouches for wherever it is', () => {
    for (const [index, line] of lines.entries()) {
      const edited = chainedAnew(lines.with(index, line.replace(/"version":"1/, '"version":"2')));
      expect([inWords(verifyLedger(bytes(edited))), inWords(verifyLedger(bytes(edited), anchor))]).toEqual(['sound -', 'forked -']);
    }
  });
});
