import { canonicalJson } from '../../../src/base/canonical-json.js';
import { digestOfEntry, digestOfLine, withoutDigest } from '../../../src/audit/ledger/ledger-digests.js';
import type { LedgerEntry } from '../../../src/audit/ledger/ledger-entry.js';
import { emptyLedger, linesFor } from '../../../src/audit/ledger/write-entries.js';
import type { JsonObject } from '../../../src/base/json.js';
import { chainedAnew, join, ledgerName, linesOf, sampleLedger, sampleVersion, sha256 } from './sample-ledger.js';

export const ledger = sampleLedger(20);
export const lines: readonly string[] = linesOf(ledger);

/** Something that is done to a ledger of 20 entries, and what is said of it. */
export interface Mutation {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Word and line without an anchor. */
  readonly alone: string;
  /** With the anchor of all 20 entries; the same where it is absent. */
  readonly anchored?: string;
}

function withLine(number: number, line: string): string {
  return join(lines.with(number - 1, line));
}

/** An entry with something else in it and a digest that fits again. */
function forged(line: string, edit: Partial<LedgerEntry>): string {
  const { digest: _, ...rest } = { ...(JSON.parse(line) as LedgerEntry), ...edit };
  const open = rest as unknown as JsonObject;
  return canonicalJson({ ...open, digest: digestOfEntry(canonicalJson(open)) });
}

/** A line as text, with a digest that fits that text. */
function forgedText(text: string): string {
  const { digest } = JSON.parse(text) as LedgerEntry;
  return text.replace(digest, digestOfEntry(withoutDigest(text, digest)));
}

/** Who agreed to one entry, or how far it went, as somebody would have it, and the rest chained anew. */
function withForged(field: 'approvals' | 'level' | 'regulated'): string {
  const other = { approvals: [{ record: 'change-6', role: 'claims#lead', person: 'm-mallory' }], level: 'editorial', regulated: false };
  return chainedAnew(lines.with(5, JSON.stringify({ ...(JSON.parse(lines[5]!) as LedgerEntry), [field]: other[field] })));
}

const older = lines.slice(0, 15);
const rewritten = lines.map((line, index) => (index < 12 ? line : line.replace('"a-huber"', '"m-mallory"')));
const theirs = linesOf(linesFor({ ledger: ledgerName, size: 18, head: digestOfLine(Buffer.from(lines[17]!)) }, [sampleVersion(30), sampleVersion(31)]).text);
const more = linesFor({ ledger: ledgerName, size: 20, head: digestOfLine(Buffer.from(lines[19]!)) }, [sampleVersion(21)]).text;

