import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/audit/ledger/verify-ledger.js';
import { flipsJudgedByPython, hasPython, inWords } from './python.js';
import { sampleLedger } from './sample-ledger.js';

const ledger = Buffer.from(sampleLedger(20));

/** Another byte for each: one bit of it is turned, another one from place to place. */
const others = ledger.map((byte, at) => byte ^ (1 << at % 8));

function flipped(at: number): Uint8Array {
  const bytes = Uint8Array.from(ledger);
  bytes[at] = others[at]!;
  return bytes;
}

const verdicts = Array.from(ledger, (_, at) => verifyLedger(flipped(at)));

/** The line of each byte; its end belongs to it. */
const lineAt = [...ledger].map((_, at) => ledger.subarray(0, at).filter((byte) => byte === 10).length + 1);

describe('a ledger of 20 entries with one byte turned', () => {
  it('is never sound, and the line with the byte is named, without any anchor', () => {
    expect(verdicts.flatMap(({ problem }, at) => (problem?.line === lineAt[at] ? [] : [{ at, problem }]))).toEqual([]);
  });

  it.skipIf(!hasPython)('is judged alike by the verifier in Python (skipped without python3)', () => {
    expect(flipsJudgedByPython(ledger, others)).toEqual(verdicts.map(inWords));
  });
});
