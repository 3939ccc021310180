/** Characters that nobody sees: they hide what a file says, or make it say something else than it seems to. */
import type { Problem } from '../base/diagnostic.js';
import type { SourceText, Span } from '../base/source.js';
import { limits } from './limits.js';

/** Bidirectional controls, zero-width marks that hide text, C0 and C1 controls other than tab and line ends, line separators. */
export const hiddenInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const hiddenInFile = new RegExp(`${hiddenInText.source}+|\\r(?!\\n)`, 'g');

/** Characters that hide what a text says stand outside of texts too: in comments, and between them. */
export function hiddenCharacters(source: SourceText): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { 0: found, index } of source.text.matchAll(hiddenInFile)) {
    const problem = hiddenCharacter(found, { source, start: index, end: index + found.length });
    problems.set(found === '\r' ? found : String(index), problem);
    if (problems.size === limits.problemsPerFile) break;
  }
  return [...problems.values()];
}

function hiddenCharacter(found: string, span: Span): Problem {
  if (found === '\r') return { code: 'STR-001', message: 'Lines of this file end with a lone carriage return, at which some programs begin a new line and others do not.', span, hint: 'Save the file with the line ends LF or CRLF.' };
  return { code: 'STR-001', message: `An invisible control character (${codeOf(found)}) stands here.`, span, hint: 'Delete the character.' };
}

/** A character as Unicode numbers it: `U+200B`. */
export function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
