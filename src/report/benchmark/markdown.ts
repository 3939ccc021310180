import { markdownCell, markdownText } from '../../base/escape/markdown.js';
import { shorten } from '../shorten.js';
import { closingOf, introduction, tablesOf, titleOf, type BenchmarkTable } from './benchmark-words.js';
import type { BenchmarkReporter } from './benchmark-results.js';

const longestText = 1_000;

/** For a page or a report: a table for each thing that is compared. */
export const markdown: BenchmarkReporter = {
  id: 'markdown',
  report(results) {
    const sides: readonly [string, string] = [results.before.version.version!, results.after.version.version!];
    const list = introduction(results).map((each) => `- ${prose(each)}`).join('\n');
    return `${[`# ${prose(titleOf(results))}`, list, ...tablesOf(results).map((table) => tableBlock(table, sides)), ...closingOf(results).map(prose)].join('\n\n')}\n`;
  },
};

function tableBlock({ title, lines }: BenchmarkTable, sides: readonly [string, string]): string {
  const rows = lines.map(({ cells, notes }) => `| ${[...cells, notes.join(' ')].map((cell) => markdownCell(shorten(cell, longestText))).join(' | ')} |`);
  return [`## ${prose(title)}`, '', `| What | ${sides.map(markdownCell).join(' | ')} | Difference | |`, '| --- | ---: | ---: | ---: | --- |', ...rows].join('\n');
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
