import { createHash } from 'node:crypto';
import type { LedgerEntry, SealedVersion } from '../../../src/audit/ledger/ledger-entry.js';
import { emptyLedger, linesFor } from '../../../src/audit/ledger/write-entries.js';

export const ledgerName = 'example.insurance/journeys';

/** A digest of anything. */
export function sha256(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The version of a number: every field that an entry may have occurs in some of them. */
export function sampleVersion(number: number): SealedVersion {
  const isNew = number % 4 === 1;
  return {
    type: number === 16 ? 'changed' : number === 18 ? 'removed' : number === 20 ? 'drafted' : 'released',
    subject: `journey:claim-${Math.ceil(number / 4)}`,
    version: `1.${number}.0`,
    status: number % 7 === 0 ? 'deprecated' : 'active',
    commit: sha256(`commit ${number}`).slice(7, 47),
    ...(number === 3 ? {} : { committed: `2026-03-${String(1 + (number % 28)).padStart(2, '0')}T09:00:00Z` }),
    file: number === 5 ? 'journeys/Schäden "\u2028 neu.yaml' : `journeys/claim-${number}.yaml`,
    blob: sha256(`blob ${number}`).slice(7, 47),
    sourceDigest: sha256(`source ${number}`),
    contentDigest: sha256(`content ${number}`),
    ...(number % 5 === 0 ? { effectiveDigest: sha256(`effective ${number}`) } : {}),
    ...(number % 9 === 0 ? { texts: [{ file: `texts/${number}.md`, blob: sha256(`text ${number}`).slice(7, 47), sourceDigest: sha256(`words ${number}`) }] } : {}),
    ...(number % 3 === 0 ? {} : { effective: { from: '2026-04-01', ...(number === 8 ? { until: '2026-09-01' } : {}) } }),
    ...(isNew ? {} : { level: number % 2 === 0 ? 'breaking' : 'compatible', regulated: number % 6 === 0, ...(number < 10 ? {} : { judgedBy: { waymark: '0.1.0', changes: sha256('changes') } }), previous: { subject: `journey:claim-${Math.ceil(number / 4)}`, version: `1.${number - 1}.0`, contentDigest: sha256(`content ${number - 1}`) } }),
    approvals: number % 2 === 0 ? [{ record: `change-${number}`, role: 'claims#lead', person: 'a-huber', at: '2026-03-01', set: sha256(`set ${number}`), ...(number === 14 ? { names: ['journey:claim-4', 'sla:claim-4'] } : {}) }] : [],
  };
}

export function sampleVersions(count: number, from = 1): readonly SealedVersion[] {
  return Array.from({ length: count }, (_, index) => sampleVersion(from + index));
}

/** A sound ledger with so many entries. */
export function sampleLedger(count: number, name = ledgerName): string {
  return linesFor(emptyLedger(name), sampleVersions(count)).text;
}

/** The lines of a ledger, each without its end. */
export function linesOf(ledger: string): string[] {
  return ledger.split('\n').slice(0, -1);
}

export function join(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** The versions in a ledger, chained anew as somebody would who may write it. */
export function chainedAnew(lines: readonly string[], name = ledgerName): string {
  const versions = lines.map((line) => {
    const { v: _v, seq: _seq, ledger: _ledger, prev: _prev, digest: _digest, ...version } = JSON.parse(line) as LedgerEntry;
    return version;
  });
  return linesFor(emptyLedger(name), versions).text;
}
