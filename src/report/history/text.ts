import picocolors from 'picocolors';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { doubtWords } from '../past/past-words.js';
import { shorten } from '../shorten.js';
import { closing, entriesOf, introduction, titleOf, type Entry } from './history-words.js';
import type { HistoryReporter } from './history-results.js';

const longestText = 2_000;

/** For people at a terminal: version by version, the newest first. */
export const text: HistoryReporter = {
  id: 'text',
  report(results, { color, columns }) {
    const { bold, dim } = picocolors.createColors(color);
    const width = Math.max(40, columns);
    const entries = entriesOf(results).map((entry) => entryLines(entry, width, bold));
    const none = entries.length === 0 ? ['It was never set.'] : [];
    const notes = [...doubtWords(results), closing].map((each) => dim(paragraph(each, '', width)));
    return `${[`${bold(paragraph(titleOf(results), '', width))}\n${paragraph(introduction(results), '', width)}`, ...entries, ...none, ...notes].join('\n\n')}\n`;
  },
};

function entryLines({ title, lines }: Entry, width: number, bold: (text: string) => string): string {
  return [bold(paragraph(title, '', width)), ...lines.map((line) => paragraph(line, '  ', width))].join('\n');
}

function paragraph(words: string, margin: string, width: number): string {
  return wrapped(shorten(visible(words), longestText), width - margin.length).map((line) => `${margin}${line}`).join('\n');
}
