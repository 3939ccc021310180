import { commandAnywhere, unseen } from '../../base/escape/visible.js';

/**
 * A value as indented JSON. What could act on a terminal or in a build log is written as an escape, so the text is
 * safe to print and the parsed strings are still the same.
 */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(unseen, escapeUnits).replace(commandAnywhere, '#\\u0023')}\n`;
}

function escapeUnits(character: string): string {
  if (character === '\n') return character; // only the layout has raw line ends; strings have theirs escaped
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
