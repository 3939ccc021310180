import { visible } from '../../base/escape/visible.js';

/** Lines of text as the data of a workflow command. */
export function commandData(lines: readonly string[]): string {
  return percent(lines.map(visible).join('\n'));
}

/** A text as the value of a workflow command's property. */
export function commandProperty(text: string): string {
  return percent(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function percent(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
