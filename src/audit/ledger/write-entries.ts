import { canonicalJson, whyNotCanonical } from '../../base/canonical-json.js';
import type { JsonObject } from '../../base/json.js';
import { digestOfEntry, digestOfLine, digestOfName } from './ledger-digests.js';
import type { LedgerDigest, LedgerEntry, SealedVersion } from './ledger-entry.js';

/** Where a ledger ends. */
export interface LedgerEnd {
  readonly ledger: string;
  /** How many entries it has. */
  readonly size: number;
  /** Digest of its last line, or of its name where it has none. */
  readonly head: LedgerDigest;
}

/** The end of a ledger that has no entry yet. */
export function emptyLedger(ledger: string): LedgerEnd {
  return { ledger, size: 0, head: digestOfName(ledger) };
}

/** The text to write behind the end of a ledger, one line for each version, and where the ledger ends then. */
export function linesFor(end: LedgerEnd, versions: readonly SealedVersion[]): { readonly text: string; readonly end: LedgerEnd } {
  let [{ size, head }, text] = [end, ''];
  for (const version of versions) {
    const line = lineOf(end.ledger, size + 1, head, version);
    [size, head, text] = [size + 1, digestOfLine(Buffer.from(line)), `${text}${line}\n`];
  }
  return { text, end: { ledger: end.ledger, size, head } };
}

function lineOf(ledger: string, seq: number, prev: LedgerDigest, version: SealedVersion): string {
  const open: Omit<LedgerEntry, 'digest'> = { v: 1, seq, ledger, prev, ...version };
  const reason = whyNotCanonical(open);
  if (reason !== undefined) throw new TypeError(`what is to be sealed cannot be written: ${reason}`);
  return canonicalJson({ ...open, digest: digestOfEntry(canonicalJson(open as unknown as JsonObject)) } as unknown as JsonObject);
}
