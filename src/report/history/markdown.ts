import { markdownText } from '../../base/escape/markdown.js';
import { doubtWords } from '../past/past-words.js';
import { shorten } from '../shorten.js';
import { closing, entriesOf, introduction, titleOf, type Entry } from './history-words.js';
import type { HistoryReporter } from './history-results.js';

const longestText = 1_000;

/** For a page or an answer to an auditor. */
export const markdown: HistoryReporter = {
  id: 'markdown',
  report(results) {
    const entries = entriesOf(results).map(entryBlock);
    const none = entries.length === 0 ? ['It was never set.'] : [];
    const notes = [...doubtWords(results), closing].map(prose);
    return `${[`# ${prose(titleOf(results))}`, prose(introduction(results)), ...entries, ...none, ...notes].join('\n\n')}\n`;
  },
};

function entryBlock({ title, lines }: Entry): string {
  return `## ${prose(title)}\n\n${lines.map((line) => `- ${prose(line)}`).join('\n')}`;
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
