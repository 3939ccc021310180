import type { LedgerAnchor } from './verify-ledger.js';

/** What a ledger was at one moment: enough to tell later whether anything up to there was touched. */
export type Checkpoint = Required<Omit<LedgerAnchor, 'source'>>;

/** A checkpoint as three lines: name of the ledger, number of entries, and digest of the last line in base64. */
export function printCheckpoint({ ledger, size, head }: Checkpoint): string {
  return `${ledger}\n${size}\n${Buffer.from(head.slice('sha256:'.length), 'hex').toString('base64')}\n`;
}

/** Reads a checkpoint, which has exactly one way to be written; `undefined` for anything else. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, ledger, size, head] = /^([^\n]+)\n([1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  if (ledger === undefined) return undefined;
  const checkpoint = { ledger, size: Number(size), head: `sha256:${Buffer.from(head!, 'base64').toString('hex')}` };
  return printCheckpoint(checkpoint) === text ? checkpoint : undefined;
}
