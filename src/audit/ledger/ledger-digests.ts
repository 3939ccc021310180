import { createHash } from 'node:crypto';
import type { LedgerDigest } from './ledger-entry.js';

/** Each digest begins with what it is of, so that none can pass for another. */
function digestOf(what: 'jl1-name' | 'jl1-entry' | 'jl1-self', content: string | Uint8Array): LedgerDigest {
  return `sha256:${createHash('sha256').update(`${what}\0`).update(content).digest('hex')}`;
}

/** What the first line follows. */
export function digestOfName(ledger: string): LedgerDigest {
  return digestOf('jl1-name', ledger);
}

/** What the next line follows: the bytes of a line as they stand in the file, without the line's end. */
export function digestOfLine(line: Uint8Array): LedgerDigest {
  return digestOf('jl1-entry', line);
}

/** What an entry says of itself, from its RFC 8785 form without its `digest`. */
export function digestOfEntry(text: string): LedgerDigest {
  return digestOf('jl1-self', text);
}

/**
 * The RFC 8785 form of an entry without its `digest`, from the form with it. The first place where the field can stand is the entry's
 * own: what comes before it has no such field, and inside of a text its quotes would be escaped. It is never the last field.
 */
export function withoutDigest(text: string, digest: LedgerDigest): string {
  const field = `"digest":"${digest}",`;
  const at = text.indexOf(field);
  return `${text.slice(0, at)}${text.slice(at + field.length)}`;
}
