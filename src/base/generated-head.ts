/** The first line at the head of each file that a target writes, without the signs of a comment. */
export function headOf(target: string): string {
  return `${markOf(target)} ${warning}`;
}

const warning = 'Do not edit: change the documents and write it again.';

function markOf(target: string): string {
  return `Written by \`waymark generate ${target}\`.`;
}

/** True for a file that says that a target has written it. Formats without comments, such as CSV, have no place to say so. */
export function isWrittenBy(target: string, text: string): boolean {
  return text.includes(markOf(target));
}

/** Where a file says it that nobody else wrote: the head is there before any text of a document. */
const longestHead = 1000;

/** True for a file that says at its head, in our own words, that a target has written it. */
export function isHeadedBy(target: string, text: string): boolean {
  return text.slice(0, longestHead).includes(headOf(target));
}

/** True for YAML of which the first line is the head of a target, whichever it is. */
export function isGeneratedYaml(text: string): boolean {
  const [line, target] = /^# Written by `waymark generate ([a-z0-9-]+)`[^\r\n]*/.exec(text) ?? [];
  return target !== undefined && line === `# ${headOf(target)}`;
}
