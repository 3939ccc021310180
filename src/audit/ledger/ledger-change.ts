import { listOf, shown } from '../../base/words.js';
import type { LedgerEntry } from './ledger-entry.js';
import { verifyLedger, type LedgerAnchor, type LedgerVerification } from './verify-ledger.js';

/** What a change does to a ledger. */
export interface LedgerChange {
  /** Why it does not go on from the earlier one, as sentences; absent where it does. */
  readonly problem?: string;
  /** All entries of the later one, where it goes on from the earlier one and has more of them; else none. */
  readonly grown: readonly LedgerEntry[];
}

/**
 * Compares a ledger with what a change makes of it. Entries are only ever added, so the earlier one vouches for the beginning of the later one. Of one that was
 * not sound, what stands before its first bad line does: so it can be mended.
 *
 * @param before - The file as it was; `undefined` where there was none.
 * @param label - How people are told of the earlier version.
 */
export function ledgerChange(before: Uint8Array | undefined, after: Uint8Array | undefined, label: string): LedgerChange {
  const then = verifyLedger(before ?? new Uint8Array());
  if (after === undefined) return then.entries.length === 0 ? { grown: [] } : { problem: `The ledger was taken away.${lostWords(before, after, then)}`, grown: [] };
  if (before !== undefined && Buffer.compare(before, after) === 0) return { grown: [] };
  const { entries, problem } = verifyLedger(after, anchorIn(then, label));
  if (problem !== undefined) return { problem: `${problem.message}${lostWords(before, after, then)}`, grown: [] };
  return { grown: entries.length > then.entries.length ? entries : [] };
}

function anchorIn({ entries, head }: LedgerVerification, label: string): LedgerAnchor | undefined {
  return head === undefined ? undefined : { ledger: entries[0]!.ledger, size: entries.length, head, source: `the ledger in ${label}` };
}

/** Entries whose lines stand there no more. None where lines were only put elsewhere, or repeated. */
function lostWords(before: Uint8Array | undefined, after: Uint8Array | undefined, { entries }: LedgerVerification): string {
  const [then, now] = [before, after].map((bytes) => Buffer.from(bytes ?? []).toString('latin1').split('\n'));
  const kept = new Set(now);
  const lost = entries.filter((_, index) => !kept.has(then![index]!));
  if (lost.length === 0) return '';
  const named = lost.slice(0, mostNamed).map(({ seq, subject, version }) => `entry ${seq} (\`${shown(subject)}\` ${shown(version)})`);
  return ` Gone or changed: ${listOf(lost.length > mostNamed ? [...named, `${lost.length - mostNamed} more`] : named)}.`;
}

const mostNamed = 3;