/** Each row of what can be done to a ledger: what the chain by itself tells, and what it tells with an anchor from elsewhere. */
export const mutations: readonly Mutation[] = [
  { name: 'nothing', content: ledger, alone: 'sound -' },
  { name: 'one more entry, as the next seal writes it', content: ledger + more, alone: 'sound -' },

  { name: 'a value edited', content: withLine(6, lines[5]!.replace('a-huber', 'm-mallory')), alone: 'edited 6' },
  { name: 'a digit of the last line edited', content: withLine(20, lines[19]!.replace('1.20.0', '1.21.0')), alone: 'edited 20' },
  { name: 'a value edited and its digest computed anew', content: withLine(6, forged(lines[5]!, { version: '9.0.0' })), alone: 'edited 6' },
  { name: 'the first entry edited and its digest computed anew', content: withLine(1, forged(lines[0]!, { version: '9.0.0' })), alone: 'edited 1' },
  { name: 'the entry before the last edited and its digest computed anew', content: withLine(19, forged(lines[18]!, { version: '9.0.0' })), alone: 'edited 19' },
  { name: 'what a line follows edited and its digest computed anew', content: withLine(6, forged(lines[5]!, { prev: sha256('x') })), alone: 'edited 6' },
  { name: 'what the first line follows edited and its digest computed anew', content: withLine(1, forged(lines[0]!, { prev: sha256('x') })), alone: 'edited 1' },
  { name: 'a field that nobody knows', content: withLine(20, forged(lines[19]!, { extra: 1 } as object)), alone: 'edited 20' },
  { name: 'a field of an approval that nobody knows', content: withLine(20, forged(lines[19]!, { approvals: [{ record: 'a', role: 'b', vote: 'yes' }] } as object)), alone: 'edited 20' },
  { name: 'a field that is missing', content: withLine(20, forged(lines[19]!, { file: undefined } as object)), alone: 'edited 20' },
  { name: 'a version of the format that nobody knows', content: withLine(20, forged(lines[19]!, { v: 2 } as object)), alone: 'edited 20' },
  { name: 'true for the version of the format', content: withLine(20, forged(lines[19]!, { v: true } as object)), alone: 'edited 20' },
  { name: 'a place that is no whole number', content: withLine(20, forged(lines[19]!, { seq: 6.5 })), alone: 'edited 20' },
  { name: 'a place beyond what numbers tell apart', content: withLine(20, forged(lines[19]!, { seq: 2 ** 53 })), alone: 'edited 20' },
  { name: 'half of a character', content: withLine(20, forged(lines[19]!, { file: '\ud800' })), alone: 'edited 20' },
  { name: 'half of a character in the last line', content: withLine(20, forged(lines[19]!, { file: '\ud800' })), alone: 'edited 20' },
  { name: 'a digest in capital letters', content: withLine(20, forged(lines[19]!, { sourceDigest: sha256('x').toUpperCase() })), alone: 'edited 20' },
  { name: 'a line that is nested without end', content: withLine(20, '['.repeat(100_000)), alone: 'edited 20' },
  { name: 'a list', content: withLine(6, '[]'), alone: 'edited 6' },

  { name: 'a key twice, the first of them another', content: withLine(6, lines[5]!.replace('{', '{"version":"9.0.0",')), alone: 'edited 6' },
  { name: 'a key twice, both the same', content: withLine(6, lines[5]!.replace('"v":1', '"v":1,"v":1')), alone: 'edited 6' },
  { name: 'a key twice, and a digest of just these bytes', content: withLine(20, forgedText(lines[19]!.replace('"version":', '"version":"9.0.0","version":'))), alone: 'edited 20' },
  { name: 'a space more, and a digest of just these bytes', content: withLine(20, forgedText(lines[19]!.replace(',', ', '))), alone: 'edited 20' },
  { name: 'an escape that is not needed, and a digest of just these bytes', content: withLine(20, forgedText(lines[19]!.replace('journey', '\\u006aourney'))), alone: 'edited 20' },
  { name: 'a space more', content: withLine(6, lines[5]!.replace(',', ', ')), alone: 'edited 6' },
  { name: 'a number in another notation', content: withLine(6, lines[5]!.replace('"seq":6', '"seq":6.0')), alone: 'edited 6' },
  { name: 'an escape that is not needed', content: withLine(6, lines[5]!.replace('journey', '\\u006aourney')), alone: 'edited 6' },
  { name: 'keys in another order', content: withLine(6, JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(lines[5]!) as object).toReversed()))), alone: 'edited 6' },
  { name: 'carriage returns at every end of line', content: ledger.replaceAll('\n', '\r\n'), alone: 'edited 1' },
  { name: 'a carriage return at one end of line', content: withLine(6, `${lines[5]!}\r`), alone: 'edited 6' },
  { name: 'a byte order mark', content: `\ufeff${ledger}`, alone: 'edited 1' },
  { name: 'an empty line', content: withLine(6, `${lines[5]!}\n`), alone: 'edited 7' },
  { name: 'an empty line at the end', content: `${ledger}\n`, alone: 'edited 21' },
  { name: 'bytes that are no UTF-8', content: Buffer.concat([Buffer.from(join(lines.slice(0, 5))), Buffer.from([0xff, 10]), Buffer.from(join(lines.slice(5)))]), alone: 'edited 6' },
  { name: 'UTF-16', content: Buffer.from(ledger, 'utf16le'), alone: 'edited 1' },

  { name: 'an entry deleted', content: join(lines.toSpliced(5, 1)), alone: 'moved 6' },
  { name: 'the first entry deleted', content: join(lines.slice(1)), alone: 'moved 1' },
  { name: 'two entries swapped', content: join(lines.with(5, lines[6]!).with(6, lines[5]!)), alone: 'moved 6' },
  { name: 'an entry twice', content: join(lines.toSpliced(6, 0, lines[5]!)), alone: 'moved 7' },
  { name: 'the last entry twice', content: join([...lines, lines[19]!]), alone: 'moved 21' },
  { name: 'all entries twice', content: ledger + ledger, alone: 'moved 21' },
  { name: 'the order turned round', content: join(lines.toReversed()), alone: 'moved 1' },

  { name: 'the end of the last line lost', content: ledger.slice(0, -1), alone: 'torn 20' },
  { name: 'the last line torn', content: ledger.slice(0, -379), alone: 'torn 20' },
  { name: 'something behind the last line', content: `${ledger}{"v":1`, alone: 'torn 21' },
  { name: 'marks of a merge', content: join([...lines.slice(0, 18), '<<<<<<< HEAD', ...lines.slice(18), '=======', ...theirs, '>>>>>>> theirs']), alone: 'conflict 19' },
  ...['<<<<<<< ', '======= ', '||||||| ', '>>>>>>> '].map((mark): Mutation => ({ name: `the mark ${mark}of a merge with bytes behind it that are no UTF-8`, content: Buffer.concat([Buffer.from(join(lines.slice(0, 18)) + mark), Buffer.from([0xff, 10]), Buffer.from(join(lines.slice(18)))]), alone: 'conflict 19' })),
  { name: 'two branches put together line by line, as merge=union does', content: join([...lines, ...theirs]), alone: 'forked 21' },
  { name: 'two branches put together, one entry of each', content: join([...lines.slice(0, 19), theirs[0]!]), alone: 'forked 20' },
  { name: 'an entry of another ledger', content: join([...lines, linesOf(sampleLedger(21, 'example.other/journeys'))[20]!]), alone: 'foreign 21' },

  { name: 'the last 5 entries cut off', content: join(older), alone: 'sound -', anchored: 'truncated 16' },
  { name: 'all entries cut off', content: '', alone: 'sound -', anchored: 'truncated 1' },
  { name: 'the tail rewritten and chained anew', content: chainedAnew(rewritten), alone: 'sound -', anchored: 'forked -' },
  { name: 'an entry deleted and the rest chained anew', content: chainedAnew(lines.toSpliced(5, 1)), alone: 'sound -', anchored: 'truncated 20' },
  { name: 'an entry put in between and the rest chained anew', content: chainedAnew(lines.toSpliced(5, 0, lines[0]!)), alone: 'sound -', anchored: 'forked -' },
  { name: 'everything generated anew', content: linesFor(emptyLedger(ledgerName), lines.map((_, index) => sampleVersion(index + 40))).text, alone: 'sound -', anchored: 'forked -' },
  { name: 'the ledger of another workspace', content: chainedAnew(lines, 'example.other/journeys'), alone: 'sound -', anchored: 'foreign 1' },
  { name: 'the last entry edited and its digest computed anew', content: withLine(20, forged(lines[19]!, { version: '9.0.0' })), alone: 'sound -', anchored: 'forked -' },

  ...(['approvals', 'level', 'regulated'] as const).map((field): Mutation => ({ name: `\`${field}\` forged and chained anew`, content: withForged(field), alone: 'sound -', anchored: 'forked -' })),

  { name: 'a forged entry at the end', content: ledger + linesFor({ ledger: ledgerName, size: 20, head: digestOfLine(Buffer.from(lines[19]!)) }, [sampleVersion(99)]).text, alone: 'sound -', anchored: 'sound -' },
  { name: 'a forged entry at the end that follows nothing', content: join([...lines, forged(lines[19]!, { seq: 21, prev: sha256('x') })]), alone: 'edited 20', anchored: 'edited 21' },
];
