import { visible } from './visible.js';

const longestLine = 75;

/**
 * A property of a calendar file with a free text as its value (RFC 5545, 3.3.11), folded. What a reader would obey or cannot see is shown as in every other output, and
 * a line break is written as one.
 */
export function calendarText(name: string, lines: readonly string[]): string {
  return folded(`${name}:${lines.map((line) => withoutRows(visible(line)).replace(/[\\;,]/g, '\\$&')).join('\\n')}`);
}

/**
 * Of long rows of colons, and of spaces before one, so much is left that a piece of a line can hold what stands before them as well. A row of spaces is
 * looked at from its beginning alone: from each of them, a long one would be followed again and again.
 */
function withoutRows(line: string): string {
  return line.replace(/:{9,}/g, '::::::::').replace(/(?<!\s)\s{2,}(?=:)/g, ' ');
}

/**
 * A content line in pieces of at most 75 octets, each after the first behind a space (RFC 5545, 3.1). No character is cut apart, and no piece begins with a colon: two of
 * them at the start of a line may be a command in a build log.
 */
export function folded(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const part of line.match(/[^:\s]?\s?:+|[^:]/gu) ?? []) {
    const size = Buffer.byteLength(part);
    if (piece !== '' && octets + size > longestLine - (pieces.length === 0 ? 0 : 1)) {
      pieces.push(piece);
      [piece, octets] = ['', 0];
    }
    piece += part;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
