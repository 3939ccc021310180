import picocolors from 'picocolors';
import { count } from '../../base/words.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { isWrong, type LedgerReporter, type LedgerResults } from './ledger-results.js';
import { entryWords, sentencesOf } from './ledger-words.js';

/** For people at a terminal. */
export const text: LedgerReporter = {
  id: 'text',
  report(results, { color, columns }) {
    const { bold, green, red } = picocolors.createColors(color);
    const mark = isWrong(results) ? red : green;
    const lines = sentencesOf(results).flatMap((sentence) => wrapped(visible(sentence), Math.max(40, columns) - 2)).map((line) => `  ${line}`);
    const sealed = (results.sealed ?? []).map((entry) => `  ${entry.seq}  ${visible(entryWords(entry, results.endings?.get(entry.seq), results.standing?.get(entry.seq)))}`);
    return `${[bold(mark(visible(headline(results)))), ...sealed, ...nameLines(results), ...lines].join('\n')}\n`;
  },
};

function headline(results: LedgerResults): string {
  const { file, verification: { entries }, sealed } = results;
  const known = results.branch?.unread.length === 0 ? '' : ' that can be read';
  if (sealed !== undefined) return sealed.length === 0 ? `${file}: nothing to seal. All released versions${known} are in it (${count(entries.length, 'entry', 'entries')}).` : `${file}: ${count(sealed.length, 'entry', 'entries')} sealed, ${entries.length} in all.`;
  if (isWrong(results)) return `${file}: not as it should be.`;
  return entries.length === 0 ? `${file}: empty.` : `${file}: ${count(entries.length, 'entry', 'entries')}, ${entries.length === 1 ? 'as' : 'each as'} sealed, in one unbroken row.`;
}

function nameLines({ name, verification: { head, entries } }: LedgerResults): readonly string[] {
  return name === undefined ? [] : [`  Ledger ${visible(name)}, size ${entries.length}, head ${head}`];
}
