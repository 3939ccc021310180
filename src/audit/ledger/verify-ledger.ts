import { shown } from '../../base/words.js';
import { digestOfLine, digestOfName } from './ledger-digests.js';
import type { LedgerDigest, LedgerEntry } from './ledger-entry.js';
import type { LedgerProblem } from './ledger-problem.js';
import { readLine } from './read-line.js';

/** What somebody noted of a ledger earlier and kept elsewhere. */
export interface LedgerAnchor {
  /** Name of the ledger, where it was noted. */
  readonly ledger?: string;
  /** How people are told of it; else `the checkpoint`. */
  readonly source?: string;
  /** How many entries it had: 1 or more. */
  readonly size: number;
  /** Digest of its last line then. */
  readonly head: LedgerDigest;
}

/** What can be said of a ledger. */
export interface LedgerVerification {
  /** The entries before the first bad line; where nothing is wrong, all of them. */
  readonly entries: readonly LedgerEntry[];
  /** Digest of the last of these lines; absent where there is none. */
  readonly head?: LedgerDigest;
  /** Absent where nothing is wrong that can be seen. */
  readonly problem?: LedgerProblem;
  /** How many entries are certain to be those that the anchor vouches for. 0 without an anchor, and where it does not hold. */
  readonly vouchedFor: number;
}

/**
 * Verifies a ledger line by line, and against an anchor if there is one. Without an anchor it cannot be told whether entries are
 * missing at the end, or whether all from some line on, or the whole ledger, was written anew.
 *
 * @param bytes - The file as it is.
 * @param anchor - Size and head of a checkpoint, from somewhere that whoever may write the ledger cannot write.
 * @returns Never throws, whatever the bytes.
 */
export function verifyLedger(bytes: Uint8Array, anchor?: LedgerAnchor): LedgerVerification {
  const { lines, rest } = linesIn(bytes);
  const chain = readChain(lines, anchor);
  const torn = rest && chain.problem === undefined ? tornAt(lines.length + 1) : chain.problem;
  const heads = chain.heads;
  const isMet = anchor !== undefined && heads[anchor.size - 1] === anchor.head && isNamed(anchor, chain.entries);
  const problem = torn ?? (anchor === undefined || isMet ? undefined : whyNotMet(anchor, chain.entries));
  const head = heads.at(-1);
  return { entries: chain.entries, ...(head === undefined ? {} : { head }), ...(problem === undefined ? {} : { problem }), vouchedFor: isMet ? anchor.size : 0 };
}

/** Every line ends with a line feed; what stands behind the last one is no whole line. */
function linesIn(bytes: Uint8Array): { readonly lines: readonly Uint8Array[]; readonly rest: boolean } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return { lines, rest: start < bytes.length };
}

interface Chain {
  readonly entries: readonly LedgerEntry[];
  /** Digest of the line of each entry. */
  readonly heads: readonly LedgerDigest[];
  readonly problem?: LedgerProblem;
}

function readChain(lines: readonly Uint8Array[], anchor: LedgerAnchor | undefined): Chain {
  const [entries, heads]: [LedgerEntry[], LedgerDigest[]] = [[], []];
  for (const [index, bytes] of lines.entries()) {
    const entry = readLine(bytes, index + 1);
    const problem = 'kind' in entry ? entry : whyNotNext(entry, { entries, heads }, lines, anchor);
    if (problem !== undefined) {
      const before = (problem.line ?? index + 1) - 1;
      return { entries: entries.slice(0, before), heads: heads.slice(0, before), problem };
    }
    entries.push(entry as LedgerEntry);
    heads.push(digestOfLine(bytes));
  }
  return { entries, heads };
}

/** Why an entry that is sound by itself does not follow those before it. */
function whyNotNext(entry: LedgerEntry, { entries, heads }: Chain, lines: readonly Uint8Array[], anchor: LedgerAnchor | undefined): LedgerProblem | undefined {
  const line = entries.length + 1;
  const name = entries[0]?.ledger ?? entry.ledger;
  if (entry.ledger !== name) return { kind: 'foreign', line, message: `Line ${line} belongs to the ledger \`${shown(entry.ledger)}\`, and this is \`${shown(name)}\`.` };
  const expected = heads.at(-1) ?? digestOfName(name);
  if (entry.seq === line) return entry.prev === expected ? undefined : whoWasExchanged(line, lines, anchor, heads);
  const rival = entries[entry.seq - 1];
  if (rival !== undefined && rival.prev === entry.prev && rival.digest !== entry.digest) return { kind: 'forked', line, message: `Lines ${entry.seq} and ${line} both are entry ${entry.seq} and follow the same one: two histories were put together. Take the ledger of the governed branch, and seal again.` };
  return { kind: 'moved', line, message: `Line ${line} holds entry ${entry.seq}: entries were removed, added, repeated or put into another order.` };
}

/**
 * A line does not follow the one before, although each is sound by itself, so one of the two was put there by somebody who computed its
 * digest. It is this one where the line behind it does not follow it either, or where the anchor vouches for the one before.
 */
function whoWasExchanged(line: number, lines: readonly Uint8Array[], anchor: LedgerAnchor | undefined, heads: readonly LedgerDigest[]): LedgerProblem {
  const behind = lines[line] === undefined ? undefined : readLine(lines[line], line + 1);
  const isRival = behind !== undefined && !('kind' in behind) && behind.prev !== digestOfLine(lines[line - 1]!);
  const isLastVouchedFor = anchor?.size === line - 1 && heads.at(-1) === anchor.head;
  const bad = line === 1 || isRival || isLastVouchedFor ? line : line - 1;
  return { kind: 'edited', line: bad, message: `Line ${bad} is not the one that was sealed: ${line === 1 ? 'the first entry does not begin this ledger' : `line ${line} does not follow line ${line - 1}`}.` };
}

function tornAt(line: number): LedgerProblem {
  return { kind: 'torn', line, message: `Line ${line} has no end: a write was cut off, or the end of the file was.` };
}

function isNamed({ ledger }: LedgerAnchor, entries: readonly LedgerEntry[]): boolean {
  return ledger === undefined || entries[0]?.ledger === ledger;
}

/** Why a chain without a gap is not the one that the anchor vouches for. */
function whyNotMet(anchor: LedgerAnchor, entries: readonly LedgerEntry[]): LedgerProblem {
  const { source = 'the checkpoint' } = anchor;
  const name = entries[0]?.ledger;
  if (name !== undefined && !isNamed(anchor, entries)) return { kind: 'foreign', line: 1, message: `This is the ledger \`${shown(name)}\`, and ${source} is of \`${shown(anchor.ledger)}\`.` };
  if (entries.length < anchor.size) return { kind: 'truncated', line: entries.length + 1, message: `The ledger ends after ${entries.length} of the ${anchor.size} entries that ${source} vouches for: its end was cut off, or it is an older one.` };
  return { kind: 'forked', message: `The first ${anchor.size} entries are not those that ${source} vouches for, although each follows the one before: from one of these lines on the ledger was written anew, or it is another history.` };
}
