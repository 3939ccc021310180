/**
 * The characters of one text as numbers. To look at one of them is much faster than inside of a text, where the engine asks
 * each time how the text is kept; to write them all out costs next to nothing.
 */
import { endianness } from 'node:os';
import { limits } from './limits.js';

/** Stands behind the last character. Where it may stand in a text too, the reader has to refuse it first. */
export const END = 0;

/** One for all texts, because they are read one after the other. What stands behind `END` is left from an earlier one. */
const codes = new Uint16Array(limits.fileBytes + 1);
const bytes = Buffer.from(codes.buffer);

/** The codes of a text until the next one is asked for; `undefined` when the text is longer than any file. */
export function codesOf(text: string): Uint16Array | undefined {
  if (text.length >= codes.length) return undefined;
  const written = bytes.write(text, 'utf16le');
  if (endianness() === 'BE') bytes.subarray(0, written).swap16();
  codes[text.length] = END;
  return codes;
}
