import { commandAnywhere, commandAtStart, unseen } from '../../base/escape/visible.js';

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/**
 * A text for XML, as content or as an attribute. A reader of the XML gets the same text back; only characters that
 * XML cannot carry at all become U+FFFD.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => markup[character] ?? character)
    .replace(commandAnywhere, '#&#35;')
    .replace(commandAtStart, '$1&#58;')
    .replace(unseen, reference)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}

function reference(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return isAllowed(code) ? `&#x${code.toString(16).toUpperCase()};` : '\ufffd';
}

function isAllowed(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 32 && !(code >= 0xd800 && code <= 0xdfff));
}
