import type { UnreadFile } from '../../audit/unread-files.js';
import type { Moment } from '../../audit/spec-timeline.js';
import { count, listOf, quoted, shown } from '../../base/words.js';

/** Of each file that could not be read when that was so, and what it says that it holds. */
export function unreadWords({ file, from, until, names }: UnreadFile): string {
  const said = names.length === 0 ? '' : `, which says that it is ${listOf(quoted(names.map(shown)))},`;
  if (until !== undefined) return `From ${day(from)} until ${day(until)} \`${shown(file)}\`${said} could not be read. What it released then is not known.`;
  return `Since ${day(from)} \`${shown(file)}\`${said} cannot be read. What it releases is not known: \`waymark validate\` says what is wrong with it.`;
}

const mostTold = 5;

/** The same of several. */
export function allUnreadWords(all: readonly UnreadFile[], most = mostTold): readonly string[] {
  return [...all.slice(0, most).map(unreadWords), ...(all.length > most ? [`So it is with ${count(all.length - most, 'more file')}.`] : [])];
}

function day({ recorded, id }: Moment): string {
  return `${recorded} (${id.slice(0, 12)})`;
}
