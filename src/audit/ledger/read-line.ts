import { canonicalJson, whyNotCanonical } from '../../base/canonical-json.js';
import type { JsonObject } from '../../base/json.js';
import { shown } from '../../base/words.js';
import { whyNoEntry } from './entry-form.js';
import { digestOfEntry, withoutDigest } from './ledger-digests.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { LedgerProblem } from './ledger-problem.js';

const marksOfMerges = /^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one line by itself: its form, its bytes and what it says of itself. */
export function readLine(bytes: Uint8Array, line: number): LedgerEntry | LedgerProblem {
  const edited = (why: string): LedgerProblem => ({ kind: 'edited', line, message: `Line ${line} is not as it was sealed: ${why}.` });
  if (marksOfMerges.test(Buffer.from(bytes.subarray(0, 7)).toString('latin1'))) return { kind: 'conflict', line, message: `Line ${line} is a mark that a merge has left. Take the ledger of the governed branch, and seal again.` };
  const text = decoded(bytes);
  if (text === undefined) return edited('it is no UTF-8');
  if (text.endsWith('\r')) return edited('it ends with a carriage return (CRLF). Git writes such ends where `core.autocrlf` is set: write `ledger.jsonl -text` into `.gitattributes` beside it, delete the file, take it back with `git checkout -- ledger.jsonl`, and only then commit');
  const value = parsed(text);
  if (value === undefined) return edited(whyNoJson(text));
  const form = whyNoEntry(value);
  if (form !== undefined) return edited(form);
  if (canonicalJson(value as JsonObject) !== text || holdsHalfCharacter(text, value)) return edited('it says the same in other bytes, or says something twice');
  const entry = value as unknown as LedgerEntry;
  return digestOfEntry(withoutDigest(text, entry.digest)) === entry.digest ? entry : edited(`its \`digest\` is not that of the entry about \`${shown(entry.subject)}\``);
}

/** Only an escape can stand for half of a character, so most lines need no second look. */
function holdsHalfCharacter(text: string, value: unknown): boolean {
  return text.includes('\\ud') && whyNotCanonical(value) !== undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whyNoJson(text: string): string {
  if (text === '') return 'it is empty';
  if (text.startsWith('\ufeff')) return 'it begins with a byte order mark';
  return 'it is no JSON';
}
